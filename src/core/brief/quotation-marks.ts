import type { Passage, Range } from "./text.ts";

/** Words between quotation marks; the range is the words without the marks. */
export interface Quotation extends Range {
  /** Where its opening mark stands; where there is none, as in a carried paragraph, its start. */
  readonly open: number;
  /** Behind its closing mark; where there is none, its end. */
  readonly close: number;
  readonly closed: boolean;
  /** Goes on with the quotation before it, whose paragraph ended without a closing mark. */
  readonly continues: boolean;
  /** Index of its passage. */
  readonly passage: number;
  readonly single: boolean;
}

type Turn = "open" | "close" | "either" | "none";

interface Mark extends Range {
  readonly turn: Turn;
}

interface Open extends Mark {
  readonly continues: boolean;
}

const DOUBLE = /["“”„‟«»]|``|''/gu;
const SINGLE = /['‘’‚‹›]/gu;
const SPACE_OR_END = /^(?:\s|$)/u;
const OPENING_SPACE = /(?:^|[\s([{—–―\-/“"‘'«„])$/u;
const SENTENCE_END = /[.!?…]["'”’»)\]]?\s+$/u;
// 'em, 'tis, '90s, rock 'n' roll
const ELISION = /^(?:em|til|tis|twas|cause|n|round|bout|cos|\d0s|\d\ds?)(?![\p{L}\p{N}])/iu;
const SPACED_ELLIPSIS = /\.\s\.\s\./u;
const ATTRIBUTION =
  /[,?!]\s(?=(?:[\p{L}.'’-]+\s){1,6}(?:said|says|told|added|asked|wrote|replied|warned)\b(?!\sthat))/u;
const LONGEST_UNCLOSED = 1000;
const LONGEST_CARRY = 3;

/**
 * Finds what stands in quotation marks, outside furniture, in order. What stands in marks within
 * marks belongs to the outer pair.
 */
export function findQuotations(body: string, passages: readonly Passage[]): readonly Quotation[] {
  const stretches = joinEllipses(body, passages);
  const doubles = scan(body, stretches, doubleMarks);
  const singles = scan(body, stretches, singleMarks);
  return withoutOverlap(doubles, singles);
}

interface Stretch extends Passage {
  /** Index of the passage that it opens with. */
  readonly index: number;
}

/** Passages of one line that a spaced ellipsis parts belong together: "both . . . understand". */
function joinEllipses(body: string, passages: readonly Passage[]): Stretch[] {
  const stretches: Stretch[] = [];
  let line: Stretch[] = [];
  const flush = (): void => {
    const [first] = line;
    const end = line.at(-1)?.end ?? 0;
    if (first === undefined) return;
    const parted = line.length > 1 && SPACED_ELLIPSIS.test(body.slice(first.start, end));
    if (parted) stretches.push({ ...first, end, kind: "prose" });
    else stretches.push(...line);
    line = [];
  };
  passages.forEach((passage, index) => {
    const last = line.at(-1);
    if (last !== undefined && body.slice(last.end, passage.start).includes("\n")) flush();
    line.push({ ...passage, index });
  });
  flush();
  return stretches;
}

type ReadMarks = (body: string, passage: Passage, carried: boolean) => Mark[];

function scan(body: string, stretches: readonly Stretch[], readMarks: ReadMarks): Quotation[] {
  const found: Quotation[] = [];
  const single = readMarks === singleMarks;
  let carried = 0;
  stretches.forEach((passage) => {
    if (passage.kind === "furniture") return;
    const marks = readMarks(body, passage, carried > 0);
    const pairs = pair(body, passage, marks, carried > 0);
    for (const range of pairs) found.push({ ...range, passage: passage.index, single });
    const last = pairs.at(-1);
    const open = last !== undefined && !last.closed && last.close === passage.end;
    carried = open && !single ? carried + 1 : open ? 1 : 0;
    if (carried > LONGEST_CARRY && last?.open === last?.start) carried = 0;
  });
  return found.filter(({ start, end }) => start < end);
}

type Pair = Omit<Quotation, "passage" | "single">;

/** Pairs the marks of one passage. `carried`: the passage before it ended inside a quotation. */
function pair(body: string, passage: Passage, marks: readonly Mark[], carried: boolean): Pair[] {
  const pairs: Pair[] = [];
  let open: Open | null = null;
  marks.forEach((mark, index) => {
    if (open === null) {
      if (mark.turn === "open" || mark.turn === "either") {
        const continues = carried && index === 0 && blank(body, passage.start, mark.start);
        open = { ...mark, continues };
      } else if (mark.turn === "close" && carried && index === 0) {
        pairs.push(between(body, { start: passage.start, end: passage.start }, mark, true));
      }
    } else if (mark.turn === "close" || mark.turn === "either") {
      pairs.push(between(body, open, mark, open.continues));
      open = null;
    } else if (mark.turn === "open" && SENTENCE_END.test(body.slice(mark.start - 6, mark.start))) {
      // Paragraphs run together: “We are ready. “We will wait.”
      pairs.push(unclosed(body, open, mark.start));
      open = { ...mark, continues: true };
    }
  });
  if (open !== null) pairs.push(unclosed(body, open, passage.end));
  return pairs;
}

function between(body: string, open: Range, close: Range, continues: boolean): Pair {
  const inner = trim(body, open.end, close.start);
  return { ...inner, open: open.start, close: close.end, closed: true, continues };
}

function unclosed(body: string, open: Open, end: number): Pair {
  const head = body.slice(open.end, Math.min(end, open.end + LONGEST_UNCLOSED));
  const said = open.continues ? null : ATTRIBUTION.exec(head);
  // A mark that never closes: “We regret this, Ann Holt said. The cuts begin in June.
  const close = said === null ? end : open.end + said.index + 1;
  const inner = trim(body, open.end, close);
  const closed = said !== null;
  return { ...inner, open: open.start, close, closed, continues: open.continues };
}

/** Narrows a range to its words: no white space at its ends, no comma that the attribution put there. */
function trim(body: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(body.charAt(from))) from += 1;
  while (to > from && /[\s,]/u.test(body.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function blank(body: string, start: number, end: number): boolean {
  return end - start < 8 && body.slice(start, end).trim() === "";
}

function doubleMarks(body: string, passage: Passage): Mark[] {
  const text = body.slice(passage.start, passage.end);
  const found = [...text.matchAll(DOUBLE)];
  // »So« is set the other way round than «so».
  const reversed = found.find(([mark]) => mark === "«" || mark === "»")?.[0] === "»";
  const marks: Mark[] = [];
  let low = false;
  for (const { 0: mark, index } of found) {
    const before = text.slice(Math.max(0, index - 1), index);
    const after = text.slice(index + mark.length, index + mark.length + 1);
    // „So“: the mark that opens in English closes here.
    const turn: Turn = low && mark === "“" ? "close" : doubleTurn(mark, before, after, reversed);
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
  if (mark === "“") return closes && SPACE_OR_END.test(after) ? "close" : "open";
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

/** Single marks, told from apostrophes: an opener is kept only with the close that fits it. */
function singleMarks(body: string, passage: Passage, carried: boolean): Mark[] {
  const text = body.slice(passage.start, passage.end);
  const all = [...text.matchAll(SINGLE)].map(({ index }) => index);
  const low = text.includes("‚");
  const marks: Mark[] = [];
  let weak: number | null = null;
  let open: number | null = null;
  const push = (at: number, turn: Turn): void => {
    marks.push({ start: passage.start + at, end: passage.start + at + 1, turn });
  };
  for (const at of all) {
    if (opensSingle(text, at) && (open === null || weak !== null)) {
      if (open !== null && weak !== null) push(weak, "close");
      push(at, "open");
      open = at;
      weak = null;
    } else if (open !== null) {
      const close = closesSingle(text, at, low);
      if (close === "sure") {
        push(at, "close");
        open = null;
        weak = null;
      } else if (close === "weak") weak ??= at;
    }
  }
  if (open !== null && weak !== null) push(weak, "close");
  else if (open !== null && !carried && text.charAt(open) !== "‘") marks.pop();
  return marks;
}

function opensSingle(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === "‹" || mark === "‚") return true;
  if (mark === "’" || mark === "›") return false;
  const before = text.slice(Math.max(0, at - 1), at);
  const after = text.slice(at + 1, at + 12);
  return OPENING_SPACE.test(before) && /^[\p{L}\p{N}[…“"¿¡]/u.test(after) && !ELISION.test(after);
}

/** A close behind a stop or comma is sure; one behind a plural may be its owner's apostrophe. */
function closesSingle(text: string, at: number, low: boolean): "sure" | "weak" | "no" {
  const mark = text.charAt(at);
  if (mark === "‹" || mark === "‘" || mark === "‚") return mark === "‘" && low ? "sure" : "no";
  if (mark === "›") return "sure";
  const before = text.charAt(at - 1);
  const after = text.slice(at + 1, at + 2);
  if (/[\s([]/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return "no";
  if (/[,.?!…;)\]”"—–-]/u.test(before)) return "sure";
  if (/[sz]/iu.test(before) && /^\s/u.test(after)) return "weak";
  if (/in$/u.test(text.slice(at - 2, at)) && /^\s/u.test(after)) return "weak";
  return "sure";
}

/** Drops what lies inside another quotation, and a single pair that crosses a double one. */
function withoutOverlap(doubles: readonly Quotation[], singles: readonly Quotation[]): Quotation[] {
  const all = [...doubles, ...singles].sort((a, b) => a.open - b.open || b.close - a.close);
  const kept: Quotation[] = [];
  for (const quotation of all) {
    const last = kept.at(-1);
    if (last === undefined || quotation.open >= last.close) kept.push(quotation);
    else if (last.single && !quotation.single && (!last.closed || quotation.close > last.close)) {
      kept[kept.length - 1] = quotation;
    }
  }
  return kept;
}
