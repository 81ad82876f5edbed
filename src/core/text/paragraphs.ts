import { findPassages } from "./passages.ts";
import { findSentences } from "./sentences.ts";

/** What stands between two blank lines. */
export interface Paragraph {
  readonly text: string;
  /** Its sentences in order, as printed but for white space; without the dateline that opens a report. */
  readonly sentences: readonly string[];
}

/** Reads a text as paragraphs of sentences, furniture and headings too: what compares two texts needs all of them. */
export function readParagraphs(text: string): readonly Paragraph[] {
  const sentences = findSentences(text, findPassages(text));
  const paragraphs: Paragraph[] = [];
  let at = 0;
  let next = 0;
  for (const block of text.split(/(\n\s*\n)/u)) {
    const end = at + block.length;
    const inside: string[] = [];
    for (; next < sentences.length && (sentences[next]?.start ?? 0) < end; next += 1) {
      const { start, end: stop } = sentences[next] ?? { start: 0, end: 0 };
      inside.push(text.slice(start, stop).replace(/\s+/gu, " "));
    }
    if (block.trim() !== "") paragraphs.push({ text: block.trim(), sentences: inside });
    at = end;
  }
  return paragraphs;
}

/** The sentences of a text, as paragraphs have them. */
export function sentencesOf(text: string): readonly string[] {
  return readParagraphs(text).flatMap(({ sentences }) => sentences);
}
