import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { LeftOutUntil, Wishes } from "#core/digest/wishes.ts";

/** An article that an editor has left out of a place for good, and who. */
export interface LeftForGood {
  readonly subscription: string;
  readonly article: ArticleId;
  readonly by: string;
}

/** Who wishes, and when. */
export interface Wishing {
  /** The name that people know. */
  readonly by: string;
  readonly at: Instant;
}

/** Port: what editors want of the next edition of each place. */
export interface EditionWishes {
  /** Of these subscriptions, by their ids; those of which nobody wants anything are left out. */
  of(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Wishes>>;
  /**
   * Replaces the order of each of the next editions; `null`: the usual one.
   * @returns whether any of them had another one
   */
  arrange(
    subscriptions: readonly string[],
    ids: readonly ArticleId[] | null,
    wishing: Wishing,
  ): Promise<boolean>;
  /**
   * Keeps articles out of a place; what is left out for good stays so.
   * @returns those that were not left out so before
   */
  leaveOut(
    subscription: string,
    articles: readonly ArticleId[],
    until: Exclude<LeftOutUntil, "past">,
    wishing: Wishing,
  ): Promise<readonly ArticleId[]>;
  /** Takes it back that articles are left out. @returns those that were */
  takeBack(subscription: string, articles: readonly ArticleId[]): Promise<readonly ArticleId[]>;
  /** An edition was made by them: its order ends, and so does what was left out of it alone. */
  use(subscriptions: readonly string[]): Promise<void>;
  /** All that is left out for good, wherever it is. */
  leftForGood(): Promise<readonly LeftForGood[]>;
}
