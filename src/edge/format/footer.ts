import { type DeskLine, readDeskLine } from "./desk-line.ts";
import type { HeaderField } from "./header-line.ts";

type Fields = Partial<Record<HeaderField, string>>;

/** How many paragraphs below a story may be lines from desk to desk. */
const MOST_BELOW = 6;

/**
 * Moves the editor's notes, terms of use and copyright below a story into `fields`.
 *
 * @param blocks paragraphs; the lines of one may stand on lines of their own
 */
export function takeFooters(blocks: readonly string[], fields: Fields): readonly string[] {
  let end = blocks.length;
  const found: DeskLine[] = [];
  while (end > 1 && blocks.length - end < MOST_BELOW) {
    const below = readBlock(blocks[end - 1] ?? "");
    if (below === null) break;
    found.unshift(...below);
    end -= 1;
  }
  addAll(fields, found);
  return blocks.slice(0, end);
}

/** What stands behind the end mark is no story, but it may say what may be done with it. */
export function readBehind(blocks: readonly string[], fields: Fields): void {
  for (const block of blocks) {
    addAll(
      fields,
      block.split("\n").flatMap((line) => readDeskLine(line) ?? []),
    );
  }
}

/** Adds what a line states: notes, terms and notices may be several, of the others the first counts. */
export function addField(fields: Fields, field: HeaderField, value: string): void {
  const before = fields[field];
  if (before === undefined) fields[field] = value;
  else if (MANY.has(field) && before !== value) fields[field] = `${before}\n${value}`;
}

const MANY: ReadonlySet<HeaderField> = new Set([
  "editorNote",
  "usageTerms",
  "copyright",
  "status",
  "embargo",
]);

/** A block is one note, however many lines it has, or each of its lines is one from desk to desk. */
function readBlock(block: string): readonly DeskLine[] | null {
  const joined = readDeskLine(block.replace(/(?<!\s)\s*\n\s*/gu, " "));
  if (joined?.field === "editorNote") return [joined];
  const found = block.split("\n").map(readDeskLine);
  const lines = found.filter((line) => line !== null);
  return lines.length === found.length ? lines : null;
}

function addAll(fields: Fields, found: readonly DeskLine[]): void {
  for (const { field, value } of found) addField(fields, field, value);
}
