import type { Aside } from "#core/article/copy.ts";
import { asideOf } from "./aside.ts";
import type { Block } from "./html-blocks.ts";
import { isParted } from "./line-hyphen.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** A font this much larger than the story's own is a headline's. */
const HEADLINE = 1.2;
/** A gap this much wider than the story's own parts paragraphs. */
const WIDER = 1.3;
/** A first line that stands this far in, in sizes of the font, begins a paragraph. */
const INDENT = 0.7;
/** A line that ends this far before the column does, in sizes of the font, is a paragraph's last. */
const SHORT = 3;
const EDGE_LINES = 2;
const LONGEST_HEADING = 300;
/** How many blocks may stand above a headline and in it. */
const TOP = 8;
/** In points. */
const COLUMN_STEP = 24;

// Reads: 3, - 3 -, Page 3, Page 3 of 12, 3/12, – 3 –
const PAGE_NUMBER = /^(?:[-–—|]\s*)?(?:page\s)?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?(?:\s*[-–—|])?$/iu;
const BULLET = /^(?:[•▪‣·–]|-(?=\s))\s*/u;
const SENTENCE_END = /[.!?:]["”’»)\]]*$/u;

/** What the pages of a PDF show. */
export interface PdfFlow {
  readonly blocks: readonly Block[];
  /** Running heads and feet, and page numbers, each once. */
  readonly asides: readonly Aside[];
}

/** Puts the lines of a PDF's pages together as paragraphs and headings, without running heads and page numbers. */
export function readFlow(pages: readonly (readonly PdfLine[])[]): PdfFlow {
  const running = runningLines(pages);
  const heads = new Set<string>();
  const feet = new Set<string>();
  const lines = pages.flatMap((page) => {
    const edges = edgesOf(page);
    const isRunning = (line: PdfLine): boolean =>
      edges.has(line) && (running.has(shapeOf(line)) || PAGE_NUMBER.test(line.text));
    const middle = middleOf(page);
    for (const line of page.filter(isRunning)) (line.y >= middle ? heads : feet).add(line.text);
    return page.filter((line) => !isRunning(line));
  });
  const asides = [
    ...asideOf("the page header", [...heads].join("\n")),
    ...asideOf("the page footer", [...feet].join("\n")),
  ];
  return { blocks: blocksOf(lines), asides };
}

/** Half the height between the highest line of a page and its lowest. */
function middleOf(page: readonly PdfLine[]): number {
  const heights = page.map(({ y }) => y);
  const [low, high] = heights.reduce(
    ([least, most], y) => [Math.min(least, y), Math.max(most, y)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return (low + high) / 2;
}

function blocksOf(lines: readonly PdfLine[]): readonly Block[] {
  const body = bodySize(lines);
  const leading = leadingOf(lines, body);
  const words = wordsOf(lines);
  const endOf = columnEnds(lines);
  const groups: PdfLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const group = groups.at(-1);
    if (
      before === undefined ||
      group === undefined ||
      begins(before, line, lines[index + 1], { leading, end: endOf(before), isItem: isItem(group) })
    )
      groups.push([line]);
    else group.push(line);
  }
  const largest = Math.max(...groups.slice(0, TOP).map(([first]) => first?.size ?? 0));
  return groups.map((group) => blockOf(group, body, largest, words));
}

function shapeOf({ text }: PdfLine): string {
  return text.replace(/\d+/gu, "0").toLowerCase();
}

/** The lines that stand highest and lowest on a page, wherever the reading order has put them. */
function edgesOf(page: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const heights = [...new Set(page.map(({ y }) => Math.round(y)))].sort(
    (one, other) => other - one,
  );
  const edges = new Set([...heights.slice(0, EDGE_LINES), ...heights.slice(-EDGE_LINES)]);
  return new Set(page.filter(({ y }) => edges.has(Math.round(y))));
}

/** What stands at the edge of most pages. */
function runningLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const count = new Map<string, number>();
  for (const page of pages) {
    for (const shape of new Set([...edgesOf(page)].map(shapeOf)))
      count.set(shape, (count.get(shape) ?? 0) + 1);
  }
  const most = Math.max(2, pages.length / 2);
  return new Set([...count].filter(([, times]) => times >= most).map(([shape]) => shape));
}

/** The size that most letters have. */
function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...letters].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

