import type { Article, ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { ShownCopy } from "./shown-copy.ts";

/** Port: every article and its brief. Beside what readers may see it has verbs of the desk's own. */
export interface Archive extends ShownCopy {
  /**
   * What these readers may see: the same verbs, which answer as if copy that is not for them were not there either. The verbs of the
   * archive itself leave out what is held alone.
   */
  forReaders(readers: Readers): ShownCopy;
  /** Those of these articles that are not for some readers, held or not. */
  keptFrom(ids: readonly ArticleId[], readers: Readers): Promise<readonly ArticleId[]>;
  /** Stores a revision, its brief and the ledger entries about it, all or nothing; filing the same revision again changes nothing. */
  file(article: Article, brief: Brief, entries: readonly LedgerEntry[]): Promise<void>;
  /**
   * Replaces the latest revision of an article by one whose text is the same, at `now`: its path, its
   * section and tags, whether its file can be read, and the date and version that tell it from a
   * revision that comes late. No post is outdated by it. What was held until now and is so no more is
   * offered to every place that could not see it.
   */
  restate(article: Article, entries: readonly LedgerEntry[], now: Instant): Promise<void>;
  /**
   * Replaces the brief of a revision, if that is the latest, no post has it or waits with it, and no edition that waits for an editor.
   * @returns whether it was
   */
  improve(article: Pick<Article, "id" | "revision">, brief: Brief): Promise<boolean>;
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
  /**
   * Articles that were held until a moment after `since`, and not after `now`, that had come in before, and of which the
   * audit says nothing under the key of that moment (`freedKey`); the earliest first. For the desk alone.
   */
  freedUnnoted(
    since: Instant,
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly id: ArticleId; readonly until: Instant }[]>;
  /** The highest revision stored for an id, held or not; 0 for none. */
  revision(id: ArticleId): Promise<number>;
  /** The article whose latest revision has this content, held or not. */
  ofContent(contentHash: string): Promise<Pick<Article, "id" | "path"> | null>;
}
