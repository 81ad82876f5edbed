import type { ArticleId } from "#core/article/article.ts";
import type { Quote } from "#core/speech/quote.ts";
import type { Dateline } from "#core/text/dateline.ts";
import type { TextKind } from "#core/text/kind.ts";
import type { ToldKind } from "#core/text/tell-kind.ts";
import type { BriefFault } from "./brief-fault.ts";

/** One thing the article states, in the article's words. */
export interface Fact {
  /**
   * A whole sentence of the article. It may lack a connective that opens it, and then the next word
   * has a capital, and an attribution behind it that `attribution` carries; nothing else. One that
   * leans on the sentence before it ("He denies both charges") stands right behind that.
   */
  readonly text: string;
  /** The sentence that it stands in. */
  readonly start: number;
  readonly end: number;
  /**
   * Who claims it; `null` where the article states it in its own voice. What an opinion says has an owner also
   * where nobody signs it: one of `UNNAMED`.
   */
  readonly attribution: string | null;
  /** The word that keeps the claim open: `reportedly`. */
  readonly hedge: string | null;
}

/** Who owns what an opinion says that nobody signs. A leader is nobody's but the paper's. */
export const UNNAMED = { view: "the writer", leader: "the editorial" } as const;

/** What a reader needs of one article, every text of it proven by its offsets. */
export interface Brief {
  readonly id: ArticleId;
  readonly headline: string;
  readonly body: string;
  readonly dateline: Dateline | null;
  /** BCP 47, as told with the copy; `null` where it is not known. */
  readonly language: string | null;
  readonly kind: TextKind;
  /** Whether who speaks was looked for at all: it is in English, and where its language has a table. */
  readonly speakersRead: boolean;
  /**
   * In the article's order, but for one that tells the headline's promise and comes forward; or by importance, where a
   * model has said so and each can be read behind the one before it. Five at most.
   */
  readonly facts: readonly Fact[];
  /** In order of appearance. */
  readonly quotes: readonly Quote[];
  /**
   * The numbers, from 0, of the quotes that are printed beside the facts, the worthiest first: they can be read
   * alone. Absent in briefs that were stored before there were any.
   */
  readonly pullQuotes?: readonly number[];
  /** What was written by the rules, where an editor has mended it; left out: nobody has. */
  readonly written?: Written;
  /** What a language model chose in it; left out: it is the rules' alone. */
  readonly judged?: Judged;
  /** What a first draft of it broke, so that it is but headline and lede; absent where nothing was. */
  readonly faults?: readonly BriefFault[];
}

/** A language model's part in a brief: it has chosen among the article's own words, by their numbers. */
export interface Judged {
  /** As the config calls it. */
  readonly model: string;
  /** SHA-256 of its answer, in hex. */
  readonly answer: string;
  /** What it changed in the rules' brief, and what of its answer was not heeded, as sentences for the desk. */
  readonly notes: readonly string[];
}

/** What of a brief an editor may mend, as it was written. */
export type Written = Pick<Brief, "headline" | "facts" | "quotes" | "pullQuotes">;

/** What a brief is written from. */
export interface Draft {
  readonly id: ArticleId;
  readonly title: string | null;
  /** Words of the copy that a headline may be of, beside its title. Left out: there are none. */
  readonly subheadline?: string | null;
  readonly body: string;
  readonly dateline: Dateline | null;
  /** BCP 47; `null` where it is not known. */
  readonly language: string | null;
  /** Who wrote it, as the copy has it: the owner of an opinion. Left out: nobody is named. */
  readonly byline?: string | null;
  /** Tells opinion from news where the copy keeps them apart. Left out: none. */
  readonly section?: string | null;
  /** What the copy says of its own kind: `Opinion`. Left out: nothing. */
  readonly genre?: string | null;
  /** Keys of lines that its source repeats under other stories, which are no part of this one. Left out: none is known. */
  readonly repeated?: readonly string[];
  /** Who published it, whose name is no part of the headline. Left out: nobody is named. */
  readonly source?: string | null;
  /** What it is, where somebody else has told that as well; left out: the rules tell. */
  readonly told?: ToldKind;
}

/** Writes the brief of one article: deterministic, offline, and total: no text makes it throw. */
export type WriteBrief = (draft: Draft) => Brief;
