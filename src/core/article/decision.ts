import type { Instant } from "./instant.ts";

/**
 * What an editor has decided about an article: every later revision keeps it.
 *
 * A hold or a kill stands over whatever its publisher says, until an editor releases the article. A
 * release lets go copy that its own words hold, and those words alone: a revision that other words hold
 * is held anew.
 */
export interface Decision {
  readonly kind: "hold" | "kill" | "release";
  /** The editor's name, as people call them. */
  readonly by: string;
  readonly at: Instant;
  /** The holds that are let go, as `Hold.key` names them; a hold keeps them for its own release. */
  readonly released?: readonly string[];
}
