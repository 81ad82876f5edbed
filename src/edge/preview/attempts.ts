import { createTurns } from "./turns.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** So many wrong ones from an address cost no wait. */
export const FREE_TRIES = 5;
/** Wrong ones from all addresses together that cost nobody a wait: many machines guess as one. */
export const FREE_TRIES_OF_ALL = 50;
/** Milliseconds of the first wait; each wrong one after it doubles it. */
const FIRST_WAIT = SECOND;
const LONGEST_WAIT = 15 * MINUTE;
/** Milliseconds without a wrong one after which all is forgotten. */
const FORGOTTEN_AFTER = 12 * HOUR;
/** Addresses that are remembered; above that the oldest go. */
const MOST_ADDRESSES = 10_000;

/** Who tries to get in, and how often in vain. */
export interface Attempts {
  /**
   * Counts an attempt as one that failed, before it is looked at, so that many at a time are counted too.
   * @returns milliseconds until the address may try; 0: it may now, and that is counted
   */
  take(address: string): number;
  /** It was no wrong one, and let nobody in: it counts as none. */
  giveBack(address: string): void;
  /** It let somebody in: the address begins anew, and those who guess from others hold it back no more. */
  succeeded(address: string): void;
}

interface Tried {
  readonly wrong: number;
  readonly at: number;
}

export interface AttemptsOptions {
  /** Milliseconds that only ever go on: no clock that may be put back. */
  readonly now: () => number;
  /**
   * Whether the tries of all addresses count together: of what can be guessed from many machines at once. A secret that nobody
   * guesses, such as the key of a link, needs no such limit, by which strangers could hold up those who have one.
   */
  readonly together: boolean;
}

export function createAttempts({ now, together }: AttemptsOptions): Attempts {
  const byAddress = new Map<string, Tried>();
  /** Addresses from which somebody came in. */
  const known = new Set<string>();
  const turns = createTurns(now);
  let all: Tried = { wrong: 0, at: now() };
  const current = (tried: Tried | undefined): Tried =>
    tried === undefined || now() - tried.at >= FORGOTTEN_AFTER ? { wrong: 0, at: now() } : tried;
  const waitForTurn = (address: string) => {
    all = current(all);
    const beyond = all.wrong - FREE_TRIES_OF_ALL;
    if (!together || beyond < 0 || known.has(address)) return 0;
    return turns.take(address, beyond);
  };
  return {
    take(address) {
      const own = current(byAddress.get(address));
      const wait = waitOf(own, now()) || waitForTurn(address);
      if (wait > 0) return wait;
      remember(byAddress, address, { wrong: own.wrong + 1, at: now() });
      all = { wrong: all.wrong + 1, at: now() };
      return 0;
    },
    giveBack(address) {
      const own = byAddress.get(address);
      if (own !== undefined) byAddress.set(address, { ...own, wrong: Math.max(0, own.wrong - 1) });
      all = { ...all, wrong: Math.max(0, all.wrong - 1) };
    },
    succeeded(address) {
      byAddress.delete(address);
      known.delete(address);
      known.add(address);
      const [oldest] = known;
      if (known.size > MOST_ADDRESSES && oldest !== undefined) known.delete(oldest);
      all = { ...all, wrong: Math.max(0, all.wrong - 1) };
    },
  };
}

function waitOf({ wrong, at }: Tried, now: number): number {
  if (wrong < FREE_TRIES) return 0;
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(wrong - FREE_TRIES, 30));
  return Math.max(0, at + wait - now);
}

function remember(byAddress: Map<string, Tried>, address: string, tried: Tried): void {
  byAddress.delete(address);
  byAddress.set(address, tried);
  const [oldest] = byAddress.keys();
  if (byAddress.size > MOST_ADDRESSES && oldest !== undefined) byAddress.delete(oldest);
}
