import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { StoryId } from "./story.ts";
import { WINDOW } from "./window.ts";

/** A report among those that may be of one story with it. */
export interface Standing {
  readonly article: ArticleId;
  readonly at: Instant;
  /** Where it stands; `null` for one that has just come. */
  readonly story: StoryId | null;
  /** It was posted as part of its story: there it stays. */
  readonly isPosted: boolean;
}

/** How sure it is that two reports are of one event: above 0 more likely than not. */
export interface Link {
  readonly one: ArticleId;
  readonly other: ArticleId;
  readonly score: number;
}

/** A pair that nobody compared, or that has nothing in common, speaks so much against a story. */
export const UNLIKE: number = -4;
/** However sure one pair is, it outvotes no more than this. */
const SUREST = 6;

/** Reports that stand together so far. */
interface Cluster {
  /** The story of those that were posted; `null` where none was. */
  readonly story: StoryId | null;
  readonly members: readonly number[];
}

/**
 * Parts reports into stories anew, from nothing but how sure it is of each two that they belong together:
 * the two groups that agree best on the average of their pairs are joined, until none agree. So it does
 * not matter in which order the reports came. What was posted as one story is never parted, and what was
 * posted as two is never joined.
 *
 * @param others stories of reports that are not among these
 * @returns the story of each report, named after a report of it
 */
export function regroup(
  reports: readonly Standing[],
  links: readonly Link[],
  others: ReadonlySet<StoryId> = new Set(),
): ReadonlyMap<ArticleId, StoryId> {
  const ordered = reports.toSorted((a, b) => a.at - b.at || order(a.article, b.article));
  const scores = scoresOf(ordered, links);
  let clusters = firstClusters(ordered);
  for (;;) {
    const best = bestPair(clusters, scores);
    if (best === null) break;
    const [one, other] = best;
    const rest = clusters.filter((cluster) => cluster !== one && cluster !== other);
    const members = [...one.members, ...other.members].toSorted((a, b) => a - b);
    clusters = [...rest, { story: one.story ?? other.story, members }];
  }
  return named(clusters, ordered, others);
}

/** For each two reports their score; `null` where they are too far apart in time to tell. */
type Scores = readonly (readonly (number | null)[])[];

function scoresOf(reports: readonly Standing[], links: readonly Link[]): Scores {
  const index = new Map(reports.map(({ article }, at) => [article, at]));
  const scores = reports.map((one) =>
    reports.map((other) => (Math.abs(one.at - other.at) <= WINDOW ? UNLIKE : null)),
  );
  const put = (one: number, other: number, score: number) => {
    const row = scores[one];
    if (row !== undefined) row[other] = Math.min(SUREST, Math.max(UNLIKE, score));
  };
  for (const link of links) {
    const [one, other] = [index.get(link.one), index.get(link.other)];
    if (one === undefined || other === undefined) continue;
    put(one, other, link.score);
    put(other, one, link.score);
  }
  return scores;
}

function firstClusters(reports: readonly Standing[]): readonly Cluster[] {
  const posted = new Map<StoryId, number[]>();
  const single: Cluster[] = [];
  reports.forEach(({ story, isPosted }, index) => {
    if (story === null || !isPosted) single.push({ story: null, members: [index] });
    else posted.set(story, [...(posted.get(story) ?? []), index]);
  });
  return [...[...posted].map(([story, members]) => ({ story, members })), ...single];
}

function bestPair(
  clusters: readonly Cluster[],
  scores: Scores,
): readonly [Cluster, Cluster] | null {
  let best: readonly [Cluster, Cluster] | null = null;
  let most = 0;
  clusters.forEach((one, index) => {
    for (const other of clusters.slice(index + 1)) {
      if (one.story !== null && other.story !== null) continue;
      const score = agreement(one, other, scores);
      if (score > most || (score === most && best !== null && isBefore([one, other], best))) {
        most = score;
        best = [one, other];
      }
    }
  });
  return best;
}

/** Ties are told by the earliest report, so that nothing depends on the order of the store. */
function isBefore(
  [one, other]: readonly [Cluster, Cluster],
  [best, second]: readonly [Cluster, Cluster],
): boolean {
  const first = (a: Cluster, b: Cluster) =>
    [a.members[0] ?? 0, b.members[0] ?? 0].sort((x, y) => x - y);
  const [a = 0, b = 0] = first(one, other);
  const [c = 0, d = 0] = first(best, second);
  return a < c || (a === c && b < d);
}

/**
 * The mean of all pairs across that are near enough in time to be told; 0 where there is none. To join two groups
 * wrongly puts as many reports wrong as the smaller has: the odds must be so many times as good.
 */
function agreement(one: Cluster, other: Cluster, scores: Scores): number {
  let [sum, count] = [0, 0];
  for (const here of one.members) {
    for (const there of other.members) {
      const score = scores[here]?.[there] ?? null;
      if (score === null) continue;
      sum += score;
      count += 1;
    }
  }
  const smaller = Math.min(one.members.length, other.members.length);
  return count === 0 ? 0 : sum / count - Math.log(smaller);
}

function named(
  clusters: readonly Cluster[],
  reports: readonly Standing[],
  others: ReadonlySet<StoryId>,
): ReadonlyMap<ArticleId, StoryId> {
  const taken = new Set([...others, ...clusters.flatMap(({ story }) => story ?? [])]);
  const result = new Map<ArticleId, StoryId>();
  for (const { story, members } of clusters.toSorted(byFirst)) {
    const articles = members.flatMap((index) => reports[index]?.article ?? []);
    const name = story ?? articles.find((article) => !taken.has(article)) ?? articles[0];
    if (name === undefined) continue;
    taken.add(name);
    for (const article of articles) result.set(article, name);
  }
  return result;
}

function byFirst(one: Cluster, other: Cluster): number {
  return (one.members[0] ?? 0) - (other.members[0] ?? 0);
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
