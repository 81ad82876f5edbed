import type { ArticleId } from "#core/article/article.ts";
import type { Dateline } from "#core/article/dateline.ts";

/** Who said a quote, as the article itself names them. */
export interface Speaker {
  /** The fullest form of the name in the article. */
  readonly name: string;
  /** As the article states it; `null` where it states none. */
  readonly role: string | null;
  /** The mention that settled who spoke: offsets in the body, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Words someone said, exactly as the article prints them, without the quotation marks.
 *
 * `text` is always a substring of the article body: we may leave a quote out, but we never rewrite
 * one. `speaker` is `null` when attribution is uncertain, because a quote without a name is safer
 * than a quote with the wrong name.
 */
export interface Quote {
  readonly text: string;
  /** `body.slice(start, end) === text`, in UTF-16 units: the proof that it is there. */
  readonly start: number;
  readonly end: number;
  /** The verb of speech, as printed: `told`; `null` where none stands beside the quote. */
  readonly cue: string | null;
  readonly speaker: Speaker | null;
}

/** One thing the article states, in the article's words. */
export interface Fact {
  /**
   * The article's words, in their order. It may lack a leading connective or a trailing
   * attribution; a referent in square brackets is the article's too.
   */
  readonly text: string;
  /** The sentence that it stands in. */
  readonly start: number;
  readonly end: number;
  /** Who claims it; `null` where the article states it in its own voice. */
  readonly attribution: string | null;
  /** The word that keeps the claim open: `reportedly`. */
  readonly hedge: string | null;
}

/** What a reader needs of one article, every text of it proven by its offsets. */
export interface Brief {
  readonly id: ArticleId;
  readonly headline: string;
  readonly body: string;
  readonly dateline: Dateline | null;
  /** In order of importance, five at most. */
  readonly facts: readonly Fact[];
  /** In order of appearance. */
  readonly quotes: readonly Quote[];
}

/** What a brief is written from. */
export interface Draft {
  readonly id: ArticleId;
  readonly title: string | null;
  readonly body: string;
  readonly dateline: Dateline | null;
}

/** Writes the brief of one article: deterministic, offline, and total: no text makes it throw. */
export type WriteBrief = (draft: Draft) => Brief;
