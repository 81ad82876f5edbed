import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Part } from "./editions.ts";
import type { Troubles } from "./troubles.ts";

/** A channel for the admins alone. */
export interface AdminPlace {
  /** `admin@slack:C0123`. */
  readonly id: string;
  readonly platform: Subscription["platform"];
  readonly address: string;
}

/** Port: notices to the admins, on their way by the outbox. */
export interface Notices {
  /**
   * Tells a place, once, what has come up since it was last told: in one transaction reads it, and puts
   * the message that `make` makes of it into the outbox, under a slot that no other notice there has. A new place is told of the last day.
   * @returns whether there was anything to tell
   */
  tell(
    place: AdminPlace,
    now: Instant,
    make: (troubles: Troubles, slot: Instant) => Part,
  ): Promise<boolean>;
}
