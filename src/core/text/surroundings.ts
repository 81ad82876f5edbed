import type { AnalysedText } from "./analysed.ts";
import type { Quotation } from "./quotation-marks.ts";
import type { Sentence } from "./text.ts";

/** Says whether nothing but white space stands between two offsets. */
export function isBlank(body: string, start: number, end: number): boolean {
  return start >= end || body.slice(start, end).trim() === "";
}

/** Tells the sentence at an offset; quick where offsets rise. */
export function sentenceReader(sentences: readonly Sentence[]): (offset: number) => number {
  let at = 0;
  return (offset) => {
    while (at + 1 < sentences.length && (sentences[at + 1]?.start ?? Infinity) <= offset) at += 1;
    while (at > 0 && (sentences[at]?.start ?? 0) > offset) at -= 1;
    return at;
  };
}

/** Where the words behind a quotation stop: its sentence's end. */
export function limitOf(
  sentences: readonly Sentence[],
  index: number,
  close: number,
  ended: boolean,
  comma: boolean,
): number {
  const sentence = sentences[index];
  if (sentence === undefined) return close;
  if (sentence.end > close) return sentence.end;
  const next = sentences[index + 1];
  return (ended || comma) && next?.passage === sentence.passage ? next.end : close;
}

/** Where the words that lead up to a quotation begin: its sentence, or the one before that ends in a colon. */
export function startOf(
  { body, sentences }: AnalysedText,
  index: number,
  { open }: Quotation,
): number {
  const sentence = sentences[index];
  if (sentence === undefined) return open;
  const start = Math.min(sentence.start, open);
  if (!isBlank(body, start, open)) return start;
  const before = sentences[index - 1];
  if (before === undefined) return start;
  // Dar stated,⏎⏎“We are ready.”
  const colon = /:\s*$/u.test(body.slice(Math.max(0, before.end - 2), start));
  const comma = before.passage !== sentence.passage && body.charAt(before.end - 1) === ",";
  return colon || comma ? before.start : start;
}