/** The distance between most lines of the story. */
function leadingOf(lines: readonly PdfLine[], body: number): number {
  const gaps = lines
    .map((line, index) => (lines[index - 1]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0 && gap < body * 3)
    .sort((one, other) => one - other);
  // A paragraph has several lines, so the lower half of the gaps are those inside of paragraphs.
  return gaps[Math.floor(gaps.length / 3)] ?? body * WIDER;
}

/** Says where the column of a line ends on the right: where nine in ten of the lines below each other do. */
function columnEnds(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const columnAt = ({ left }: PdfLine): number => Math.round(left / COLUMN_STEP);
  const rights = new Map<number, number[]>();
  for (const line of lines) {
    // An indent is no column of its own.
    for (const near of [-1, 0, 1]) {
      const column = columnAt(line) + near;
      const known = rights.get(column);
      if (known === undefined) rights.set(column, [line.right]);
      else known.push(line.right);
    }
  }
  const ends = new Map<number, number>();
  for (const [column, known] of rights) {
    const sorted = known.sort((one, other) => one - other);
    ends.set(column, sorted[Math.floor(sorted.length * 0.9)] ?? 0);
  }
  return (line) => ends.get(columnAt(line)) ?? line.right;
}

interface Flow {
  readonly leading: number;
  /** Where the column of the line before ends. */
  readonly end: number;
  readonly isItem: boolean;
}

function isItem([first]: readonly PdfLine[]): boolean {
  return first !== undefined && BULLET.test(first.text);
}

function begins(
  before: PdfLine,
  line: PdfLine,
  next: PdfLine | undefined,
  { leading, end, isItem }: Flow,
): boolean {
  if (Math.abs(line.size - before.size) > before.size * 0.12) return true;
  const gap = before.y - line.y;
  const isShort = end - before.right > SHORT * before.size;
  // The next column or page goes on with the sentence, or begins anew.
  if (gap <= 0 || gap > leading * 8)
    return SENTENCE_END.test(before.text) && (isShort || isIndented(line, next));
  if (gap > leading * WIDER) return true;
  if (BULLET.test(line.text)) return true;
  if (!isItem && line.left - before.left > INDENT * line.size)
    return isIndented(line, next) || SENTENCE_END.test(before.text);
  return isShort && SENTENCE_END.test(before.text);
}

function isIndented(line: PdfLine, next: PdfLine | undefined): boolean {
  return next !== undefined && next.y < line.y && line.left - next.left > INDENT * line.size;
}

function wordsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}'’]*(?:-\p{L}+)*/gu) ?? []),
  );
}

function blockOf(
  group: readonly PdfLine[],
  body: number,
  largest: number,
  words: ReadonlySet<string>,
): Block {
  let text = "";
  for (const line of group) text = text === "" ? line.text : joined(text, line.text, words);
  const size = group[0]?.size ?? 0;
  if (size >= body * HEADLINE && text.length < LONGEST_HEADING)
    return { kind: "heading", level: size >= largest * 0.98 ? 1 : 2, text };
  if (isItem(group)) return { kind: "item", level: 0, text: text.replace(BULLET, "") };
  return { kind: "text", level: 0, text };
}

/** Letters; what is longer is no word, and so in no list of them. */
const LONGEST_WORD = 60;

/** Takes a hyphen out where it only parts a word at the end of a line, or is a soft one. */
function joined(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith("\u00ad")) return text.slice(0, -1) + next;
  const head = /(?<head>\p{L}[\p{L}'’]*)[-‐]$/u.exec(text.slice(-LONGEST_WORD))?.groups?.head;
  const tail = /^\p{Ll}[\p{L}'’]*/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return `${text} ${next}`;
  return isParted(head, tail, words) ? text.slice(0, -1) + next : text + next;
}
