import { sentenceEnds } from "./boundary.ts";
import { findDateline } from "./find-dateline.ts";
import { itemMarkLength } from "./passages.ts";
import { readStops, type Stops } from "./stops.ts";
import type { Passage, Sentence } from "./text.ts";

const LONGEST_PLACE = 120;
const LEFT_OUT = /^(?:\.\s?){3,}\s*(?=["'“‘]?\p{Lu})/u;
const LONGEST_MARK = 12;
const SAYS = /[\p{L}\p{N}]/u;
// Copy that lost the break behind its dateline: (CNN)Share | London (CNN)At
const CLOSED_UP =
  /^(?:(?:\p{Lu}[\p{L}.'’ -]{1,30}(?:, [\p{L}. ]{2,30})?\s)?\(\p{Lu}{2,}(?: \p{L}+)?\)|\(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\))(?=["“'‘]?\p{Lu})/u;

/**
 * Splits every passage into its sentences. A dateline that opens the story is no part of its first
 * sentence, nor is the mark before an item of a list.
 */
export function findSentences(
  body: string,
  passages: readonly Passage[],
  stops: Stops = readStops(body),
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const lede = passages.findIndex(({ kind }) => kind === "prose");
  passages.forEach((passage, index) => {
    let start = storyStart(body, passage, index - lede);
    for (const end of sentenceEnds(body, start, passage.end, stops)) {
      const sentence = trimmed(body, start, end, index);
      if (sentence !== null) sentences.push(sentence);
      start = end;
    }
  });
  return sentences;
}

/** A caption or a standfirst may stand above the paragraph that the dateline opens. */
const MOST_ABOVE = 3;
const DASHED = /[—–-]\s*$/u;

function storyStart(body: string, passage: Passage, fromLede: number): number {
  if (fromLede === 0) return afterDateline(body, passage);
  if (passage.kind === "prose" && fromLede > 0 && fromLede <= MOST_ABOVE) {
    const start = afterDateline(body.slice(0, passage.end), passage);
    return DASHED.test(body.slice(passage.start, start)) ? start : passage.start;
  }
  if (passage.kind !== "item") return passage.start;
  return passage.start + itemMarkLength(body.slice(passage.start, passage.end));
}

/** Where the story begins behind its dateline: `ISLAMABAD, May 8 (Alliance News) – Deputy`. */
function afterDateline(body: string, { start, end }: Passage): number {
  // The whole rest of the body tells an interview's "SMITH:" from a town.
  const opening = findDateline(body.slice(start));
  const length = opening?.start === 0 ? opening.end : closedUpLength(body.slice(start, end));
  return start + length < end ? start + length : start;
}

function closedUpLength(lede: string): number {
  return CLOSED_UP.exec(lede.slice(0, LONGEST_PLACE))?.[0].length ?? 0;
}

function trimmed(body: string, start: number, end: number, passage: number): Sentence | null {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(body.charAt(from))) from += 1;
  // "... We waited": the marks of what was left out stand between two sentences.
  from += LEFT_OUT.exec(body.slice(from, Math.min(to, from + LONGEST_MARK)))?.[0].length ?? 0;
  while (to > from && /\s/u.test(body.charAt(to - 1))) to -= 1;
  // Marks without a letter between them say nothing.
  return SAYS.test(body.slice(from, to)) ? { start: from, end: to, passage } : null;
}
