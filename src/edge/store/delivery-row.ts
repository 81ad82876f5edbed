import type { Instant } from "#core/article/instant.ts";
import type { DeliveryTable } from "./schema.ts";

/** What is not known of a delivery before it was sent. */
type Unsent = Pick<
  DeliveryTable,
  "state" | "due" | "attempt" | "again" | "error" | "message_id" | "url" | "settled_at" | "claimant"
>;

/** The columns of a delivery that waits, and that nobody has tried to carry. */
export function unsent(due: Instant): Unsent {
  return {
    ...{ state: "waiting", due, attempt: 0, again: 0 },
    ...{ error: null, message_id: null, url: null, settled_at: null },
    claimant: null,
  };
}
