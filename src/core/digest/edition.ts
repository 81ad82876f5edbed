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

/** A digest comes at its slot; what is urgent goes out between slots, at once. */
export type EditionKind = "digest" | "at-once";

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
  /** `at-once`: urgent items beside the digest; left out: a digest. */
  readonly kind?: EditionKind;
  /** The name of the cron line that it is due by: `Morning`; left out: it has none. */
  readonly name?: string;
  /** How late it is, in milliseconds after its slot; left out: it is on time. */
  readonly late?: number;
  /** It goes out within quiet hours, and without a sound where the platform can; left out: it does not. */
  readonly silent?: boolean;
}
