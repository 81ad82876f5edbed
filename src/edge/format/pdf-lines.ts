/** A piece of text as a PDF places it, in points from the lower left corner of its page. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
  readonly dir: string;
}

/** One line of one column, in points as `PdfItem`. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A gap this wide, in sizes of the font, parts columns; words stand nearer. */
const COLUMN_GAP = 1.6;
/** A gap this wide, in sizes of the font, is a space although the file has none. */
const WORD_GAP = 0.18;
/** How far items of one line may stand above each other, in sizes of the font: superscripts. */
const RAISED = 0.45;
/** Pages with more lines are tables, and are read as the file has them. */
const MOST_LINES = 400;
/** A column of text is as wide as this, in points, and as high as this, in lines. */
const NARROWEST_COLUMN = 60;
const SHORTEST_COLUMN = 3;

/** Puts the items of a page together as lines, in reading order: column by column. */
export function readPage(items: readonly PdfItem[]): readonly PdfLine[] {
  const shown = items.filter(({ str, fontSize }) => str.trim() !== "" && fontSize > 0);
  const lines = rowsOf(shown).flatMap(linesOfRow);
  return lines.length > MOST_LINES ? lines : inOrder(lines);
}

/** Items whose foot stands at one height, from the top of the page to its bottom. */
function rowsOf(items: readonly PdfItem[]): readonly (readonly PdfItem[])[] {
  const sorted = items.toSorted((one, other) => other.y - one.y || one.x - other.x);
  const rows: PdfItem[][] = [];
  let row: PdfItem[] = [];
  let foot = 0;
  for (const item of sorted) {
    const [first] = row;
    if (first === undefined || foot - item.y > RAISED * Math.max(first.fontSize, item.fontSize)) {
      row = [];
      rows.push(row);
      foot = item.y;
    }
    row.push(item);
  }
  return rows;
}

function linesOfRow(row: readonly PdfItem[]): readonly PdfLine[] {
  const sorted = row.toSorted((one, other) => one.x - other.x);
  const runs: PdfItem[][] = [];
  let end = 0;
  for (const item of sorted) {
    const run = runs.at(-1);
    if (run === undefined || item.x - end > COLUMN_GAP * item.fontSize) runs.push([item]);
    else run.push(item);
    end = Math.max(end, item.x + item.width);
  }
  return runs.map(lineOf);
}

function lineOf(run: readonly PdfItem[]): PdfLine {
  const isRightToLeft = run.filter(({ dir }) => dir === "rtl").length * 2 > run.length;
  const read = isRightToLeft ? run.toReversed() : run;
  const gap = wordGap(read);
  let text = "";
  let before: PdfItem | null = null;
  for (const item of read) {
    if (before !== null && gapBetween(before, item) > gap * item.fontSize) text += " ";
    text += unspaced(item.str);
    before = item;
  }
  const [longest] = run.toSorted((one, other) => other.str.length - one.str.length);
  return {
    text: text.replace(/\s+/gu, " ").trim(),
    left: Math.min(...run.map(({ x }) => x)),
    right: Math.max(...run.map(({ x, width }) => x + width)),
    y: longest?.y ?? 0,
    size: longest?.fontSize ?? 0,
  };
}

/** Letters of an item that stand apart, as in `P R E S S`: fewer may be initials. */
const FEWEST_SPACED = 4;

/** `P R E S S  N O T E` is set wide, and reads `PRESS NOTE`. */
function unspaced(str: string): string {
  const letters = str.trim().split(/\s+/u);
  if (letters.length < FEWEST_SPACED || letters.some((letter) => [...letter].length > 1))
    return str;
  return letters.some((letter) => /\d/u.test(letter)) ? str : str.replace(/(?<=\S)\s(?=\S)/gu, "");
}

/** Where each letter is an item of its own, set wide, words stand further apart than letters do. */
function wordGap(items: readonly PdfItem[]): number {
  const single = items.filter(({ str }) => /^\p{L}$/u.test(str.trim())).length;
  if (single <= FEWEST_SPACED || single * 5 < items.length * 4) return WORD_GAP;
  const gaps = items
    .slice(1)
    .map((item, index) => gapBetween(items[index] ?? item, item) / item.fontSize)
    .toSorted((one, other) => one - other);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return Math.max(WORD_GAP, usual * 1.6);
}

function gapBetween(one: PdfItem, other: PdfItem): number {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  return right.x - (left.x + left.width);
}

/** A stretch of the page with a clear gap from its top to its bottom. */
interface Band {
  readonly first: number;
  readonly last: number;
  readonly gap: number;
}

/** Reads what stands above columns, then each column, then what stands below them. */
function inOrder(lines: readonly PdfLine[]): readonly PdfLine[] {
  const band = lines.length < SHORTEST_COLUMN * 2 ? null : findBand(lines);
  if (band === null) return lines;
  const inside = lines.slice(band.first, band.last + 1);
  return [
    ...inOrder(lines.slice(0, band.first)),
    ...inOrder(inside.filter(({ left }) => left < band.gap)),
    ...inOrder(inside.filter(({ left }) => left >= band.gap)),
    ...inOrder(lines.slice(band.last + 1)),
  ];
}

/** The longest stretch that a gap parts into two columns of text; `null` for a page of one column. */
function findBand(lines: readonly PdfLine[]): Band | null {
  let best: Band | null = null;
  // A gap ends where a column begins, so that only those places need a look.
  const starts = new Set(lines.map(({ left }) => Math.round(left)));
  for (const start of starts) {
    const gap = start - 1;
    let first = 0;
    for (let at = 0; at <= lines.length; at += 1) {
      const line = lines[at];
      if (line !== undefined && !crosses(line, gap)) continue;
      const band = { first, last: at - 1, gap };
      if (at - first > (best === null ? 0 : best.last - best.first + 1) && isColumns(lines, band))
        best = band;
      first = at + 1;
    }
  }
  return best;
}

function crosses({ left, right }: PdfLine, gap: number): boolean {
  return left < gap && right > gap - 3;
}

function isColumns(lines: readonly PdfLine[], { first, last, gap }: Band): boolean {
  const inside = lines.slice(first, last + 1);
  const sides = [inside.filter(({ left }) => left < gap), inside.filter(({ left }) => left >= gap)];
  return sides.every((side) => {
    const wide = side.filter(({ left, right }) => right - left >= NARROWEST_COLUMN);
    return side.length >= SHORTEST_COLUMN && wide.length * 2 > side.length;
  });
}
