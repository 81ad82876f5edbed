import type { ArticleId } from "#core/article/article.ts";
import { type Link, regroup, type Standing } from "./regroup.ts";
import type { StoryId } from "./story.ts";

/** More reports than so many are not parted anew: a new one only finds its place among them. */
export const MOST_NEAR = 80;

/** The reports that hang together with one that has just come, and what is known of their pairs. */
export interface Neighbourhood {
  readonly reports: readonly Standing[];
  readonly links: readonly Link[];
  /** Stories of further reports that are named after one of these. */
  readonly others: ReadonlySet<StoryId>;
}

/** Where each report of a neighbourhood belongs, now that one more has come. */
export function settle({ reports, links, others }: Neighbourhood): ReadonlyMap<ArticleId, StoryId> {
  const isMany = reports.length >= MOST_NEAR;
  const standing = reports.map((one) => (isMany ? { ...one, isPosted: one.story !== null } : one));
  return regroup(standing, links, others);
}
