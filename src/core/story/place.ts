import { compare, isSeries, type Likeness, type Weighed, weigh } from "./likeness.ts";
import { containment } from "./sketch.ts";
import type { Commonness, Duplicate, Member, Placement, Signature } from "./story.ts";

const HOUR = 3_600_000;
/** An article joins a story whose latest report is not older than this. */
export const WINDOW = 96 * HOUR;
/** As many members as a store needs to give: those that share most keys with the article. */
export const MOST_CANDIDATES = 16;
/** A key that more articles have than this share says nothing of which event it is. */
const TOO_COMMON = 0.02;
const ALWAYS_TELLING = 40;
const MOST_KEYS = 24;

/** How alike articles of one story are at least. */
const ALIKE = 0.3;
/** For every hour between them beyond a day, they must be more alike. */
const FRESH = 24 * HOUR;
const STALE_TOLL = 0.4;
/** A story is what its latest members tell. */
const LATEST = 6;
const NEAREST = 2;
/** Of near-identical copy so much of the shorter stands in the longer. */
const SAME_TEXT = 0.75;

/**
 * The keys by which a store looks up candidates: the rarest of the article's, without those that are
 * so common that they say nothing. Ask the commonness of `keysOf(signature)` first.
 */
export function lookupKeys(keys: readonly string[], commonness: Commonness): readonly string[] {
  const most = Math.max(ALWAYS_TELLING, commonness.stored * TOO_COMMON);
  return keys
    .map((key) => ({ key, count: commonness.of(key) }))
    .filter(({ count }) => count > 0 && count <= most)
    .toSorted((a, b) => a.count - b.count)
    .slice(0, MOST_KEYS)
    .map(({ key }) => key);
}

/**
 * Places an article as it arrives: in the story that it is most like, else in one of its own. Nothing
 * that stands in a story is moved: what was posted is never regrouped. A story drifts no further than
 * its latest members: what is unlike them opens another. A round-up stands alone.
 *
 * The same signature, candidates and commonness give the same placement, in whatever order the
 * candidates come.
 */
export function placeStory(
  signature: Signature,
  candidates: readonly Member[],
  commonness: Commonness,
): Placement {
  const near = candidates
    .filter(({ signature: other }) => mayMeet(signature, other))
    .toSorted(byTime);
  const duplicate = duplicateAmong(signature, near);
  if (duplicate !== null) {
    const { story } = duplicate.member;
    return {
      ...alone(signature),
      story,
      isNew: false,
      duplicate: duplicate.found,
      likeness: 1,
      rule: "same text",
    };
  }
  if (signature.kind === "round-up") return { ...alone(signature), rule: "round-up" };
  const weighed = weigh(signature, commonness);
  const ranked = [...Map.groupBy(near, ({ story }) => story)]
    .map(([story, members]) => ({ story, ...likenessToStory(weighed, members, commonness) }))
    .filter(({ score }) => score >= ALIKE)
    .toSorted((a, b) => b.score - a.score || order(a.story, b.story));
  const [best] = ranked;
  if (best === undefined) return alone(signature);
  const { story, score, shared } = best;
  return { story, isNew: false, duplicate: null, likeness: score, shared, rule: "alike" };
}

function alone({ article }: Signature): Placement {
  return {
    ...{ story: article, isNew: true, duplicate: null, likeness: 0, shared: [] },
    rule: "nothing alike",
  };
}

function mayMeet(one: Signature, other: Signature): boolean {
  return one.article !== other.article && Math.abs(one.at - other.at) <= WINDOW;
}

/** The latest first; the id comes last, so that nothing depends on the order of the store. */
function byTime({ signature: a }: Member, { signature: b }: Member): number {
  return b.at - a.at || order(a.article, b.article);
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function duplicateAmong(
  signature: Signature,
  near: readonly Member[],
): { readonly member: Member; readonly found: Duplicate } | null {
  const [best] = near
    .map((member) => ({ member, share: containment(signature, member.signature) }))
    .filter(({ member, share }) => share >= SAME_TEXT && meetsNames(signature, member.signature))
    .filter(({ member }) => !isSeries(signature, member.signature))
    .toSorted((a, b) => b.share - a.share || byTime(a.member, b.member));
  if (best === undefined) return null;
  return { member: best.member, found: { of: best.member.signature.article } };
}

/** Forms that are filled in anew each time share their words, but not their names. */
function meetsNames(one: Signature, other: Signature): boolean {
  if (one.scene.length > 0 && other.scene.length > 0)
    return one.scene.some((place) => other.scene.includes(place));
  const shared = one.names.filter((name) => other.names.includes(name)).length;
  return shared * 2 >= Math.min(one.names.length, other.names.length);
}

function likenessToStory(
  weighed: Weighed,
  members: readonly Member[],
  commonness: Commonness,
): Likeness {
  const compared = members
    .filter(({ signature }) => signature.kind === weighed.signature.kind)
    .slice(0, LATEST)
    .map(({ signature }) => {
      const { score, shared } = compare(weighed, weigh(signature, commonness));
      return { score: score * freshness(weighed.signature, signature), shared };
    })
    .toSorted((a, b) => b.score - a.score);
  const nearest = compared.slice(0, NEAREST);
  if (nearest.length === 0) return { score: 0, shared: [] };
  const score = nearest.reduce((sum, one) => sum + one.score, 0) / nearest.length;
  return { score, shared: nearest[0]?.shared ?? [] };
}

/** 1 within a day, less with every hour after it. */
function freshness(one: Signature, other: Signature): number {
  const apart = Math.max(0, Math.abs(one.at - other.at) - FRESH);
  return 1 - STALE_TOLL * Math.min(1, apart / (WINDOW - FRESH));
}
