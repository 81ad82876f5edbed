import type { Instant } from "#core/article/instant.ts";

/** Port: where the bot has said who it is. */
export interface Greetings {
  /** Notes that a place is greeted. @returns false where it was before, however long ago */
  take(place: string, now: Instant): Promise<boolean>;
}
