import type { Instant } from "./instant.ts";

/**
 * A moment before which an article appears nowhere.
 *
 * One that cannot be read holds the article until an editor mends the copy, because a story that is
 * late costs less than a story that is early.
 */
export type Embargo =
  | (EmbargoWords & { readonly kind: "until"; readonly instant: Instant })
  | (EmbargoWords & { readonly kind: "unreadable" });

/** The words that hold the copy, so that an editor can settle what they mean. */
interface EmbargoWords {
  readonly text: string;
  /** Where they stand: `the headline`, `the page header`; `null` where that is not known. */
  readonly place?: string | null;
  /** Other notices of the same copy that hold it too: letting one go lets none of these go. */
  readonly also?: readonly Embargo[];
}

/** Says whether an embargo forbids showing the article at `now`. */
export function isHeld(embargo: Embargo | null, now: Instant): boolean {
  if (embargo === null) return false;
  return embargo.kind === "unreadable" || now < embargo.instant;
}
