import type { Range } from "#core/text/text.ts";

/** Stands in a label for words left out: `It held [...] years,`. */
const ELISION = " [...] ";

/**
 * Finds the words of a label in an article: its `nth` occurrence, counted from 1, with any white
 * space of the article for a space of the label.
 * @returns `null` where the article does not have them
 */
export function locate(body: string, words: string, nth = 1): Range | null {
  const [head = "", tail] = words.split(ELISION);
  const first = [...body.matchAll(patternOf(head))][nth - 1];
  if (first === undefined) return null;
  const headEnd = first.index + first[0].length;
  if (tail === undefined) return { start: first.index, end: headEnd };
  const pattern = patternOf(tail);
  pattern.lastIndex = headEnd;
  const last = pattern.exec(body);
  return last === null ? null : { start: first.index, end: last.index + last[0].length };
}

/** The range of a label that the set's own test asserts to be there. */
export function rangeOf(body: string, words: string, nth = 1): Range {
  return locate(body, words, nth) ?? { start: 0, end: 0 };
}

function patternOf(words: string): RegExp {
  const escaped = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  return new RegExp(escaped.join("\\s+"), "gu");
}
