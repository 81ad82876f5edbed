import { sentenceEnds } from "./boundary.ts";
import { findDateline } from "./find-dateline.ts";
import { hasTwice } from "./has-twice.ts";
import { itemMarkLength } from "./passages.ts";
import { withoutSpace } from "./space.ts";
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
 *
 * @param stops those by which the passages were read
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
    const read = start === passage.start ? passage.ends : undefined;
    for (const end of read ?? sentenceEnds(body, start, passage.end, stops)) {
      const sentence = trimmed(body, start, end, index);
      if (sentence !== null) sentences.push(sentence);
      start = end;
    }
  });
  return sentences;
}

/** A dateline ends in a mark near its head, or in the stop of a state behind a town in capitals, or is such a town alone; a page's buttons may stand there, too; most paragraphs have none. */
const MARKED =
  /^[^\p{L}\n]{0,3}[\p{Lu}(][^\n]{0,90}?(?:[—–―‒−⸺⸻~:)|/]|--|>>| [-_‐‑]|- |\p{Lu}{2}, \p{Lu}[\p{L}.]{1,6}\. )|^\p{Lu}{3,}[\p{Lu} /]* [“"]?\p{Lu}|^\p{Lu}[^\n]{0,60}(?:Email|Print|Share|Tweet|Save) \p{Lu}/u;

/** That is not without one of these. */
const MAY_BE_MARKED = /[—–―‒−⸺⸻~:)|/>_‐‑-]|\p{Lu}{2}|Email|Print|Share|Tweet|Save/u;

/** Index of the passage that the story opens with: the one with a dateline where there is one, else the first of prose. */
function openingOf(body: string, passages: readonly Passage[]): number {
  const told = passages.flatMap(({ kind }, index) => (kind === "prose" ? [index] : []));
  const [first = -1] = told;
  const dated = told.filter((index) => {
    const passage = passages[index];
    return passage !== undefined && afterDateline(body, passage) > passage.start;
  });
  // "OREGON — …", "TEXAS — …": a round-up, whose places belong to their sentences.
  return dated.length === 1 || dated[0] === first ? (dated[0] ?? first) : first;
}

function storyStart(body: string, passage: Passage, isLede: boolean): number {
  if (isLede) {
    const start = afterDateline(body, passage);
    return start > passage.start ? start : start + townLength(body, passage);
  }
  if (passage.kind !== "item") return passage.start;
  return passage.start + itemMarkLength(body.slice(passage.start, passage.end));
}

/** Where the story begins behind its dateline: `ISLAMABAD, May 8 (Alliance News) – Deputy`. */
function afterDateline(body: string, { start, end }: Passage): number {
  const head = body.slice(start, Math.min(end, start + LONGEST_PLACE));
  if (!MAY_BE_MARKED.test(head) || !MARKED.test(head)) return start;
  // The whole rest of the body tells an interview's "SMITH:" from a town.
  const opening = findDateline(body.slice(start));
  const length = opening?.start === 0 ? opening.end : closedUpLength(body.slice(start, end));
  return start + length < end ? start + length : start;
}

// Washington - When the contractors came
const TOWN =
  /^(?<town>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})(?<dash> (?:[—–―‒−-]|--) )(?<next>["“‘]?\p{Lu}\S*) [^—–―‒−\n]{80}/u;

/** Length of a town in small letters that opens a story which has no such name: "Clean Air - Cool Planet". */
function townLength(body: string, { start, end }: Passage): number {
  const found = TOWN.exec(body.slice(start, end))?.groups;
  if (found === undefined) return 0;
  const { town = "", dash = "", next = "" } = found;
  const isName = hasTwice(body, `${town}${dash}${next}`);
  // "When" or "Several" begins a sentence of its own: nothing within one is called so.
  const word = next.replace(/^[^\p{L}]|(?<=\p{L})[^\p{L}].*$/gu, "");
  const isCalledSo = new RegExp(`\\p{Ll},? ${word}(?!\\p{L})`, "u").test(body);
  return !isName && (!isCalledSo || hasTwice(body, town)) ? town.length + dash.length : 0;
}

function closedUpLength(lede: string): number {
  return CLOSED_UP.exec(lede.slice(0, LONGEST_PLACE))?.[0].length ?? 0;
}

function trimmed(body: string, start: number, end: number, passage: number): Sentence | null {
  const range = withoutSpace(body, start, end);
  if (range === null) return null;
  const text = body.slice(range.start, range.end);
  // "... We waited": the marks of what was left out stand between two sentences.
  const left = text.startsWith(".")
    ? (LEFT_OUT.exec(text.slice(0, LONGEST_MARK))?.[0].length ?? 0)
    : 0;
  // Marks without a letter between them say nothing.
  return SAYS.test(text) ? { start: range.start + left, end: range.end, passage } : null;
}
