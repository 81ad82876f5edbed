import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Kept } from "#core/message/withdraw.ts";
import type { Named, NameKind, Slice, Sought, SoughtOrder, WordField } from "#core/reply/sought.ts";

/** Since when posts withhold an article that they showed. */
export type WithdrawnSince = Pick<Kept, "how" | "at">;

/** A headline to choose from. */
export interface Listed {
  readonly id: ArticleId;
  readonly headline: string;
}

/**
 * Port: what readers may see.
 *
 * Every verb takes `now` and answers as if articles that are held at that moment were not there: the
 * promise is kept in the query, so that no caller can forget it.
 */
export interface ShownCopy {
  get(id: ArticleId, now: Instant): Promise<Filed | null>;
  /** Newest first, by `published`, else `takenIn`. */
  latest(now: Instant, limit: number): Promise<readonly Filed[]>;
  /** Articles in which every word stands (headline, body, byline, tags), best first. Any text is safe to search for. */
  search(words: string, now: Instant, limit: number): Promise<readonly Filed[]>;
  /** Articles that are what is sought. Any text is safe to look for. */
  find(sought: Sought, order: SoughtOrder, now: Instant, slice: Slice): Promise<readonly Filed[]>;
  /** How many articles are what is sought, as far as so many. */
  count(sought: Sought, now: Instant, most: number): Promise<number>;
  /**
   * What may be meant by a word that stands in nothing that may be shown: words which do stand there, in that field, and
   * are a slip or two away (`core/reply/slip.ts`), the likeliest first and folded. None for a word that stands there.
   */
  meant(typed: string, field: WordField, now: Instant, limit: number): Promise<readonly string[]>;
  /** What was taken in at or after `since`, the latest first. */
  arrived(since: Instant, now: Instant, limit: number): Promise<readonly Filed[]>;
  /**
   * The newest revisions of an article that readers may see, the first of them first; none of one that
   * is held, nor one that was held until the next came. The `change` of each may tell of one that is not among them.
   */
  revisions(id: ArticleId, now: Instant, limit: number): Promise<readonly Article[]>;
  /**
   * How and since when delivered posts withhold an article that they showed; `null` for one that may be
   * shown, and for one that was never posted: of that nobody learns that it is there.
   */
  withdrawal(id: ArticleId, now: Instant): Promise<WithdrawnSince | null>;
  /**
   * Names of a kind in which every typed word begins a word, those in the latest filings first; all of
   * them for an empty text.
   */
  names(kind: NameKind, typed: string, now: Instant, limit: number): Promise<readonly string[]>;
  /**
   * Those of some phrases that are whole names, and of which kinds; of a speaker the last word is enough. Upper and
   * lower case, accents and marks make no difference.
   */
  named(phrases: readonly string[], now: Instant): Promise<readonly Named[]>;
  /** Headlines in which every typed word begins a word, newest first; all of them for an empty text. */
  headlines(typed: string, now: Instant, limit: number): Promise<readonly Listed[]>;
}
