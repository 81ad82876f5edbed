import type { Piece } from "./piece.ts";
import { isMoment } from "./since.ts";

/** A word of a question as times are read from it: a dash between two numbers or names of days is one of its own. */
export interface TimeWord {
  /** In lower case; `–` for a dash, empty for what its asker says how to search. */
  readonly text: string;
  /** Which piece of the question it is of. */
  readonly piece: number;
  /** A stop or a comma stands behind it. */
  readonly ends: boolean;
}

const DASHES = /[-−–—]/u;
// Reads: 1-5 · 10–12 · 2024-2025 · mar-apr · mid-march; not 2026-05-08, and not x-ray
const ISO = /^\d{4}-\d{1,2}-\d{1,2}/u;
const PART =
  /^(?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*|mid|early|late)$/u;
const EARLY_OR_LATE = /^(?:mid|early|late)$/u;

/** The words of a question's pieces, in order. */
export function timeWordsOf(pieces: readonly Piece[]): readonly TimeWord[] {
  return pieces.flatMap(({ lower, marked, ends, dashed }, piece): readonly TimeWord[] => {
    if (marked) return [{ text: "", piece, ends }];
    const dash = dashed ? [{ text: "–", piece, ends: false }] : [];
    const parts = ISO.test(lower) ? [lower] : lower.split(DASHES);
    const own = parts.every((part) => PART.test(part)) ? parts : [lower];
    const words = own.flatMap((text, at): readonly TimeWord[] => {
      const word = { text, piece, ends: ends && at === own.length - 1 };
      const isJoined = at > 0 && !EARLY_OR_LATE.test(own[at - 1] ?? "");
      return isJoined ? [{ text: "–", piece, ends: false }, word] : [word];
    });
    return [...dash, ...words];
  });
}

/** Words that name a stretch of time. */
export interface Run {
  readonly text: string;
  /** The word behind them. */
  readonly to: number;
}

const MOST_WORDS = 6;
const BARE_DAY = /^\d{1,2}(?:st|nd|rd|th)?$/u;

/** The longest run of words from a place on that names one. */
export function stretchAt(words: readonly TimeWord[], at: number): Run | null {
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    if (run.length < length || run.some(({ text }) => text === "–" || text === "")) continue;
    const text = run.map((word) => word.text).join(" ");
    if (isMoment(text)) return { text, to: at + length };
  }
  return null;
}

/** A number that may be the day of a month that stands elsewhere: the 1 of "1 to 5 March". */
export function bareDayAt(words: readonly TimeWord[], at: number): Run | null {
  const text = words[at]?.text ?? "";
  return BARE_DAY.test(text) ? { text, to: at + 1 } : null;
}
