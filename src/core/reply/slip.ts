import { slips } from "./nearest.ts";

/** Letters of a word that may be a slip of another one: shorter ones are a slip away from dozens. */
export const LEAST_LETTERS = 4;
export const MOST_LETTERS = 24;
/** Words of so many letters may be two slips apart, shorter ones one (as Elasticsearch's `fuzziness: AUTO`). */
export const LETTERS_OF_TWO = 6;

/** Letters and the marks that make them, nothing else: a number that is one figure off is another number. */
const LETTERS = /^[\p{L}\p{M}]+$/u;

/** Whether a folded word may be a slip of another one, or be meant by one. */
export function mayBeSlip(word: string): boolean {
  const { length } = [...word];
  return length >= LEAST_LETTERS && length <= MOST_LETTERS && LETTERS.test(word);
}

/** How many slips lie between two folded words; `null` where they are too many, or none. */
export function slipsBetween(typed: string, meant: string): number | null {
  if (!mayBeSlip(typed) || !mayBeSlip(meant)) return null;
  const shorter = Math.min([...typed].length, [...meant].length);
  const away = slips(typed, meant, shorter < LETTERS_OF_TWO ? 1 : 2);
  return away === 0 || away === Infinity ? null : away;
}

/** A word that may be meant, and of how much copy that may be shown it is a word. */
export interface Guess {
  readonly word: string;
  readonly used: number;
}

/**
 * Those that may be meant by a word, the likeliest first: the fewest slips away, then of the letters that were typed, in
 * another order (`brigde`: bridge, not bride), then with the first letter, which people rarely miss, then what more articles have.
 */
export function likeliest(typed: string, guesses: readonly Guess[]): readonly string[] {
  return guesses
    .map((guess) => ({ ...guess, rank: slipRank(typed, guess.word) }))
    .toSorted((a, b) => a.rank - b.rank || b.used - a.used || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}

/** How far a word is from what was typed: the less the likelier; `Infinity` for one that is too far. */
export function slipRank(typed: string, word: string): number {
  const away = slipsBetween(typed, word);
  if (away === null) return Infinity;
  return 4 * away + (hasSameLetters(typed, word) ? 0 : 2) + (typed[0] === word[0] ? 0 : 1);
}

function hasSameLetters(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  return [...one].sort().join("") === [...other].sort().join("");
}
