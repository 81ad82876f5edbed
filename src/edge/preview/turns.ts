const SECOND = 1_000;

/** Milliseconds between the first two turns; each wrong try behind it doubles them. */
const FIRST_WAIT = SECOND;
/** Those who guess from everywhere are to keep nobody out for longer than the turns of those who came before. */
export const LONGEST_TURN = 20 * SECOND;
/** Milliseconds for which a turn that has come is kept for its address. */
export const KEPT_FOR = 60 * SECOND;
/** Addresses that have a turn to come. */
const MOST_WAITING = 10_000;

/**
 * Turns, one after the other, for addresses that guess at one thing together: each has one at a time, in the order in which
 * they came, so that nobody gets more of them by knocking more often.
 */
export interface Turns {
  /**
   * Uses the turn of an address up once it has come.
   * @param wrong tries beyond those that are free
   * @returns milliseconds until it comes; 0: it has, and is used
   */
  take(address: string, wrong: number): number;
}

/** @param now milliseconds that only ever go on */
export function createTurns(now: () => number): Turns {
  /** When each comes, the soonest first. */
  const coming = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  const forget = () => {
    for (const [address, at] of coming) {
      if (now() < at + KEPT_FOR) break;
      coming.delete(address);
    }
  };
  return {
    take(address, wrong) {
      forget();
      const own = coming.get(address);
      if (own !== undefined && own <= now()) {
        coming.delete(address);
        return 0;
      }
      if (own !== undefined) return own - now();
      const pause = Math.min(LONGEST_TURN, FIRST_WAIT * 2 ** Math.min(wrong, 30));
      const at = Math.max(now(), last + pause);
      if (at > now() && coming.size >= MOST_WAITING) return at - now();
      last = at;
      if (at <= now()) return 0;
      coming.set(address, at);
      return at - now();
    },
  };
}
