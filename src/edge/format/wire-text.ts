import type { Copy } from "#core/article/copy.ts";
import { readEmbargoNotice } from "#core/article/embargo-notice.ts";
import { findDateline } from "#core/article/find-dateline.ts";
import { dropWireMarks } from "./end-mark.ts";
import { type HeaderField, type HeaderLine, readHeaderLine } from "./header-line.ts";
import { readParagraphs } from "./unwrap.ts";

/** What the lines above a story and the story itself say. */
export interface WireText {
  readonly fields: Readonly<Partial<Record<HeaderField, string>>>;
  /** Paragraphs of the story, without its headline and the lines above it. */
  readonly paragraphs: readonly string[];
}

/** How many lines above the story may be fields, with the blank ones between them. */
const MOST_LINES_ABOVE = 30;
const LONGEST_HEADLINE = 220;
const MOST_HEADLINE_LINES = 3;

/** Reads plain text as newsrooms and agencies write it: header lines, headline, byline, paragraphs. */
export function readWireText(text: string): WireText {
  const lines = dropWireMarks(text.split("\n"));
  const fields: Partial<Record<HeaderField, string>> = {};
  let rest: readonly string[] = takeHeaders(lines, fields);
  const headline = fields.title === undefined ? readHeadline(rest) : null;
  if (headline !== null) {
    fields.title = headline.text;
    rest = takeHeaders(rest.slice(headline.lines), fields);
  }
  return { fields, paragraphs: readParagraphs(rest) };
}

/** Moves header lines from the top of `lines` into `fields`; the first of each kind counts. */
export function takeHeaders(
  lines: readonly string[],
  fields: Partial<Record<HeaderField, string>>,
): readonly string[] {
  let story = 0;
  for (let index = 0; index < Math.min(lines.length, MOST_LINES_ABOVE); index += 1) {
    if (lines[index]?.trim() === "") continue;
    const header = readHeader(lines, index);
    if (header === null) break;
    if (header.field !== "note") fields[header.field] ??= header.value;
    index += header.lines - 1;
    story = index + 1;
  }
  return lines.slice(story);
}

function readHeader(
  lines: readonly string[],
  index: number,
): (HeaderLine & { lines: number }) | null {
  const notice = readEmbargoNotice(lines, index);
  if (notice !== null && notice.text.length <= LONGEST_HEADLINE) {
    return { field: "embargo", value: notice.text, lines: notice.lines };
  }
  const line = readHeaderLine(lines[index] ?? "");
  return line === null ? null : { ...line, lines: 1 };
}

/**
 * A headline is a first paragraph that ends like none: short, without a final stop, and with the
 * story after it. A story of one paragraph has no headline that is certain.
 */
function readHeadline(lines: readonly string[]): { text: string; lines: number } | null {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first === -1) return null;
  const own = paragraphAt(lines, first);
  const behind = lines.slice(first + own.length);
  if (own.length <= MOST_HEADLINE_LINES && behind.some((line) => line.trim() !== "")) {
    const text = own.map((line) => line.trim()).join(" ");
    if (isHeadline(text)) return { text, lines: first + own.length };
  }
  return readHeadlineLine(lines, first);
}

/** A headline may stand straight on the story: the next line is its dateline, byline, or a paragraph. */
function readHeadlineLine(
  lines: readonly string[],
  first: number,
): { text: string; lines: number } | null {
  const [text = "", next = ""] = lines.slice(first, first + 2).map((line) => line.trim());
  if (!isHeadline(text) || next === "") return null;
  const opens = findDateline(next)?.start === 0 || readHeader([next], 0) !== null;
  const isParagraph = next.length > LONGEST_HEADLINE && /[.!?]["”’]?$/u.test(next);
  return opens || isParagraph ? { text, lines: first + 1 } : null;
}

function paragraphAt(lines: readonly string[], first: number): readonly string[] {
  const length = lines.slice(first).findIndex((line) => line.trim() === "");
  return length === -1 ? lines.slice(first) : lines.slice(first, first + length);
}

function isHeadline(text: string): boolean {
  return (
    text.length <= LONGEST_HEADLINE &&
    /\p{L}/u.test(text) &&
    !/[.:;,…–—-]["”’)]?$/u.test(text) &&
    !/^\s*(?:[-*•]\s|\d{1,3}[.)]\s)/u.test(text) &&
    findDateline(text) === null
  );
}

/** Copy whose story is `paragraphs`, with every field that nothing was found for left empty. */
export function copyOf(
  format: string,
  fields: Readonly<Partial<Record<Exclude<HeaderField, "tags">, string | null>>>,
  tags: readonly string[],
  paragraphs: readonly string[],
): Copy {
  return {
    format,
    title: fields.title ?? null,
    body: paragraphs.join("\n\n"),
    byline: fields.byline ?? null,
    date: fields.date ?? null,
    section: fields.section ?? null,
    tags,
    slug: fields.slug ?? null,
    urgency: fields.urgency ?? null,
    embargo: fields.embargo ?? null,
    sourceUrl: fields.sourceUrl ?? null,
    source: fields.source ?? null,
  };
}
