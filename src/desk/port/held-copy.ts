import type { Article, ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Slice, Sought, SoughtOrder } from "#core/reply/sought.ts";

/** Where words are looked for: in headline and slug, as one types them, or in the whole text. */
export type HeldWhere = "headline" | "text";

/**
 * Port: copy that may not be shown at a moment, for editors alone. It stands apart from the archive,
 * and is had of `forEditors` only, so that no answer to a reader asks it by a slip.
 */
export interface HeldCopy {
  /** What of it may be named where these read, to an editor who asks there. */
  forReaders(readers: Readers): Omit<HeldCopy, "forReaders" | "heldInDoubt">;
  /** The article with this id, where it is held or killed; `null` for any other. */
  heldArticle(id: ArticleId, now: Instant): Promise<Filed | null>;
  /** The last revisions of an article, shown or not, the first of them first. */
  history(id: ArticleId, limit: number): Promise<readonly Article[]>;
  /**
   * Held articles in which every typed word begins a word, or whose id or slug begins so; all of them
   * for an empty text. The newest first.
   */
  heldLike(typed: string, where: HeldWhere, now: Instant, limit: number): Promise<readonly Filed[]>;
  /** Held or killed articles that are what is sought. Any text is safe to look for. */
  findHeld(
    sought: Sought,
    order: SoughtOrder,
    now: Instant,
    slice: Slice,
  ): Promise<readonly Filed[]>;
  /** What is held and not killed, the newest first. */
  heldNow(now: Instant, slice: Slice): Promise<readonly Filed[]>;
  /** How many of these came in after a moment, as far as so many. */
  countHeld(after: Instant, now: Instant, most: number): Promise<number>;
  /** How many are held by their own words, without anybody knowing until when: an editor must say. */
  heldInDoubt(): Promise<number>;
}
