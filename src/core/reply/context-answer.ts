import type { Filed } from "#core/digest/edition.ts";
import { headlineBlock, provenanceBlock } from "#core/message/brief.ts";
import { amid } from "#core/message/direction.ts";
import type { Block, Message, Span } from "#core/message/message.ts";
import { note, paragraph, plainMessage, section } from "#core/message/say.ts";
import { sheetTabs } from "./sheet.ts";

/** Which quotes and facts are wanted: all of a kind, or one by its number, from 1. */
interface Wanted {
  readonly kind: "quote" | "fact" | "all";
  readonly number: number | null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Quotes and facts inside their paragraphs, marked, with the paragraph's number: the proof that
 * they stand in the article.
 *
 * @param part `quotes`, `facts`, `q2`, `f1`; empty for all
 */
export function contextAnswer(filed: Filed, part: string, timeZone: string): Message {
  const wanted = readPart(part);
  if (wanted === null) {
    return plainMessage(`“${part}” is no part of a brief: write quotes, facts, q1 or f1.`);
  }
  const ranges = rangesOf(filed, wanted);
  if (ranges.length === 0) {
    return plainMessage(`“${amid(filed.brief.headline)}” has no such part.`);
  }
  const paragraphs = paragraphsOf(filed.article.body);
  const shown = paragraphs
    .map((own, index) => ({ own, index, marks: ranges.flatMap((range) => within(range, own)) }))
    .filter(({ marks }) => marks.length > 0);
  return {
    summary: `In context: ${filed.brief.headline}`,
    sections: [
      section(headlineBlock(filed), provenanceBlock(filed, timeZone, { unnumbered: true })),
      ...shown.map(({ own, index, marks }) =>
        section(
          note({ text: `Paragraph ${index + 1} of ${paragraphs.length}` }),
          marked(filed.article.body, own, marks),
        ),
      ),
      section(sheetTabs(filed, "context")),
    ],
  };
}

// Reads: q2, f1, quote 2, facts, quotes
function readPart(text: string): Wanted | null {
  if (text.trim() === "") return { kind: "all", number: null };
  const found = /^(?<kind>q|f)(?:uotes?|acts?)? ?(?<number>[1-9]\d?)?$/u.exec(
    text.trim().toLowerCase(),
  )?.groups;
  if (found === undefined) return null;
  const number = found.number === undefined ? null : Number(found.number);
  return { kind: found.kind === "q" ? "quote" : "fact", number };
}

function rangesOf({ brief }: Filed, { kind, number }: Wanted): readonly Range[] {
  const chosen = (ranges: readonly Range[]) =>
    number === null ? ranges : ranges.slice(number - 1, number);
  return [
    ...(kind === "fact" ? [] : chosen(brief.quotes)),
    ...(kind === "quote" ? [] : chosen(brief.facts)),
  ];
}

/** Where the paragraphs of a body begin and end. */
function paragraphsOf(body: string): readonly Range[] {
  return [...body.matchAll(/[^\n]+(?:\n(?!\n)[^\n]*)*/gu)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
}

/** What of a range lies in a paragraph: a quotation may run over several. */
function within({ start, end }: Range, own: Range): readonly Range[] {
  const part = { start: Math.max(start, own.start), end: Math.min(end, own.end) };
  return part.start < part.end ? [part] : [];
}

function marked(body: string, own: Range, marks: readonly Range[]): Block {
  const spans: Span[] = [];
  let at = own.start;
  for (const { start, end } of merged(marks)) {
    if (start > at) spans.push({ text: body.slice(at, start) });
    spans.push({ text: body.slice(start, end), style: "strong" });
    at = end;
  }
  if (at < own.end) spans.push({ text: body.slice(at, own.end) });
  return paragraph(...spans);
}

/** A quote inside the sentence of a fact is one mark with it. */
function merged(marks: readonly Range[]): readonly Range[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start);
  const joined: Range[] = [];
  for (const mark of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && mark.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
    } else joined.push(mark);
  }
  return joined;
}
