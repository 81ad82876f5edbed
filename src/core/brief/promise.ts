import { type Entry, isKnown, NEWS } from "./choose.ts";

/** From this share of the headline's words on, a sentence tells what the headline promises. */
const TELLS = 0.45;
/** By so much more than those that are chosen: else they tell it as well. */
const MORE = 0.2;
/** A lede with less of the headline than this, where another tells it, is a scene. */
const SCENE = 0.2;

const SCORE = /(?<![\p{L}\p{N}$£€.,/-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\p{L}\p{N}/-]|\.\d)/u;
const RESULT =
  /\b(?:beat|beats|beaten|won|win|wins|lost|lose|drew|draw|held|defeat(?:ed|s)?|thrash(?:ed)?|edged|victory|draws|triumph(?:ed)?|hammered|overcame|downed|eliminated|knocked out)\b/u;
/** A result stands near the top of its story. */
const NEAR_TOP = 0.5;

/** An entry as the headline's promise sees it. */
export interface Promised extends Entry {
  readonly candidate: { readonly short: string };
}

/**
 * Puts the sentence that tells what the headline promises, and the result of a match, among the first
 * facts; before all where the story opens with a scene.
 */
export function promisedFirst<T extends Promised>(
  chosen: readonly T[],
  eligible: readonly T[],
): readonly T[] {
  const free = eligible.filter((one) => one.needs === null && isKnown(one, chosen.slice(0, 1)));
  const headline = withFirst(chosen, free, toldOf, TELLS, MORE);
  return withFirst(headline, free, resultIn, 1, 1);
}

function toldOf({ features }: Promised): number {
  return features.headline;
}

function resultIn({ features, candidate: { short } }: Promised): number {
  return features.height > NEAR_TOP && SCORE.test(short) && RESULT.test(short) ? 1 : 0;
}

/** The one that measures most among the first, where none of them does nearly as well. */
function withFirst<T extends Promised>(
  chosen: readonly T[],
  free: readonly T[],
  measure: (entry: T) => number,
  least: number,
  more: number,
): readonly T[] {
  const best = free.reduce<T | undefined>(
    (most, one) => (most === undefined || measure(one) > measure(most) ? one : most),
    undefined,
  );
  const told = Math.max(0, ...chosen.slice(0, NEWS).map(measure));
  if (best === undefined || measure(best) < least || measure(best) - told < more) return chosen;
  const rest = chosen.filter((one) => one !== best);
  const lede = rest[0];
  const first =
    lede !== undefined && toldOf(lede) < SCENE && measure(best) > toldOf(lede) ? 0 : NEWS - 1;
  const count = chosen.includes(best) ? rest.length : Math.max(0, chosen.length - 1);
  return [...rest.slice(0, first), best, ...rest.slice(first, count)];
}
