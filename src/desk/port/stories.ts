import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Linking } from "#core/story/place.ts";
import type { Commonness, Placement, Signature, StoryId } from "#core/story/story.ts";

/** How an article finds its story: what is asked of the store, and what comes of it. */
export interface Placing {
  readonly signature: Signature;
  readonly revision: number;
  /** All keys by which others find it. */
  readonly keys: readonly string[];
  /** Those of them by which it looks for others. */
  lookup(commonness: Commonness): readonly string[];
  /** What it has in common with those that were found. */
  link(candidates: readonly Signature[], commonness: Commonness): Linking;
}

/** A report of a story that readers may see, and how it came to stand there. */
export interface StoryReport {
  readonly filed: Filed;
  readonly placement: Placement;
}

/**
 * Port: which articles are of one story. Every reading verb takes `now`, and answers as if what is held
 * or killed were not there; nothing of that decides where another article stands.
 */
export interface Stories {
  /**
   * Articles taken in since then whose latest revision stands in no story yet, the oldest filing first.
   * Where there is none, the next look begins with what is filed from now on.
   */
  unplaced(now: Instant, since: Instant, limit: number): Promise<readonly Filed[]>;
  /**
   * Places an article, in one transaction, and parts and joins anew whatever hangs together with it. What a
   * place has carried stays where it stands.
   */
  place(placing: Placing, now: Instant): Promise<void>;
  /** How articles came to their stories; without those that stand in none. */
  placements(ids: readonly ArticleId[], now: Instant): Promise<ReadonlyMap<ArticleId, Placement>>;
  /** The latest reports of a story, the oldest first. */
  reports(story: StoryId, now: Instant, limit: number): Promise<readonly StoryReport[]>;
}
