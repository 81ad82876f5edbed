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
/** Those who guess from everywhere must not keep everybody else out for long. */
const LONGEST_WAIT_OF_ALL = 20 * SECOND;
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
  /** It was right: the address begins anew. */
  succeeded(address: string): void;
}

interface Tried {
  readonly wrong: number;
  readonly at: number;
}

/** @param now milliseconds that only ever go on: no clock that may be put back */
export function createAttempts(now: () => number): Attempts {
  const byAddress = new Map<string, Tried>();
  let all: Tried = { wrong: 0, at: now() };
  const current = (tried: Tried | undefined): Tried =>
    tried === undefined || now() - tried.at >= FORGOTTEN_AFTER ? { wrong: 0, at: now() } : tried;
  const waitOf = ({ wrong, at }: Tried, free: number, longest: number) => {
    if (wrong < free) return 0;
    const wait = Math.min(longest, FIRST_WAIT * 2 ** Math.min(wrong - free, 30));
    return Math.max(0, at + wait - now());
  };
  return {
    take(address) {
      const own = current(byAddress.get(address));
      all = current(all);
      const wait = Math.max(
        waitOf(own, FREE_TRIES, LONGEST_WAIT),
        waitOf(all, FREE_TRIES_OF_ALL, LONGEST_WAIT_OF_ALL),
      );
      if (wait > 0) return wait;
      byAddress.delete(address);
      byAddress.set(address, { wrong: own.wrong + 1, at: now() });
      all = { wrong: all.wrong + 1, at: now() };
      const [oldest] = byAddress.keys();
      if (byAddress.size > MOST_ADDRESSES && oldest !== undefined) byAddress.delete(oldest);
      return 0;
    },
    succeeded(address) {
      byAddress.delete(address);
      all = { ...all, wrong: Math.max(0, all.wrong - 1) };
    },
  };
}
