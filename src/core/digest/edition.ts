import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";

/** An article with the brief of its latest revision: what the archive holds. */
export interface Filed {
  readonly article: Article;
  readonly brief: Brief;
}

/** One brief in an edition. */
export interface Item {
  readonly filed: Filed;
  /** The channel has carried an earlier revision of this article. */
  readonly update: boolean;
}

/** One issue of a digest for one channel. */
export interface Edition {
  readonly subscription: string;
  readonly channel: string;
  readonly slot: Instant;
  readonly timeZone: string;
  /** In the order in which they are read; never empty: an empty edition is not made. */
  readonly items: readonly Item[];
  /** Items that were due as well and wait for the next edition, because this one is full. */
  readonly waiting: number;
}
