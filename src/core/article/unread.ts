import type { Instant } from "./instant.ts";

/**
 * Why the latest word of an article's file is not known: it came and cannot be read, or it went away
 * while it was held. What was known before is shown nowhere new until the file can be read again,
 * because what it says now may be that nobody may show it.
 */
export interface Unread {
  /** A sentence for the editor, which names the file and the mend. */
  readonly reason: string;
  /** The file that ends it once it can be read: below the watched folder or bucket, without a story's own name. */
  readonly file: string;
  readonly at: Instant;
}
