import type { Instant } from "./instant.ts";

/**
 * A moment before which an article appears nowhere.
 *
 * One that cannot be read holds the article until an editor mends the copy, because a story that is
 * late costs less than a story that is early.
 */
export type Embargo =
  | { readonly kind: "until"; readonly instant: Instant; readonly text: string }
  | { readonly kind: "unreadable"; readonly text: string };

/** Says whether an embargo forbids showing the article at `now`. */
export function isHeld(embargo: Embargo | null, now: Instant): boolean {
  if (embargo === null) return false;
  return embargo.kind === "unreadable" || now < embargo.instant;
}
