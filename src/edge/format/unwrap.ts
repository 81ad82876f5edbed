/** Most columns of a hard-wrapped line: beyond them a line is a paragraph of its own. */
const WIDEST = 132;
/** Fewest: shorter lines are verse, addresses and tables. */
const NARROWEST = 35;
/** How far a wrapped line may stay under the full width although the next word would have fitted. */
const RAGGED = 8;

const ITEM = /^\s*(?:[-*•–—‣▪·]\s+|\d{1,3}[.)]\s+|\(\d{1,2}\)\s+)/u;
const INDENT = /^(?:\t| {2})\s*\S/u;
const SENTENCE_END = /[.!?:。！？：۔؟।॥]["”’»)\]」』）]*\s*$/u;

/**
 * Splits lines into paragraphs, with hard-wrapped lines joined where the wrapping is evident.
 * Only the white space between lines changes; list items stay on lines of their own.
 */
export function readParagraphs(lines: readonly string[]): readonly string[] {
  const blocks = splitAtBlankLines(lines);
  const wrapped = blocks.some((block) => block.length > 1) ? wrapWidth(blocks) : null;
  return blocks.flatMap((block) => readBlock(block, wrapped)).filter((text) => text !== "");
}

function splitAtBlankLines(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let block: string[] = [];
  for (const line of lines) {
    if (line.trim() !== "") block.push(line.trimEnd());
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** The width that the file is wrapped to; `null` where its lines are not wrapped. */
function wrapWidth(blocks: readonly (readonly string[])[]): number | null {
  const inner = blocks.flatMap((block) => block.slice(0, -1)).filter((line) => !ITEM.test(line));
  const lengths = inner.map((line) => line.length).sort((one, other) => one - other);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  let full = 0;
  let pairs = 0;
  for (const block of blocks) {
    for (const [index, line] of block.slice(0, -1).entries()) {
      const next = block[index + 1] ?? "";
      if (ITEM.test(next) || INDENT.test(next)) continue;
      pairs += 1;
      if (isFull(line, next, width)) full += 1;
    }
  }
  return pairs > 0 && full >= pairs * 0.7 ? width : null;
}

/** A line was wrapped if the first word of the next one would not have fitted on it. */
function isFull(line: string, next: string, width: number): boolean {
  const word = next.trimStart().split(/\s/u, 1)[0] ?? "";
  return line.length + 1 + word.length > width - RAGGED;
}

function readBlock(block: readonly string[], width: number | null): readonly string[] {
  if (width !== null) return joinWrapped(block, width);
  return readLines(mendBreaks(block));
}

/** Where no width is evident, a line that stops in mid-sentence before a small letter was broken all the same. */
function mendBreaks(block: readonly string[]): readonly string[] {
  const mended: string[] = [];
  // What ends is the last line: to look at all that was joined, line by line, would take the square of it.
  let last = "";
  for (const line of block) {
    const before = mended.at(-1);
    const isBroken =
      before !== undefined &&
      before.length >= NARROWEST &&
      !SENTENCE_END.test(last) &&
      /^\p{Ll}/u.test(line);
    if (isBroken) mended[mended.length - 1] = before + joint(last, line) + line;
    else mended.push(line);
    last = line;
  }
  return mended;
}

function readLines(block: readonly string[]): readonly string[] {
  // Lines as long as paragraphs, or each a full sentence, are paragraphs without a blank line between.
  const long = block.filter(
    (line) => line.length > WIDEST || (line.length > 60 && SENTENCE_END.test(line)),
  );
  const each =
    block.length > 1 && long.length * 2 >= block.length && !block.some((line) => ITEM.test(line));
  const trimmed = block.map((line) => line.trim());
  return each ? trimmed : [trimmed.join("\n")];
}

function joinWrapped(block: readonly string[], width: number): readonly string[] {
  const paragraphs: string[] = [];
  let text = "";
  let before: string | null = null;
  for (const line of block) {
    const item = ITEM.test(line);
    if (before === null) text = line.trim();
    else if (item) text += `\n${line.trim()}`;
    else if (beginsParagraph(before, line, width)) {
      paragraphs.push(text);
      text = line.trim();
    } else text += joint(before, line.trim()) + line.trim();
    before = line;
  }
  return [...paragraphs, text];
}

/** Without blank lines a paragraph shows by its indent, or by the short last line of the one before. */
function beginsParagraph(before: string, line: string, width: number): boolean {
  if (INDENT.test(line) && !INDENT.test(before)) return true;
  if (INDENT.test(line) && SENTENCE_END.test(before)) return true;
  return (
    SENTENCE_END.test(before) &&
    !isFull(before, line, width) &&
    /^["“'‘«(]?[\p{Lu}\p{Lo}\d]/u.test(line.trim())
  );
}

/** "left-" and "leaning" meet without a space; "said -" and "and" keep it. Only the line before is looked at, not all so far. */
function joint(text: string, next: string): string {
  return /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(next) ? "" : " ";
}
