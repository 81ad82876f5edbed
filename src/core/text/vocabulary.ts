import { tokenize } from "./token.ts";

/** How much of a text is enough to tell whether two texts are one. */
const MOST_CHARACTERS = 20_000;
const LONGEST_SMALL_WORD = 4;

// Scripts that set no space between words.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The words of a text that say what it is about, in lower case; numbers are left out, because they
 * move. Where no space parts words, every two letters stand for one.
 * @param small ASCII words of so many letters say nothing
 */
export function contentWords(text: string, small = LONGEST_SMALL_WORD): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of wordParts(text.slice(0, MOST_CHARACTERS))) {
    if (/^\p{N}/u.test(word)) continue;
    if (UNSPACED.test(word)) for (const pair of pairsOf(word)) found.add(pair);
    else if (word.length > small || !/^[a-z]+$/u.test(word)) found.add(word);
  }
  return found;
}

/** The words of a text in lower case and in order, those with a hyphen apart: "cross-border" is two. */
export function wordParts(text: string): readonly string[] {
  return tokenize(text).flatMap(({ kind, lower }) =>
    kind === "word" || kind === "number" ? lower.split("-") : [],
  );
}

function pairsOf(word: string): readonly string[] {
  const letters = [...word];
  return letters.length < 2 ? letters : letters.slice(1).map((next, at) => `${letters[at]}${next}`);
}

/** How much of the smaller set stands in the other, 0 to 1; 0 where either is empty. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let both = 0;
  for (const word of small) if (large.has(word)) both += 1;
  return both / small.size;
}
