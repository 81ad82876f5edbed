import type { Figure } from "#core/text/figure.ts";
import { findNumbers } from "#core/text/figures.ts";
import type { Range } from "#core/text/text.ts";
import { tokenize } from "#core/text/token.ts";
import { DAYS_AND_MONTHS } from "#core/text/word-class.ts";

/** One word of a sentence, or a number in it, as two versions of the sentence are compared by. */
export interface Piece extends Range {
  readonly text: string;
  /** What it is compared by: every figure of one unit is alike, and every age. */
  readonly key: string;
  /** The amount that it states; `null` for a word, and for a number that states none. */
  readonly figure: Figure | null;
}

/** Reads a sentence as words and numbers, in order. */
export function piecesOf(sentence: string): readonly Piece[] {
  const numbers = findNumbers(sentence, { start: 0, end: sentence.length });
  const pieces: Piece[] = [];
  let next = 0;
  for (const { kind, start, end, lower } of tokenize(sentence)) {
    while (next < numbers.length && (numbers[next]?.start ?? 0) < end) {
      const number = numbers[next];
      if (number !== undefined) pieces.push(ofNumber(number));
      next += 1;
    }
    if (kind === "mark" || start < (pieces.at(-1)?.end ?? 0)) continue;
    const key = isDayOfSaying(pieces, lower) ? "#day" : lower;
    pieces.push({ start, end, text: sentence.slice(start, end), key, figure: null });
  }
  return pieces;
}

const SAYS = /^(?:said|says|confirmed|announced|reported|added|stated)$/u;

/** "…, the coastguard said on Tuesday": when it was said, and not when it happened. */
function isDayOfSaying(before: readonly Piece[], lower: string): boolean {
  if (!/day$/u.test(lower) || !DAYS_AND_MONTHS.has(lower)) return false;
  const last = before.at(-1)?.key ?? "";
  return SAYS.test(last === "on" ? (before.at(-2)?.key ?? "") : last);
}

function ofNumber(figure: Figure): Piece {
  const { start, end, text, kind, unit } = figure;
  switch (kind) {
    case "count":
    case "money":
    case "share":
    case "measure":
      return { start, end, text, key: `#${unit ?? ""}`, figure };
    case "age":
      return { start, end, text, key: "#age", figure: null };
    default:
      // Another day, score or hour may be another event.
      return { start, end, text, key: text.toLowerCase(), figure: null };
  }
}
