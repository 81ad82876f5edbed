import type { Instant } from "#core/article/instant.ts";
import type { DeliveryErrorCode } from "#core/outbox/courier.ts";

/** In milliseconds: trouble that passes by itself is told when it has lasted so long. */
export const PASSING = 10 * 60 * 1000;

/**
 * When people are told of a failure; `null` for never. What a platform refuses stays until someone
 * mends it, and is told at once; a post that somebody has deleted says nothing about its channel.
 */
export function ripeAt(code: DeliveryErrorCode, now: Instant): Instant | null {
  switch (code) {
    case "refused":
      return now;
    case "rate-limited":
    case "unreachable":
      return now + PASSING;
    case "gone":
    case "put-off":
      return null;
  }
}
