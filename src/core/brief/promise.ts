import { choose, type Entry, most, NEWS, stands, type Terms } from "./choose.ts";

/** From this share of the headline's words on, a sentence tells what the headline promises. */
const TELLS = 0.45;
/** By so much more than those that are chosen: else they tell it as well. */
const MORE = 0.2;
/** A lede with less of the headline than this, where another tells it, is a scene. */
const SCENE = 0.2;

/** Among so many sentences the lede stands. */
const TOP = 4;

const SCORE = /(?=\d)(?<![\p{L}\p{N}$£€.,/-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\p{L}\p{N}/-]|\.\d)/u;
const RESULT =
  /\b(?:beat|beats|beaten|won|win|wins|lost|lose|drew|draw|held|defeat(?:ed|s)?|thrash(?:ed)?|edged|victory|draws|triumph(?:ed)?|hammered|overcame|downed|eliminated|knocked out)\b/u;
const STANDING = /\b(?:led|lead|leads|leading|trailed|trailing|ahead|behind|level)\b/u;
/** A result stands near the top of its story. */
const NEAR_TOP = 0.5;

/** An entry as the headline's promise sees it. */
export interface Promised extends Entry {
  readonly candidate: { readonly short: string };
}

/**
 * Chooses the facts in the article's order, from the lede on. What tells the headline's promise, and the result
 * of a match, is among the first; where the story opens with a scene, it begins there.
 */
export function chooseTold<T extends Promised>(eligible: readonly T[], terms: Terms): readonly T[] {
  const free = eligible.filter((one) => stands(one, [], terms.known));
  const [first] = eligible;
  const told = most(free, toldOf);
  const isScene = first !== undefined && toldOf(first) < SCENE;
  if (told !== undefined && isScene && toldOf(told) >= TELLS) return from(told, eligible, terms);
  const lede = ledeOf(eligible, terms.known);
  const plain = asTold(choose(eligible, terms, lede));
  const promise = missed(plain, free, toldOf, TELLS, MORE) ?? missed(plain, free, resultIn, 1, 1);
  if (promise === undefined) return plain;
  return thirdAtLast(asTold(choose(eligible, terms, [...lede, promise])), promise);
}

/** Begins with a sentence, which tells all below it what they speak of. */
function from<T extends Promised>(first: T, eligible: readonly T[], terms: Terms): readonly T[] {
  const known = new Set([...terms.known, ...first.keys]);
  const below = eligible.filter(({ at }) => at >= first.at);
  const begun = choose(below, { ...terms, known }, [first]);
  const all = begun.length < NEWS ? choose(eligible, { ...terms, known }, begun) : begun;
  return [first, ...asTold(all.filter((one) => one !== first))];
}

/** The sentence that opens the story; below a caption, the first that has to do with the headline. */
function ledeOf<T extends Promised>(
  eligible: readonly T[],
  known: ReadonlySet<string>,
): readonly T[] {
  const top = eligible.slice(0, TOP).filter(({ needs }) => needs === null);
  const told = top.find((one) => toldOf(one) >= SCENE && stands(one, [], known)) ?? top[0];
  return told === undefined ? [] : [told];
}

/** In the article's order, in which a full name stands before the bare one. */
function asTold<T extends Promised>(chosen: readonly T[]): readonly T[] {
  return chosen.toSorted((one, other) => one.at - other.at);
}

function thirdAtLast<T extends Promised>(chosen: readonly T[], promise: T): readonly T[] {
  const at = chosen.indexOf(promise);
  if (at < NEWS) return chosen;
  const rest = chosen.filter((one) => one !== promise);
  return [...rest.slice(0, NEWS - 1), promise, ...rest.slice(NEWS - 1)];
}

function toldOf({ features }: Promised): number {
  return features.headline;
}

function resultIn({ features, candidate: { short } }: Promised): number {
  return features.height > NEAR_TOP && SCORE.test(short) && RESULT.test(short) ? 1 : 0;
}

/** "Tarn led 20-16", before "Lund came back to win 62-28": printed alone, who led seems to have won. */
export function isOvertaken(text: string, next: string): boolean {
  const score = SCORE.exec(text)?.[0];
  if (score === undefined || !STANDING.test(text) || RESULT.test(text)) return false;
  const end = SCORE.exec(next)?.[0];
  return end !== undefined && end !== score && RESULT.test(next);
}

/** The one that measures most, where none of the first that are chosen does nearly as well. */
function missed<T extends Promised>(
  chosen: readonly T[],
  free: readonly T[],
  measure: (entry: T) => number,
  least: number,
  more: number,
): T | undefined {
  const best = most(free, measure);
  const told = Math.max(0, ...chosen.slice(0, NEWS).map(measure));
  if (best === undefined || measure(best) < least || measure(best) - told < more) return undefined;
  return best;
}
