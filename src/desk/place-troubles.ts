import type { Instant } from "#core/article/instant.ts";
import type { NamedPlace, PlaceFailing } from "#core/message/notice.ts";
import type { DeliveryErrorCode } from "#core/outbox/courier.ts";

/** A place that does not take what it is sent. */
export interface PlaceTrouble extends PlaceFailing {
  /** Of the first failure. */
  readonly since: Instant;
}

/** A failed attempt at a place. */
export interface PlaceFailure extends PlaceFailing {
  /** People are told of it from then on. */
  readonly ripe: Instant;
}

/** Port: which places do not take what they are sent, also across a restart, which may be the mend. */
export interface PlaceTroubles {
  /** Notes a failure. Of several in a row the first says since when, the earliest `ripe` counts. */
  failed(failure: PlaceFailure, now: Instant): Promise<void>;
  /**
   * Notes that a place takes what it is sent.
   * @returns the place, where people were told, or were to be told, that it does not; else `null`
   */
  worked(place: NamedPlace, now: Instant): Promise<PlaceTrouble | null>;
  /** What people are to know at `now`, the oldest first: where something waits, since what is ordered no more is no trouble. */
  standing(now: Instant): Promise<readonly PlaceTrouble[]>;
}

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
      return null;
  }
}
