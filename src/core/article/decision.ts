import type { Instant } from "./instant.ts";

/**
 * What an editor has decided about an article, over whatever its publisher says: every later revision
 * keeps it, until an editor releases the article.
 */
export interface Decision {
  readonly kind: "hold" | "kill";
  /** The editor's name, as people call them. */
  readonly by: string;
  readonly at: Instant;
}
