import type { Instant } from "#core/article/instant.ts";

/** What a reader looks for in the archive: all that is given must be met. */
export interface Sought {
  /** Each a word, or several that stand beside each other: in headline, byline, tags or text. */
  readonly words: readonly string[];
  /** Those of the words that are looked for as they stand; the others stand for their forms, too (`word-forms.ts`). */
  readonly exact: readonly string[];
  /** None of these may stand there. */
  readonly without: readonly string[];
  /** Words of the source, the agency or the byline; `null` for any. */
  readonly from: string | null;
  /** Words of the name of someone who is quoted; `null` for any. */
  readonly speaker: string | null;
  /** Words of a place that the article is filed from or about; `null` for any. */
  readonly place: string | null;
  /** A whole name of a section, tag or subject, in capitals or not; `null` for any. */
  readonly topic: string | null;
  /** Published, or else taken in, at or after this moment; `null` for any time. */
  readonly since: Instant | null;
  /** Published, or else taken in, before this moment; `null` for any time. */
  readonly until: Instant | null;
  /** Only articles in which someone is quoted. */
  readonly quoted: boolean;
}

/** Where a word of a question is looked for. */
export type WordField = "words" | "from" | "speaker" | "place";

/** Looks for nothing in particular: every article meets it. */
export const ANYTHING: Sought = {
  ...{ words: [], exact: [], without: [], from: null, speaker: null, place: null },
  topic: null,
  ...{ since: null, until: null, quoted: false },
};

/** `best`: by how much an article says of the words, and the newest first among equals. */
export type SoughtOrder = "best" | "newest" | "oldest";

/** Which of the articles found are wanted. */
export interface Slice {
  /** How many of the first are left out; 0 for none. */
  readonly skip: number;
  readonly limit: number;
}

/** Names that the archive collects from articles. */
export const NAME_KINDS = ["speaker", "topic", "place", "source"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A phrase of a question that is the name of something in what may be shown. */
export interface Named {
  /** As it was typed. */
  readonly phrase: string;
  readonly kind: NameKind;
}
