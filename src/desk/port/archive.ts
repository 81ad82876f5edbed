import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Kept } from "#core/message/withdraw.ts";
import type { NameKind, Slice, Sought, SoughtOrder } from "#core/reply/sought.ts";
import type { LedgerEntry } from "./ledger.ts";

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
  /** What was taken in at or after `since`, the latest first. */
  arrived(since: Instant, now: Instant, limit: number): Promise<readonly Filed[]>;
  /**
   * The newest revisions of an article that readers may see, the first of them first; none of one that
   * is held. Some of them may not have been shown in their time: ask `isShown` of each.
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
  /** Headlines in which every typed word begins a word, newest first; all of them for an empty text. */
  headlines(typed: string, now: Instant, limit: number): Promise<readonly Listed[]>;
}

/** Port: every article and its brief. Beside what readers may see it has verbs of the desk's own. */
export interface Archive extends ShownCopy {
  /** Stores a revision, its brief and the ledger entries about it, all or nothing; filing the same revision again changes nothing. */
  file(article: Article, brief: Brief, entries: readonly LedgerEntry[]): Promise<void>;
  /**
   * Replaces the latest revision of an article by one whose text is the same, at `now`: its path, its
   * section and tags, whether its file can be read, and the date and version that tell it from a
   * revision that comes late. No post is outdated by it. What was held until now and is so no more is
   * offered to every place that could not see it.
   */
  restate(article: Article, entries: readonly LedgerEntry[], now: Instant): Promise<void>;
  /** The latest revision of an article, held or killed or not: for the desk alone, never for readers. */
  current(id: ArticleId): Promise<Filed | null>;
  /** The latest revisions of articles that have one of these keys, held or not, newest filing first. */
  sharing(keys: readonly string[]): Promise<readonly Article[]>;
  /** Texts of the latest articles of a source, the newest first, held or not: for the desk alone. */
  bodiesOf(source: string, limit: number): Promise<readonly string[]>;
  /** Which of these articles readers may not see at `now`: for the desk alone. */
  heldOf(ids: readonly ArticleId[], now: Instant): Promise<readonly ArticleId[]>;
  /** Paths of articles that were held until a moment after `since`, and not after `now`: for the desk alone. */
  freed(since: Instant, now: Instant): Promise<readonly string[]>;
  /** The highest revision stored for an id, held or not; 0 for none. */
  revision(id: ArticleId): Promise<number>;
  /** The article whose latest revision has this content, held or not. */
  ofContent(contentHash: string): Promise<Pick<Article, "id" | "path"> | null>;
}
