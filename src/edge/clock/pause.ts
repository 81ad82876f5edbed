import { setImmediate } from "node:timers/promises";

/** Milliseconds for which one work may go on while others wait: several may be at work, one behind the other. */
const LONGEST = 10;

/**
 * Lets others have a turn, but only where they have waited for long enough: whoever pauses between small steps would
 * else wait for all others at each of them.
 *
 * @param now milliseconds, of any origin; never a clock that is put right
 */
export function createPause(
  now: () => number = () => performance.now(),
  turn: () => Promise<unknown> = () => setImmediate(),
): () => Promise<void> {
  let since = Number.NEGATIVE_INFINITY;
  return async () => {
    if (now() - since < LONGEST) return;
    await turn();
    since = now();
  };
}
