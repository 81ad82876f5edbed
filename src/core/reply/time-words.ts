import type { Piece } from "./piece.ts";
import { readStretch } from "./stretch.ts";
import { leadBefore, leadOf } from "./time-lead.ts";
import {
  A_DATE,
  ALSO_A_LENGTH,
  ENDS,
  isPaper,
  isSure,
  leadsTo,
  MONTH_NAME,
  SET,
} from "./time-sure.ts";
import { bareDayAt, stretchAt, type TimeWord, timeWordsOf } from "./time-word.ts";

/** A time that a question names. */
export interface TimeFound {
  /** As `readPeriod` takes them. */
  readonly since?: string;
  readonly until?: string;
  /** Which pieces say so: of each run the first, its preposition included, and the one behind its last. */
  readonly runs: readonly (readonly [from: number, to: number])[];
}

/** A time within the words of a question. */
interface Found {
  readonly since?: string;
  readonly until?: string;
  /** Words, its preposition included, and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

// Reads: today · this week: they go on
const GOES_ON =
  /^(?:today|tonight|last night|this (?:morning|afternoon|evening|week|month|year))$/u;
const OPEN = SET("since after");
const PAIR = SET("between from since");
const JOINS = /^(?:to|until|till|through|thru|–|and)$/u;
const BARE_DAY = /^\d{1,2}(?:st|nd|rd|th)?$/u;
const DAY_FIRST = /^(?:the )?\d{1,2}(?:st|nd|rd|th)?(?= (?:of )?\p{L})/u;
const MONTH_FIRST = new RegExp(`^(?<month>${MONTH_NAME})\\.? \\d{1,2}(?:st|nd|rd|th)?$`, "u");

/** The time that a question names, with one end or both; `null` for none. A month or a day of the week alone is a name as well. */
export function timeIn(pieces: readonly Piece[]): TimeFound | null {
  const words = timeWordsOf(pieces);
  const first = firstOf(words);
  if (first === null) return null;
  const other = otherEnd(words, first);
  const both = other === null ? [first] : [first, other];
  const { since, until } = { ...first, ...other };
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    runs: both.map(({ from, to }) => [words[from]?.piece ?? 0, (words[to - 1]?.piece ?? 0) + 1]),
  };
}

/** @param isNamed "the" stands before it: "on the march" */
type Sureness = (text: string, lead: string, isNamed: boolean) => boolean;

function firstOf(words: readonly TimeWord[]): Found | null {
  for (let at = 0; at < words.length; at += 1) {
    const found = stretchBetween(words, at) ?? stretchAlone(words, at, isSure);
    if (found !== null) return found;
  }
  return null;
}

/** Reads: since April 12 … until April 14; either may stand first. */
function otherEnd(words: readonly TimeWord[], { since, until, from, to }: Found): Found | null {
  if (since !== undefined && until !== undefined) return null;
  for (let at = 0; at < words.length; at += 1) {
    if (at >= from && at < to) continue;
    const found = stretchAlone(words, at, (_, lead) =>
      (since === undefined ? OPEN : ENDS).has(lead),
    );
    if (found !== null) return found;
  }
  return null;
}

/** Reads: between 1 and 5 March · from March to May · 10 April – 12 April · on Monday and Tuesday */
function stretchBetween(words: readonly TimeWord[], at: number): Found | null {
  const first = stretchAt(words, at) ?? bareDayAt(words, at);
  if (first === null) return null;
  const joint = words[first.to]?.text === "up" ? first.to + 1 : first.to;
  const join = words[joint]?.text ?? "";
  if (!JOINS.test(join)) return null;
  const second = stretchAt(words, joint + 1) ?? bareDayAt(words, joint + 1);
  if (second === null) return null;
  const ends = joined(first.text, second.text);
  if (ends === null || [first, second].some(({ text }) => ALSO_A_LENGTH.test(text))) return null;
  const from = leadBefore(words, at);
  const lead = leadOf(words, from, at);
  const isDated = A_DATE.test(ends.since) && A_DATE.test(ends.until);
  const isSaid = isDated || PAIR.has(lead);
  if (join !== "and" || lead === "between" ? !isSaid : !isNext(ends)) return null;
  if (!isSaid && leadsTo(first.text)?.has(lead) !== true) return null;
  return { ...ends, from, to: second.to };
}

/** Both ends as they stand for themselves: the 1 of "1 to 5 March" is the first of March. */
function joined(first: string, second: string): { since: string; until: string } | null {
  if (!BARE_DAY.test(first) && !BARE_DAY.test(second)) return { since: first, until: second };
  if (BARE_DAY.test(first) && DAY_FIRST.test(second))
    return { since: second.replace(DAY_FIRST, first), until: second };
  const month = MONTH_FIRST.exec(first)?.groups?.month;
  return month !== undefined && BARE_DAY.test(second)
    ? { since: first, until: `${month} ${second}` }
    : null;
}

/** Some day, for words of which only the form counts. */
const SOME_DAY = { now: Date.UTC(2028, 11, 31), timeZone: "UTC" };

/** "In March and April" is one stretch, "in March and June" is two. */
function isNext({ since, until }: { since: string; until: string }): boolean {
  const second = readStretch(until, SOME_DAY);
  if (second === null) return false;
  return readStretch(since, SOME_DAY, { before: second.since })?.until === second.since;
}

/** So long ago, or a time of day: it has no length. */
function isInstant(text: string): boolean {
  const stretch = readStretch(text, SOME_DAY);
  return stretch === null || stretch.since === stretch.until;
}

function stretchAlone(words: readonly TimeWord[], at: number, sure: Sureness): Found | null {
  const found = stretchAt(words, at);
  if (found === null || isPaper(words, at, found)) return null;
  const { text, to } = found;
  const from = leadBefore(words, at);
  const lead = leadOf(words, from, at);
  if (!sure(text, lead, words[at - 1]?.text === "the")) return null;
  if (ENDS.has(lead)) return { until: lead === "before" ? `before ${text}` : text, from, to };
  if (OPEN.has(lead) || GOES_ON.test(text) || isInstant(text)) return { since: text, from, to };
  // Reads: from 5 March onwards
  if (/^onwards?$/u.test(words[to]?.text ?? "")) return { since: text, from, to: to + 1 };
  return { since: text, until: text, from, to };
}
