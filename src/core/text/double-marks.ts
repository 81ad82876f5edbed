import { type Mark, OPENING_SPACE, type Turn } from "./quotation-mark.ts";
import type { Passage } from "./text.ts";

const DOUBLE = /["“”„‟«»]|``|''|’’/gu;
const SPACE_OR_END = /^(?:\s|$)/u;

/** The double marks of one passage, in order: “ ” " « » „. */
export function doubleMarks(body: string, passage: Passage): Mark[] {
  const text = body.slice(passage.start, passage.end);
  const found = [...text.matchAll(DOUBLE)];
  // »So« is set the other way round than «so».
  const reversed = found.find(([mark]) => mark === "«" || mark === "»")?.[0] === "»";
  const marks: Mark[] = [];
  let low = false;
  let curly = false;
  for (const { 0: mark, index } of found) {
    const before = text.slice(Math.max(0, index - 1), index);
    const after = text.slice(index + mark.length, index + mark.length + 1);
    // „So“: the mark that opens in English closes here.
    const turn: Turn = low && mark === "“" ? "close" : doubleTurn(mark, before, after, reversed);
    // “It is « solidarité », and we pay,” he said: a word of another language within.
    if (curly && (mark === "«" || mark === "»")) continue;
    if (mark === "“" || mark === "”") curly = turn === "open";
    if (mark === "„") low = true;
    else if (turn === "close") low = false;
    const start = passage.start + index;
    if (turn !== "none") marks.push({ start, end: start + mark.length, turn });
  }
  return settleEither(marks);
}

function doubleTurn(mark: string, before: string, after: string, reversed: boolean): Turn {
  if (mark === "„" || mark === "‟" || mark === "``") return "open";
  if (mark === "«") return reversed ? "close" : "open";
  if (mark === "»") return reversed ? "open" : "close";
  const opens = OPENING_SPACE.test(before) && !SPACE_OR_END.test(after);
  const closes = !OPENING_SPACE.test(before) && !/^[\p{L}\p{N}]/u.test(after);
  // “Yes,’’ he said: two single marks that close; they never open.
  if (mark === "’’") return closes ? "close" : "none";
  // “City of the Heron“, where they dug
  if (mark === "“") return closes && /^(?:[\s,;:.)]|$)/u.test(after) ? "close" : "open";
  if (mark === "”") return opens && /^[\p{L}\p{N}]/u.test(after) ? "open" : "close";
  if (opens) return "open";
  if (closes) return "close";
  return "either";
}

/** Straight marks that stand between spaces or between letters take turns. */
function settleEither(marks: readonly Mark[]): Mark[] {
  let open = false;
  return marks.map((mark) => {
    const turn: Turn = mark.turn === "either" ? (open ? "close" : "open") : mark.turn;
    open = turn === "open";
    return { ...mark, turn };
  });
}
