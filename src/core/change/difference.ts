import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Bound } from "#core/text/bound.ts";

/** A sentence of an article: `body.slice(start, end) === text`, in UTF-16 units. */
export interface Proof {
  readonly article: ArticleId;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A figure that a report states for one thing: who says it, and where. */
export interface Statement {
  /** What is measured: `killed`, `fine`, `homes destroyed`. */
  readonly measure: string;
  /** Whom or what it counts, where the measure does not say it: `people`, `soldiers`. */
  readonly subject: string;
  readonly value: number;
  /** The upper end of a range; else `null`. */
  readonly upTo: number | null;
  readonly bound: Bound | null;
  readonly unit: string | null;
  /** What kept it open, as printed: `could have been`, `feared`; `null` where it is stated flatly. */
  readonly hedge: string | null;
  /** As printed, with its bound, its unit and its hedge: `at least 31`, `up to 70 (could have been)`. */
  readonly text: string;
  /** Who claims it; `null` where the report says it in its own voice. */
  readonly owner: string | null;
  /** Who filed the report; `null` where the copy does not say. */
  readonly source: string | null;
  readonly at: Instant;
  readonly proof: Proof;
}

/** One thing that is new since what readers know. */
export type StoryChange =
  /** The same measure of the same thing has another value. */
  | {
      readonly kind: "figure";
      /** `killed`; with its subject where that is not simply people: `soldiers killed`. */
      readonly label: string;
      readonly before: Statement;
      readonly after: Statement;
    }
  /** A name that is written otherwise now, or another in its place, in a sentence that stayed. */
  | {
      readonly kind: "renamed";
      readonly before: string;
      readonly name: string;
      readonly after: Proof;
    }
  /** A name that stands nowhere in what readers know. */
  | { readonly kind: "name"; readonly name: string; readonly after: Proof }
  /** A fact of the newer brief that the older copy does not tell; `before` is the nearest it had. */
  | {
      readonly kind: "fact";
      readonly text: string;
      readonly before: Proof | null;
      readonly after: Proof;
    };

/** A measure for which reports of one story, filed at the same time, have figures that exclude each other. */
export interface Disagreement {
  /** As in a figure that changes: `killed`. */
  readonly label: string;
  /** At least two, of different sources; the highest value first. */
  readonly statements: readonly Statement[];
}
