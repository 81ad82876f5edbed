import type { Range } from "#core/text/text.ts";

/** One word of a text, in lower case, with its offsets in UTF-16 units. */
export interface Word extends Range {
  readonly text: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** Splits a text into its words; marks and spaces count for nothing. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((found) => ({
    text: found[0].toLowerCase().replaceAll("’", "'"),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Indexes of the words that lie within any of the ranges. */
export function wordsWithin(words: readonly Word[], ranges: readonly Range[]): Set<number> {
  const within = new Set<number>();
  for (const [index, word] of words.entries()) {
    if (ranges.some(({ start, end }) => word.start >= start && word.end <= end)) within.add(index);
  }
  return within;
}

/** How many members two sets share. */
export function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.intersection(b).size;
}

/** Says whether the words of `part` occur in `whole` in their order, with others between them. */
export function inOrder(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const word of part) {
    at = whole.indexOf(word, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
