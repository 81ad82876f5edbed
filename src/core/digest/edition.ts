import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief, Fact } from "#core/brief/brief.ts";
import type { Disagreement, StoryChange } from "#core/change/difference.ts";
import type { Mark, OtherPiece } from "#core/story/story.ts";

/** An article with the brief of its latest revision: what the archive holds. */
export interface Filed {
  readonly article: Article;
  readonly brief: Brief;
}

/** One story in an edition, by the brief of the report that leads it. */
export interface Item {
  readonly filed: Filed;
  /** The channel has carried an earlier revision of this article, or another report of its story. */
  readonly update: boolean;
  /** What there is to say beside the brief; left out: nothing. */
  readonly story?: StoryNote;
  /** Why it stands where it does, for whoever asks; left out: nobody weighed it. */
  readonly reason?: string;
}

/** What an edition says of a story beside the brief of its lead. */
export interface StoryNote {
  readonly mark: Mark;
  /** `also: AFP, Reuters (3 reports)`; empty where nobody else reports it. */
  readonly others: readonly OtherPiece[];
  /** What readers of the channel do not know yet; empty where they know nothing of the story. */
  readonly changes: readonly NewsChange[];
  readonly disagreements: readonly Disagreement[];
  /** Reports beside the lead that any of this was drawn from. */
  readonly beside: readonly Pick<Article, "id" | "revision">[];
}

/** A change, and for a new fact the fact as its brief has it, with its owner and its hedge. */
export interface NewsChange {
  readonly change: StoryChange;
  readonly fact: Fact | null;
  /** Who reports it, where that is not the lead. */
  readonly source: string | null;
}

/** A report that another one of its story stands for. */
export interface ToldReport {
  readonly article: Article;
  /** The report in which its story is told. */
  readonly by: ArticleId;
}

/** A digest comes at its slot; what is urgent goes out between slots, at once. */
export type EditionKind = "digest" | "at-once";

/** One issue of a digest for one channel. */
export interface Edition {
  readonly subscription: string;
  readonly channel: string;
  /** What it is called; left out: by its channel. */
  readonly title?: string;
  readonly slot: Instant;
  readonly timeZone: string;
  /** In the order in which they are read; never empty: an empty edition is not made. */
  readonly items: readonly Item[];
  /** Items that were due as well and wait for the next edition, because this one is full. */
  readonly waiting: number;
  /** `at-once`: urgent items beside the digest; left out: a digest. */
  readonly kind?: EditionKind;
  /** Reports that are not shown by themselves; left out: none. */
  readonly told?: readonly ToldReport[];
  /** The name of the cron line that it is due by: `Morning`; left out: it has none. */
  readonly name?: string;
  /** How late it is, in milliseconds after its slot; left out: it is on time. */
  readonly late?: number;
  /** An editor has set the order of its items, and they stand in it; left out: sections stand together. */
  readonly arranged?: boolean;
  /** It waits for an editor's word before it goes anywhere; left out: it goes. */
  readonly awaits?: boolean;
  /** It goes out within quiet hours, and without a sound where the platform can; left out: it does not. */
  readonly silent?: boolean;
}
