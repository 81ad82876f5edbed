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
  const opens = openingOf(body, passages);
  passages.forEach((passage, index) => {
    let start = storyStart(body, passage, index === opens);
    for (const end of sentenceEnds(body, start, passage.end, stops)) {
      const sentence = trimmed(body, start, end, index);
      if (sentence !== null) sentences.push(sentence);
      start = end;
    }
  });
  return sentences;
}

/** As many paragraphs of prose as may stand above a dateline: a standfirst, a caption, a teaser. */
const ABOVE = 6;
const SHOUTED_ONE = /^\p{Lu}[\p{Lu}.’' -]{2,30}\b[^.!?\n]{0,40}?(?:—|–| -+|--) *(?=["“]?\p{Lu})/u;
const SHOUTED = /^\p{Lu}[\p{Lu}.’' -]{2,30}\b[^.!?\n]{0,40}?(?:—|–| -+|--) *(?=["“]?\p{Lu})/gmu;

/** Index of the passage that the story opens with: its dateline's, else the first of prose. */
function openingOf(body: string, passages: readonly Passage[]): number {
  const told = passages
    .flatMap(({ kind }, index) => (kind === "prose" ? [index] : []))
    .slice(0, ABOVE);
  const [first = -1, ...others] = told;
  const lede = passages[first];
  if (lede === undefined || afterDateline(body, lede) > lede.start) return first;
  // "OREGON — …", "TEXAS — …": a round-up, whose places belong to their sentences.
  if ((body.match(SHOUTED)?.length ?? 0) !== 1) return first;
  const dated = others.find((index) => {
    const passage = passages[index];
    return (
      passage !== undefined &&
      SHOUTED_ONE.test(body.slice(passage.start, passage.end)) &&
      afterDateline(body, passage) > passage.start
    );
  });
  return dated ?? first;
}

function storyStart(body: string, passage: Passage, isLede: boolean): number {
  if (isLede) return afterDateline(body, passage);
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
