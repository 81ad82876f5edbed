import type { Instant } from "#core/article/instant.ts";
import type { NamedPlace, PlaceFailing } from "#core/message/notice.ts";

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

/** A trouble that goes on or has ended, and what a place of the admins was told of it. */
export interface ToldTrouble extends PlaceTrouble {
  readonly ripe: Instant;
  /** `null`: it goes on. */
  readonly ended: Instant | null;
  /** It was told of the trouble since then; `null`: of none, or that it has ended. */
  readonly told: Instant | null;
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
  /** Every trouble that was noted, the oldest first, and what that place was told of it. */
  toldTo(place: string): Promise<readonly ToldTrouble[]>;
  /** Notes that a place was told of a trouble since then; `null`: that it has ended. */
  noteTold(place: string, subscription: string, since: Instant | null): Promise<void>;
}
