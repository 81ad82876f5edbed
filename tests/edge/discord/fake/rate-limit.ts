import type { Reply } from "./fault.ts";

/** A limit on all calls together. */
export interface RateLimit {
  /** The refusal of a call that is too many; `null` for one that may pass. */
  take(): Reply | null;
  /** How many calls were refused. */
  readonly refused: number;
}

/**
 * Discord's global limit (Discord docs, "Rate Limits"): a bucket of so many calls that fills up again
 * within a second.
 */
export function createRateLimit(aSecond: number): RateLimit {
  let left = aSecond;
  let then = performance.now();
  let refused = 0;
  return {
    take() {
      const now = performance.now();
      left = Math.min(aSecond, left + ((now - then) / 1_000) * aSecond);
      then = now;
      if (left >= 1) {
        left -= 1;
        return null;
      }
      refused += 1;
      return TOO_MANY;
    },
    get refused() {
      return refused;
    },
  };
}

const TOO_MANY: Reply = {
  status: 429,
  headers: {
    "content-type": "application/json",
    ...{ "retry-after": "1", "x-ratelimit-global": "true" },
  },
  body: JSON.stringify({
    ...{ message: "You are being rate limited.", retry_after: 1, global: true },
  }),
};
