import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Placement, StoryId } from "#core/story/story.ts";

/** A report of a story that readers may see, and how it came to stand there. */
export interface StoryReport {
  readonly filed: Filed;
  readonly placement: Placement;
}

/** A story of several reports, and the one of them that was placed last. */
export interface ActiveStory {
  readonly story: StoryId;
  readonly last: ArticleId;
}

/**
 * Port: which articles are of one story. Every reading verb takes `now`, and answers as if what is held
 * or killed were not there; nothing of that decides where another article stands.
 */
export interface Stories {
  /**
   * Stories as these readers may see them: reports that are not for them are in none, and what brought another one to its story is
   * told of those alone that they may see. They know a story by the first report that they may see, and find it by any such.
   */
  forReaders(readers: Readers): Pick<Stories, "placements" | "reports" | "active">;
  /** Articles taken in since then whose latest revision stands in no story yet, the oldest filing first. */
  unplaced(now: Instant, since: Instant, limit: number): Promise<readonly Filed[]>;
  /** The next look for what is unplaced begins with what is filed from now on, or was held at `now`. */
  passAll(now: Instant): Promise<void>;
  /** How articles came to their stories; without those that stand in none. */
  placements(ids: readonly ArticleId[], now: Instant): Promise<ReadonlyMap<ArticleId, Placement>>;
  /**
   * The strands of stories: the reports that hang together by pairs which are as sure as this at least, by the id that
   * their strand is named after. What may not be shown at `now` leads from no report to another.
   */
  strands(
    stories: ReadonlySet<StoryId>,
    least: number,
    now: Instant,
  ): Promise<ReadonlyMap<ArticleId, ArticleId>>;
  /**
   * Stories of two reports and more, those first to which one came last.
   * @param before the last report of a story: those alone whose last one came before it, and none where it may not be seen any
   *   more; `null`: from the last one
   */
  active(before: ArticleId | null, now: Instant, limit: number): Promise<readonly ActiveStory[]>;
  /** The latest reports of a story, the oldest first. */
  reports(story: StoryId, now: Instant, limit: number): Promise<readonly StoryReport[]>;
}
