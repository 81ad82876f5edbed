import type { ArticleId } from "#core/article/article.ts";
import { doubtOf } from "./doubt.ts";
import { isNextVersion } from "./next-version.ts";
import { pairOf, scoreOf } from "./pair.ts";
import { type Link, UNLIKE } from "./regroup.ts";
import { isSeries } from "./series.ts";
import { containment } from "./sketch.ts";
import type { Commonness, CopyKind, Duplicate, Placement, Signature, StoryId } from "./story.ts";
import { type Weighed, weigh } from "./weighed.ts";
import { WINDOW } from "./window.ts";

/** As many members as a store needs to give: those that share most keys with the article. */
export const MOST_CANDIDATES = 32;
/** A key that more articles have than this share says nothing of which event it is. */
const TOO_COMMON = 0.02;
const ALWAYS_TELLING = 40;
const MOST_KEYS = 28;
/** How sure a pair must be: beyond even odds, since a report behind the wrong headline is lost. */
export const THRESHOLD = 0.4;
/** Of near-identical copy so much of the shorter stands in the longer. */
const SAME_TEXT = 0.75;
/** No pair of different texts is as sure as two copies of one. */
const SAME = 6;
/** A source's next version of its own report: surer than the threshold, and than one pair that speaks against it. */
const NEXT = 3;
const MOST_SHARED = 6;
/** What belongs with nothing but its own text. */
const ALONE: ReadonlySet<CopyKind> = new Set(["round-up", "view"]);

/** The keys of an article, by which others like it are looked up; each once, the most telling first. */
export function keysOf({ named, mentioned, lede }: Signature): readonly string[] {
  return [...new Set([...named, ...lede, ...mentioned])];
}

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

/** How sure it is that an article and one that is stored are of one event, and by what. */
export interface FoundLink extends Link {
  /** What they share, the most telling first. */
  readonly shared: readonly string[];
}

/** What an article has in common with what is stored. */
export interface Linking {
  /** `null`: it is no copy of what is stored. */
  readonly duplicate: Duplicate | null;
  readonly links: readonly FoundLink[];
}

/**
 * Compares an article with its candidates. The same signature, candidates and commonness give the same
 * links, in whatever order the candidates come.
 */
export function linkArticle(
  signature: Signature,
  candidates: readonly Signature[],
  commonness: Commonness,
): Linking {
  const near = candidates.filter((other) => mayMeet(signature, other)).toSorted(byTime);
  const weighed = weigh(signature, commonness);
  const compared = near.map((other) => compare(weighed, weigh(other, commonness)));
  const [copy] = compared
    .filter(({ contained }) => contained >= SAME_TEXT)
    .toSorted((a, b) => b.contained - a.contained || byTime(a.other, b.other));
  return {
    duplicate: copy === undefined ? null : { of: copy.other.article },
    links: compared.map(({ link }) => link).filter(({ score }) => score > UNLIKE),
  };
}

/**
 * Weighs links once more, by how common the words are now: a name that stood in one report stands in thirty a day
 * later. Else what a pair is worth would depend on which of the reports came first.
 *
 * @param signatures those of the reports that may still be compared
 */
export function weighAnew(
  links: readonly FoundLink[],
  signatures: readonly Signature[],
  commonness: Commonness,
): readonly FoundLink[] {
  const weighed = new Map(signatures.map((one) => [one.article, weigh(one, commonness)]));
  return links.map((link) => {
    const [one, other] = [weighed.get(link.one), weighed.get(link.other)];
    return one === undefined || other === undefined ? link : compare(one, other).link;
  });
}

interface Compared {
  readonly other: Signature;
  /** How much of the shorter text stands in the longer; 0 where they are of two events all the same. */
  readonly contained: number;
  readonly link: FoundLink;
}

function compare(one: Weighed, other: Weighed): Compared {
  const pair = pairOf(one, other);
  const [here, there] = [one.signature, other.signature];
  const link = (score: number): FoundLink => ({
    ...{ one: here.article, other: there.article, score },
    shared: score <= 0 ? [] : sharedOf(one, other),
  });
  if (isSeries(pair)) return { other: there, contained: 0, link: link(UNLIKE) };
  const contained = containment(here, there);
  if (contained >= SAME_TEXT) return { other: there, contained, link: link(SAME) };
  const isReport = here.kind === there.kind && !ALONE.has(here.kind);
  if (!isReport) return { other: there, contained, link: link(UNLIKE) };
  const score = scoreOf(pair) - THRESHOLD - doubtOf(pair);
  return {
    ...{ other: there, contained },
    link: link(isNextVersion(pair) ? Math.max(NEXT, score) : score),
  };
}

function mayMeet(one: Signature, other: Signature): boolean {
  return one.article !== other.article && Math.abs(one.at - other.at) <= WINDOW;
}

/** The latest first; the id comes last, so that nothing depends on the order of the store. */
function byTime(a: Signature, b: Signature): number {
  return b.at - a.at || (a.article < b.article ? -1 : Number(a.article > b.article));
}

function sharedOf(one: Weighed, other: Weighed): readonly string[] {
  const weights = new Map([...one.text.weights, ...one.names.weights]);
  const found = [...weights].filter(
    ([key]) => other.text.weights.has(key) || other.names.weights.has(key),
  );
  return found
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_SHARED)
    .map(([key]) => key);
}

/** How an article came to stand where it does, as data for `why`. */
export function placementOf(
  { article, kind }: Pick<Signature, "article" | "kind">,
  story: StoryId,
  { duplicate, links }: Linking,
  mates: ReadonlySet<ArticleId>,
): Placement {
  const isNew = story === article;
  const [best] = links
    .filter(({ score, other }) => score > 0 && mates.has(other))
    .toSorted((a, b) => b.score - a.score);
  const found = { story, isNew, duplicate, likeness: 0, shared: [] };
  if (duplicate !== null) return { ...found, likeness: 1, rule: "same text" };
  if (best !== undefined)
    return { ...found, likeness: likenessOf(best.score), shared: best.shared, rule: "alike" };
  return { ...found, rule: kind === "round-up" ? "round-up" : "nothing alike" };
}

/** 0 to 1. */
function likenessOf(score: number): number {
  return 1 / (1 + Math.exp(-score - THRESHOLD));
}
