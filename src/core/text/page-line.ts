import { type Clue, chanceOf, learnt } from "./chance.ts";
import { parseDateline } from "./find-dateline.ts";
import { opensFurniture } from "./furniture.ts";
import { findRuns } from "./letters.ts";
import { once } from "./once.ts";
import { PLAIN_PLACE } from "./opening-form.ts";
import { BESIDE, type Neighbour, readPageClues, showsSign } from "./page-clue.ts";
import { WEIGHTS } from "./page-weights.ts";
import { isCredit } from "./picture.ts";
import { MOST_COPIED, withoutCredit } from "./teaser.ts";
import type { Range } from "./text.ts";

/** Set on real copy that took no part in training: see docs/quality.md. */
const SURE = 0.65;
/** Enough beside a credit or a counter of pictures. */
const SURE_BESIDE = 0.6;
/** A longer paragraph is the story's. */
const LONGEST = 340;
const FEWEST_LETTERS = 12;
const HEADING_LENGTH = 110;
const LONG = 280;
/** Where more of a page were no story, the page is of a kind that nobody has taught: nothing is left out. */
const MOST = 0.5;
/** As many lines as a story has; beyond them stands a table or a book. */
const MOST_LINES = 400;
/** Share of the commonest words in a text of English. */
const FEWEST_COMMON = 0.1;
const COMMON = /\b(?:the|of|and|in|to|a|is|for|on)\b/gi;
const STOPPED = /[.!?…]["'”’»)\]]*\s*$/u;
/** Someone's words with the one who says them are the story. */
const SPOKEN =
  /["“][^"”]{12,}["”]|''[^']{12,}''|\b(?:said|says|added|adds|wrote|writes|told \p{L}+)\b[,:]? ['‘]|[,.!?]['’] (?:\p{L}+ ){0,3}(?:said|says|added|wrote|told)\b/u;
const TOLD =
  /\b(?:was|were|had|said|told|went|took|came|made|did)\b|\b\p{Ll}{3,}ed\b(?! (?:in|on|at|by|from|with)\b)/u;

/** A line that may be the page's, with what speaks for and against it. */
export interface PageSample {
  /** Index of the line. */
  readonly line: number;
  readonly clues: readonly Clue[];
}

/**
 * Finds the lines of prose that are the page's and not the story's, by many weak signs at once: captions
 * without a credit, promotions, teasers of other stories, who the writer is.
 *
 * @param lines ranges of the body's lines, in order
 * @returns indices of lines
 */
export function findPageLines(body: string, lines: readonly Range[]): ReadonlySet<number> {
  const found = readPageLines(body, lines, showsSign).filter(isSure);
  if (found.length === 0 || !isEnglish(body)) return new Set();
  const lettersOf = (index: number) => {
    const { start, end } = lines[index] ?? { start: 0, end: 0 };
    return end - start;
  };
  const out = found.reduce((sum, { line }) => sum + lettersOf(line), 0);
  const all = lines.reduce((sum, { start, end }) => sum + end - start, 0);
  return out > all * MOST ? new Set() : new Set(found.map(({ line }) => line));
}

const WEIGHT_OF = learnt(WEIGHTS);

function isSure({ clues }: PageSample): boolean {
  return chanceOf(clues, WEIGHT_OF) >= (clues.includes(BESIDE) ? SURE_BESIDE : SURE);
}

/** Reads every line that only its signs can tell: short prose, in which nobody speaks. */
export function readPageLines(
  body: string,
  lines: readonly Range[],
  isAsked: typeof showsSign = () => true,
): readonly PageSample[] {
  const texts = lines.slice(0, MOST_LINES).map(({ start, end }) => body.slice(start, end));
  const looks: (Neighbour | undefined)[] = [];
  const lookAt = (index: number): Neighbour => {
    const text = texts[index];
    if (text === undefined) return "edge";
    const look = looks[index] ?? lookOf(text, index);
    looks[index] = look;
    return look;
  };
  const { sharedBy, timesOf } = countWords(texts);
  const past = once(() => isPast(texts));
  const stopped = isStopped(texts);
  // A text that came more than once has no line of its own twice.
  const isOnce = texts.filter((_, line) => timesOf(line) > 1).length < texts.length * MOST_COPIED;
  let below = false;
  return texts.flatMap((text, line) => {
    const wasBelow = below;
    below ||= text.length > LONG || lookAt(line) === "dateline";
    // "A Trip That Is Fun. . .": a headline that ends in a stop.
    const isTitle = line === 0 && isTitleCase(text);
    if (!isOpen(text) || isTitle || lookAt(line) === "dateline") return [];
    const seen = {
      ...{ text, place: line, below: wasBelow, stopped },
      before: lookAt(line - 1),
      after: lookAt(line + 1),
      twice: isOnce && timesOf(line) > 1,
    };
    if (!isAsked(seen)) return [];
    const again = isNamedAgain(body, text, lines[line]?.end ?? 0);
    const shared = sharedBy(line);
    return [{ line, clues: readPageClues({ ...seen, past: past(), shared, again }) }];
  });
}

function isOpen(text: string): boolean {
  if (text.length > LONGEST || text.length < FEWEST_LETTERS || SPOKEN.test(text)) return false;
  return text.length > HEADING_LENGTH || STOPPED.test(text);
}

function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7;
}

/** As many lines as may stand above a dateline. */
const DATELINES_ABOVE = 12;
/** A dateline ends in a mark, and most lines have none near their head. */
const MARKED = /^[^\p{L}]{0,2}\p{Lu}[^\n]{0,90}?(?:[—–―:(|>/]|--| [-_])/u;
const COUNTER =
  /^(?:(?:image|photo|picture|slide|hide caption|caption|slideshow)\b.{0,24}|\(?\d{1,3} ?(?:of|\/) ?\d{1,3}\)?)$/i;
const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2} ?(?:[ap]\.?m|[A-Z]{2,4})\b/u;

function lookOf(text: string, index: number): Neighbour {
  if (COUNTER.test(text)) return "counter";
  // What a page opens with has no picture above it, and may be whose report it is.
  if (isCredit(text)) return index === 0 ? "label" : "credit";
  const isShort = text.length <= HEADING_LENGTH && !STOPPED.test(text);
  if (isShort && text.length < 60 && DATE.test(text)) return "date";
  if (text.length <= HEADING_LENGTH && opensFurniture(text)) return "label";
  if (isShort) return "short";
  if (
    index < DATELINES_ABOVE &&
    MARKED.test(text) &&
    (parseDateline(text) !== null || PLAIN_PLACE.test(text))
  )
    return "dateline";
  return text.length > LONG ? "text" : "line";
}

/** How much of a line other lines have, too, and how often it stands there itself. */
function countWords(texts: readonly string[]) {
  const lines = new Map<string, number>();
  const keys = texts.map(withoutCredit);
  for (const key of keys) lines.set(key, (lines.get(key) ?? 0) + 1);
  // Few pages have a line that is asked for its words.
  const several = once(() => stemsOfSeveral(texts));
  return {
    timesOf: (line: number) => lines.get(keys[line] ?? "") ?? 0,
    sharedBy: (line: number) => {
      const own = new Set(stemsOf(texts[line] ?? ""));
      let held = 0;
      for (const stem of own) if (several().has(stem)) held += 1;
      return own.size === 0 ? 0 : held / own.size;
    },
  };
}

/** What stands in more than one of some lines. */
function stemsOfSeveral(texts: readonly string[]): ReadonlySet<string> {
  const first = new Map<string, number>();
  const several = new Set<string>();
  for (const [line, text] of texts.entries()) {
    for (const stem of stemsOf(text)) {
      const before = first.get(stem);
      if (before === undefined) first.set(stem, line);
      else if (before !== line) several.add(stem);
    }
  }
  return several;
}

/** Words that say something, cut to what their forms have in common. */
function stemsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const stems: string[] = [];
  for (const [start, end] of findRuns(lower))
    if (end - start >= 4) stems.push(lower.slice(start, Math.min(end, start + 6)));
  return stems;
}

function isPast(texts: readonly string[]): boolean {
  const long = texts.filter((text) => text.length > HEADING_LENGTH);
  return long.filter((text) => TOLD.test(text)).length * 2 > long.length;
}

/** Says whether a text sets stops at all. */
function isStopped(texts: readonly string[]): boolean {
  const long = texts.filter((text) => text.length > HEADING_LENGTH);
  return long.filter((text) => STOPPED.test(text)).length * 2 > long.length;
}

const FULL_NAME = /\p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}\p{Ll}+/gu;

function isNamedAgain(body: string, text: string, end: number): boolean {
  return Array.from(text.matchAll(FULL_NAME)).some(([name]) => body.includes(name, end));
}

function isEnglish(body: string): boolean {
  const head = body.slice(0, 2000);
  const words = head.match(/\p{L}+/gu)?.length ?? 0;
  return (head.match(COMMON)?.length ?? 0) >= words * FEWEST_COMMON;
}
