import type { Candidate } from "./candidate.ts";

/** What the choice of facts looks at in a sentence; every value lies between 0 and 1. */
export const FEATURES = [
  "first",
  "second",
  "third",
  // Falls from the top of the article, steeply.
  "early",
  // Falls evenly from the first sentence to the last.
  "height",
  // How much its words are what the whole article is about.
  "central",
  // How much of it comes up again in later sentences.
  "ahead",
  "lede",
  "headline",
  "names",
  "figures",
  "short",
  "long",
  "quoted",
  // Is mostly someone's words, which stand among the quotes already.
  "spoken",
  // Words that the article has not used before it.
  "fresh",
  "personal",
  "reported",
  "turn",
  "past",
  // How near its words are to those of the whole article, by the angle between them.
  "centroid",
  // How much of it is the headline's.
  "topic",
] as const;

export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

const TURN = /^["'“‘]?(?:but|and|so|or|yet|also|still|then|because)\b/i;
const PAST =
  /\b(?:last (?:year|month|decade|week)|previously|in (?:19|20)\d\d|earlier this|years ago|at the time)\b/i;

/** The share in quotation marks from which a sentence is mostly someone's words. */
export const SPOKEN = 0.4;

/** Where the article uses a word that says something. */
interface Use {
  /** In how many sentences. */
  count: number;
  readonly first: number;
  last: number;
}

/** Makes the measure of one article's candidates, which asks each by its number: only what may be a fact is asked. */
export function createMeasure(
  candidates: readonly Candidate[],
  title: ReadonlySet<string>,
): (candidate: Candidate, index: number) => Features {
  const uses = findUses(candidates);
  const total = Math.max(1, candidates.length);
  const lede = candidates[0]?.keys ?? new Set();
  let most = 2;
  let squares = 0;
  for (const { count } of uses.values()) {
    most = Math.max(most, count);
    squares += count * count;
  }
  return (candidate, index) => {
    const { keys } = candidate;
    const size = Math.max(1, keys.size);
    let central = 0;
    let ahead = 0;
    let fresh = 0;
    let near = 0;
    for (const key of keys) {
      const use = uses.get(key);
      if (use === undefined) continue;
      central += Math.log(use.count);
      near += use.count;
      if (use.last > index) ahead += 1;
      if (use.first === index) fresh += 1;
    }
    return {
      first: index === 0 ? 1 : 0,
      second: index === 1 ? 1 : 0,
      third: index === 2 ? 1 : 0,
      early: 1 / (1 + index / 3),
      height: 1 - index / total,
      central: central / size / Math.log(most),
      ahead: ahead / size,
      lede: index === 0 ? 0 : share(keys, lede),
      headline: share(keys, title),
      topic: share(title, keys),
      fresh: fresh / size,
      centroid: near / Math.sqrt(size * Math.max(1, squares)),
      ...surface(candidate),
    };
  };
}

function findUses(candidates: readonly Candidate[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  candidates.forEach(({ keys }, index) => {
    for (const key of keys) {
      const use = uses.get(key);
      if (use === undefined) {
        uses.set(key, { count: 1, first: index, last: index });
      } else {
        use.count += 1;
        use.last = index;
      }
    }
  });
  return uses;
}

function surface({ short, text, words, keys, quoted }: Candidate) {
  let names = words[0]?.capital ? -1 : 0;
  let figures = 0;
  let personal = 0;
  let reported = 0;
  for (const word of words) {
    if (word.capital) names += 1;
    if (word.figure) figures += 1;
    if (word.personal) personal = 1;
    if (word.reported) reported = 1;
  }
  return {
    names: Math.min(1, names / (keys.size + 2)),
    figures: Math.min(1, figures / 2),
    short: Math.max(0, 1 - words.length / 12),
    long: Math.min(1, Math.max(0, words.length - 18) / 30),
    quoted,
    spoken: quoted >= SPOKEN ? 1 : 0,
    personal,
    reported,
    turn: TURN.test(text) ? 1 : 0,
    past: PAST.test(short) ? 1 : 0,
  };
}

/** The share of `of` that `keys` holds. */
export function share(keys: ReadonlySet<string>, of: ReadonlySet<string>): number {
  if (of.size === 0) return 0;
  let held = 0;
  for (const key of of) if (keys.has(key)) held += 1;
  return held / of.size;
}
