import type { ArticleId } from "#core/article/article.ts";
import { type Link, regroup, type Standing } from "./regroup.ts";
import type { StoryId } from "./story.ts";

/** More reports than so many are not parted anew: a new one only finds its place among them. */
export const MOST_NEAR = 80;

/** Of more reports than so many the pairs are not weighed anew: they are too many. */
export const MOST_WEIGHED = 16;

/** The reports that hang together with one that has just come, and what is known of their pairs. */
export interface Neighbourhood {
  readonly reports: readonly Standing[];
  readonly links: readonly Link[];
  /** Stories of further reports that are named after one of these. */
  readonly others: ReadonlySet<StoryId>;
}

/**
 * The links that are to be weighed anew before a neighbourhood is settled: those of reports that were here before.
 * What readers have seen of two is said, and what has just come is weighed already.
 */
export function toWeighAnew<L extends Link>(
  reports: readonly Standing[],
  links: readonly L[],
): readonly L[] {
  if (reports.length > MOST_WEIGHED) return [];
  const fresh = new Set(reports.flatMap(({ article, story }) => (story === null ? article : [])));
  const posted = new Set(reports.flatMap(({ article, isPosted }) => (isPosted ? article : [])));
  return links.filter(
    ({ one, other }) =>
      !fresh.has(one) && !fresh.has(other) && !(posted.has(one) && posted.has(other)),
  );
}

/** Where each report of a neighbourhood belongs, now that one more has come. */
export function settle({ reports, links, others }: Neighbourhood): ReadonlyMap<ArticleId, StoryId> {
  const isMany = reports.length >= MOST_NEAR;
  const standing = reports.map((one) => (isMany ? { ...one, isPosted: one.story !== null } : one));
  return regroup(standing, links, others);
}
