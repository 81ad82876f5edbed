import type { Aside } from "#core/article/copy.ts";
import { readHeadlineMarks } from "#core/article/headline-mark.ts";
import { markOf } from "#core/article/marking.ts";
import { readNoticeLines } from "#core/article/release/lines.ts";
import { findDateline } from "#core/text/find-dateline.ts";
import { opensFurniture } from "#core/text/furniture.ts";
import { isLabel } from "#core/text/label.ts";
import { markAtEnd } from "#core/text/mark-at-end.ts";
import { endsInCredit } from "#core/text/picture.ts";
import { isCaption } from "#core/text/site-line.ts";
import { readDeskLine } from "./desk-line.ts";
import { splitAtEnd } from "./end-mark.ts";
import { addField, readBehind, takeFooters } from "./footer.ts";
import { type HeaderField, type HeaderLine, isLabelled, readHeaderLine } from "./header-line.ts";
import { leftOut } from "./left-out.ts";
import { readParagraphs } from "./unwrap.ts";

/** What the lines above a story and the story itself say. */
export interface WireText {
  readonly fields: Readonly<Partial<Record<HeaderField, string>>>;
  /** Paragraphs of the story, without its headline and the lines above it. */
  readonly paragraphs: readonly string[];
  /** Whatever else the text says: the lines above and below the story, and those among it that are the wire's. */
  readonly asides: readonly Aside[];
}

