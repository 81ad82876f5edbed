import type { Instant } from "./instant.ts";

/** What a revision says of itself, in its status, its headline, or a notice above its story. */
export interface Announced {
  readonly kind: "correction" | "update" | "write-through" | "kill" | "advisory";
  /** The copy's own words: `CORRECTION: Corrects the toll in the second paragraph`. */
  readonly text: string;
}

/** What one revision of an article changes in the one before it. */
export interface Change {
  readonly kind:
    | "correction"
    | "update"
    | "write-through"
    | "kill"
    | "restored"
    /** The desk has mended the brief; the article is as it was. */
    | "mended"
    | "unchanged";
  /** What a reader is told, in order of weight: `toll: 12 → 15`; empty where no single thing stands out. */
  readonly details: readonly string[];
  /** The copy's own words for it; `null` where it has none. */
  readonly note: string | null;
  /** Left out: copy that came made it. */
  readonly made?: Made;
}

/** When a revision was made that no copy made, and by whom. */
export interface Made {
  readonly at: Instant;
  /** The editor's name, as people call them; `null`: nobody's order, but a file's. */
  readonly by: string | null;
}
