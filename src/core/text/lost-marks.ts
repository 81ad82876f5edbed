import type { Mark } from "./quotation-mark.ts";
import type { Passage } from "./text.ts";

const WHOLE = /["“”„«»]/u;
const OPENS = /(?<![\p{L}\p{N},.!?\uFFFD])[?\uFFFD](?=[\p{L}\p{N}])/gu;
const CLOSES = /(?<=[\p{L}\p{N},.!?…])[?\uFFFD](?=[\s.,;:)]|$)/gu;
const LONGEST = 700;
const LONGEST_TERM = 5;

/**
 * Says whether a body has lost its double marks to "?" or "�", as copy does that went through the wrong
 * character set: `?We wait,? he said`. No question ends in ",?", and none begins with its mark.
 */
export function hasLostQuotes(body: string): boolean {
  if (WHOLE.test(body) || !/[?\uFFFD]/u.test(body)) return false;
  return /(?:^|\s)[?\uFFFD]\p{L}(?:[^?\uFFFD\n]|(?<=\p{L})[?\uFFFD](?=\p{L})){1,300}?[,.!][?\uFFFD](?:\s|$)/u.test(
    body,
  );
}

/**
 * The lost marks of one passage, in pairs: each that opens, with the first before the next that is
 * sure to close (`wait,?`, `wait?.`), else with the first that may (`the ?ghost barber? panic`). What
 * finds no partner is left, for it may be an apostrophe or a question's own.
 */
export function lostMarks(body: string, passage: Passage): Mark[] {
  const text = body.slice(passage.start, passage.end);
  const opens = [...text.matchAll(OPENS)].map(({ index }) => index);
  const closes = [...text.matchAll(CLOSES)].map(({ index }) => index);
  const marks: Mark[] = [];
  let next = 0;
  opens.forEach((open, at) => {
    const end = Math.min(opens[at + 1] ?? text.length, open + LONGEST);
    while ((closes[next] ?? Infinity) <= open) next += 1;
    let close: number | undefined;
    for (let one = next; (closes[one] ?? Infinity) < end; one += 1) {
      const found = closes[one] ?? end;
      const sure = isSure(text, found);
      if (sure || close === undefined) close = found;
      if (sure || isTerm(text, open, found)) break;
    }
    if (close === undefined) return;
    const from = passage.start;
    marks.push({ start: from + open, end: from + open + 1, turn: "open" });
    marks.push({ start: from + close, end: from + close + 1, turn: "close" });
  });
  return marks;
}

/** A few words with the sentence going on behind them: ?pregnant? with; no owner's: ?The workers? union */
function isTerm(text: string, open: number, close: number): boolean {
  const words = text.slice(open + 1, close);
  if (/s$/u.test(words) && /^\p{Lu}/u.test(words)) return false;
  return (
    words.split(" ").length <= LONGEST_TERM && /^\s\p{Ll}/u.test(text.slice(close + 1, close + 3))
  );
}

function isSure(text: string, at: number): boolean {
  return /[,.!?…]/u.test(text.charAt(at - 1)) || /[.,;:)]/u.test(text.charAt(at + 1));
}