/** How many lines above the story may be fields, with the blank ones between them. */
const MOST_LINES_ABOVE = 30;
const LONGEST_HEADLINE = 220;
const MOST_HEADLINE_LINES = 3;
// Reads the end of a sentence, or of half of one, in any script; a question may be a headline.
const STOPPED = /[.:;,…–—。．、，：；۔؛،।॥-][\u200e\u200f\u2069\u202c]?["”’)»」』）]?$/u;
// Reads a note that stands on the line of the story: (Eds: Adds quotes) Oslo, Aug 1 (HN) The harbour closed.
const NOTE_BEFORE =
  /^(?<note>\s*[([]\s*(?:eds?|editors?)\s*:[^()[\]\n]{1,300}[)\]])[^\S\n]+(?=\S)/iu;
const MOST_NOTE_LINES = 12;
const SHORTEST_WRAPPED = 50;

/**
 * Reads plain text as newsrooms and agencies write it: header lines, headline, byline, paragraphs.
 *
 * @param title the headline, where it has been found already: then no line of the text is one
 */
export function readWireText(text: string, title: string | null = null): WireText {
  const lines = text.replace(NOTE_BEFORE, "$<note>\n").split("\n");
  const { story, behind } = splitAtEnd(lines);
  const fields: Partial<Record<HeaderField, string>> = title === null ? {} : { title };
  let rest: readonly string[] = takeHeaders(story, fields);
  // What stands below a page's own lines may be a notice still.
  if (fields.title === undefined) rest = takeHeaders(withoutPageLines(rest), fields);
  const headline = fields.title === undefined ? readHeadline(rest) : null;
  if (headline !== null) {
    fields.title = headline.text;
    rest = takeHeaders(rest.slice(headline.lines), fields);
  }
  const blocks = takeFooters(blocksOf(rest), fields);
  readBehind(behind, fields);
  const paragraphs = readParagraphs(blocks.join("\n\n").split("\n"));
  return { fields, paragraphs, asides: leftOut(lines, paragraphs, [fields.title]) };
}

/** Lines that stand together, with blank lines between the blocks. */
function blocksOf(lines: readonly string[]): readonly string[] {
  const text = lines.map((line) => line.trimEnd()).join("\n");
  return text
    .split(/\n{2,}/u)
    .map((block) => block.replace(/^\n+|(?<!\n)\n+$/gu, ""))
    .filter((block) => block !== "");
}

/** Moves header lines from the top of `lines` into `fields`; of notes and terms all count, else the first of each kind. */
export function takeHeaders(
  lines: readonly string[],
  fields: Partial<Record<HeaderField, string>>,
): readonly string[] {
  let story = 0;
  for (let index = 0; index < Math.min(lines.length, MOST_LINES_ABOVE); index += 1) {
    if (lines[index]?.trim() === "") continue;
    const header = readHeader(lines, index, fields.title !== undefined);
    if (header === null) break;
    if (header.field !== "none") addField(fields, header.field, header.value);
    index += header.lines - 1;
    story = index + 1;
  }
  return lines.slice(story);
}

function readHeader(
  lines: readonly string[],
  index: number,
  isTitled: boolean,
): (HeaderLine & { lines: number }) | null {
  // "HOLD" and "KILL" are orders, which say what may be done with copy; a notice says when.
  const desk = readDeskLine(lines[index] ?? "");
  if (desk?.field === "status") return { ...desk, lines: 1 };
  const notice = readNoticeLines(lines, index, isTitled);
  if (notice !== null && notice.text.length <= LONGEST_HEADLINE) {
    return { field: "embargo", value: notice.text, lines: notice.lines };
  }
  const line = readHeaderLine(lines[index] ?? "");
  if (line?.field !== "editorNote") return line === null ? null : { ...line, lines: 1 };
  const length = noteLength(lines, index);
  const note = lines.slice(index, index + length).map((part) => part.trim());
  return { ...(readHeaderLine(note.join(" ")) ?? line), lines: length };
}

/** A note goes on while its bracket is open, and where its line was wrapped in mid-sentence. */
function noteLength(lines: readonly string[], index: number): number {
  let length = 1;
  let text = lines[index] ?? "";
  for (const next of lines.slice(index + 1, index + MOST_NOTE_LINES)) {
    const isOpen = /^\s*[([]/u.test(text) && markAtEnd(text, ")]") === -1;
    const isWrapped = text.length >= SHORTEST_WRAPPED && !/[.!?:]["”’)\]]*\s*$/u.test(text);
    if (next.trim() === "" || !(isOpen || (isWrapped && /^\p{Ll}|^\d/u.test(next.trim())))) break;
    length += 1;
    text = isOpen ? `${text} ${next}` : next;
  }
  return length;
}

/** As many lines as a page sets above its story, where no headline does. */
const MOST_PAGE_LINES = 3;

/** "Please enable scripts to watch this video", a caption with its credit: what stands above the story and heads nothing. */
function withoutPageLines(lines: readonly string[]): readonly string[] {
  let rest = lines;
  for (let count = 0; count < MOST_PAGE_LINES; count += 1) {
    const first = rest.findIndex((line) => line.trim() !== "");
    const text = rest[first]?.trim() ?? "";
    const behind = rest.slice(first + 1);
    const isAlone = behind[0]?.trim() === "" && behind.some((line) => line.trim() !== "");
    if (first < 0 || !isAlone || !isPageLine(text)) return rest;
    rest = behind;
  }
  return rest;
}

function isPageLine(text: string): boolean {
  return (
    text.length <= LONGEST_HEADLINE &&
    /[\p{L}\p{N}]/u.test(text) &&
    findDateline(text) === null &&
    !isMarkedHeadline(text) &&
    (opensFurniture(text) || isCaption(text) || endsInCredit(text))
  );
}

/** "CORRECTION: Witness tells inquiry": a headline with what its desk says of it; a page sets none of these above its story. */
function isMarkedHeadline(text: string): boolean {
  const { signs, bare } = readHeadlineMarks(text);
  return signs.length > 0 && bare.split(/\s+/u).length >= FEWEST_WORDS;
}

/** Fewer are a label. */
const FEWEST_WORDS = 3;

/**
 * A headline is a first paragraph that ends like none: short, without a final stop, and with the
 * story after it. A story of one paragraph has no headline that is certain.
 */
function readHeadline(lines: readonly string[]): { text: string; lines: number } | null {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first === -1) return null;
  const own = headlineLines(paragraphAt(lines, first));
  const behind = lines.slice(first + own.length);
  if (own.length <= MOST_HEADLINE_LINES && behind.some((line) => line.trim() !== "")) {
    const text = own.map((line) => line.trim()).join(" ");
    if (isHeadline(text)) return { text, lines: first + own.length };
  }
  return readHeadlineLine(lines, first);
}

/** As far as the first line that is none of it: "(L-R) Victor Moe, Jonas Reyl" names who is in its picture, "internal: yes" is the desk's. */
function headlineLines(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex(
    (line, index) => index > 0 && (opensFurniture(line) || isOfTheDesk(lines, index)),
  );
  return end === -1 ? lines : lines.slice(0, end);
}

/** What nobody wraps a headline into: a field by its name, a notice, a line of the desk. */
function isOfTheDesk(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  return markOf(line) !== null || isLabelled(line) || readNoticeLines(lines, index, true) !== null;
}

/** A headline may stand straight on the story: the next line is its dateline, byline, or a paragraph. */
function readHeadlineLine(
  lines: readonly string[],
  first: number,
): { text: string; lines: number } | null {
  const [text = "", next = ""] = lines.slice(first, first + 2).map((line) => line.trim());
  if (!isHeadline(text) || next === "") return null;
  const opens = findDateline(next)?.start === 0 || readHeader([next], 0, true) !== null;
  const isParagraph = next.length > LONGEST_HEADLINE && /[.!?。！？۔؟।]["”’»」』]?$/u.test(next);
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
    !STOPPED.test(text) &&
    !/^\s*(?:[-*•]\s|\d{1,3}[.)]\s)/u.test(text) &&
    !isPageLine(text) &&
    !isLabel(text) &&
    findDateline(text) === null
  );
}
