import type { ArticleId } from "#core/article/article.ts";
import { disagreements } from "#core/change/disagreement.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { StoryShown } from "#core/reply/story-answer.ts";
import { printedWords } from "#core/story/printed.ts";
import type { Placement, StoryId } from "#core/story/story.ts";
import type { ReplyParts } from "./parts.ts";

/** Reports that are looked at: the latest of a story. */
const MOST_REPORTS = 24;

/** The story of an article, without what may not be shown here; `null` where it stands in none. */
export async function storyOf(
  { stories, clock }: Pick<ReplyParts, "stories" | "clock">,
  filed: Filed,
): Promise<StoryShown | null> {
  const { article } = filed;
  const now = clock.now();
  const placement = (await stories.placements([article.id], now)).get(article.id);
  if (placement === undefined) return null;
  const reports = await stories.reports(placement.story, now, MOST_REPORTS);
  const copies = new Set(
    reports.flatMap((one) => (one.placement.duplicate ? [one.filed.article.id] : [])),
  );
  const shown = reports.map(({ filed }) => filed);
  const own = shown.filter((one) => !copies.has(one.article.id));
  return {
    placement: { ...placement, shared: printedWords(placement.shared, filed) },
    others: shown.filter((one) => one.article.id !== article.id),
    disagreements: disagreements(own),
  };
}

/** An article's place in its story, as candidates and timelines have it. */
export function inStory(placement: Placement | undefined): {
  readonly story?: StoryId;
  readonly copyOf?: ArticleId;
} {
  if (placement === undefined) return {};
  const { story, duplicate } = placement;
  return duplicate === null ? { story } : { story, copyOf: duplicate.of };
}
