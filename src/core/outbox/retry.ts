import type { DeliveryError } from "./courier.ts";

const SECOND = 1_000;
const FIRST_WAIT = 5 * SECOND;
const LONGEST_WAIT = 15 * 60 * SECOND;

/** With waits of a quarter of an hour at the end, this many attempts take a little over a day. */
const MOST_ATTEMPTS = 100;

/** What to do with a delivery after a failed attempt. */
export type Verdict =
  /** `wait` is in milliseconds; `again`: the failed attempt may have reached the channel. */
  | { readonly kind: "retry"; readonly wait: number; readonly again: boolean }
  /** It counts as no attempt. */
  | { readonly kind: "put-off"; readonly wait: number }
  | { readonly kind: "give-up" };

/**
 * Decides about a failed delivery by the error's code: waits double from five seconds to a quarter
 * of an hour, spread by `jitter` so that many channels do not return in step. Where the platform,
 * or our own pace, says when to come back, it is asked then.
 *
 * @param attempt the one that failed, 1 for the first
 * @param jitter 0 to 1
 */
export function afterFailure(error: DeliveryError, attempt: number, jitter: number): Verdict {
  if (error.code === "put-off") return { kind: "put-off", wait: error.retryAfter ?? FIRST_WAIT };
  if (attempt >= MOST_ATTEMPTS || error.code === "gone") return { kind: "give-up" };
  const again = error.code === "unreachable";
  // Whoever says when to come back is asked then: a longer wait would only waste the allowed rate.
  if (error.code === "rate-limited" && error.retryAfter !== null) {
    return { kind: "retry", wait: error.retryAfter, again };
  }
  const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
  const wait = Math.round(backoff * (1 + jitter / 4));
  return { kind: "retry", wait: Math.max(wait, error.retryAfter ?? 0), again };
}
