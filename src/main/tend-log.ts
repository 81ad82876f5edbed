import { stat } from "node:fs/promises";
import type { Log } from "#desk/port/log.ts";

export interface TendParts {
  /** The embedded store's. */
  readonly file: string;
  readonly takeIn: (file: string) => Promise<void>;
  readonly log: Log;
}

/** Milliseconds between two looks: thousands of places write some megabytes meanwhile, which the disk takes in at once. */
const EVERY = 2_000;

/**
 * Has the store's write-ahead log taken in now and then, where it holds up nobody. Where that fails, whoever commits does
 * it once the log is long.
 * @returns ends it
 */
export function tendLog(parts: TendParts): () => void {
  const look = createLook(parts);
  const timer = setInterval(() => void look(), EVERY).unref();
  return () => clearInterval(timer);
}

/** Takes the log in where something was written since the last look; a look during one that is still at work is left out. */
export function createLook({ file, takeIn, log }: TendParts): () => Promise<void> {
  let seen = 0;
  let busy = false;
  return async () => {
    if (busy) return;
    busy = true;
    try {
      // Before it is taken in: what is written meanwhile is the next look's.
      const { mtimeMs } = await stat(`${file}-wal`);
      if (mtimeMs !== seen) await takeIn(file);
      seen = mtimeMs;
    } catch (error) {
      log.warn("store's log not taken in", { error });
    } finally {
      busy = false;
    }
  };
}
