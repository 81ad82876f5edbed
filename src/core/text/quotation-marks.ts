import { doubleMarks } from "./double-marks.ts";
import { hasLostQuotes, lostMarks } from "./lost-marks.ts";
import { nestedMarks } from "./nested-marks.ts";
import type { Mark } from "./quotation-mark.ts";
import { singleMarks } from "./single-marks.ts";
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

interface Open extends Mark {
  readonly continues: boolean;
}

const SENTENCE_END = /[.!?…]["'”’»)\]]?\s+$/u;
const SPACED_ELLIPSIS = /\.\s\.\s\./u;
const ATTRIBUTION =
  /[,?!]\s(?=(?:[\p{L}.'’-]+\s){1,6}(?:said|says|told|added|asked|wrote|replied|warned)\b(?!\sthat))/u;
/** Blanks, and marks of direction, which nobody sees. */
const HEAD = /[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const TAIL = /[\s,،\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** "…of us all.It added: “", with no closing mark before it: the sentence that announces the next quotation is nobody's words. */
const ANNOUNCES =
  /(?<=[.!?…])\s?(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:said|says|told|added|adds|asked|wrote|replied|continued|noted|stated|explained)\b[^.!?:\n]{0,40}:\s*$/u;
const LONGEST_ANNOUNCED = 120;
const LONGEST_UNCLOSED = 1000;
const LONGEST_CARRY = 3;

/**
 * Finds what stands in quotation marks, outside furniture, in order. What stands in marks within
 * marks belongs to the outer pair. `english`: marks are set as English copy sets them.
 */
export function findQuotations(
  body: string,
  passages: readonly Passage[],
  english = true,
): readonly Quotation[] {
  const stretches = joinEllipses(body, passages);
  const own = english ? doubleMarks : nestedMarks;
  const doubles = scan(body, stretches, hasLostQuotes(body) ? lostMarks : own);
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
  let inner = -1;
  marks.forEach((mark, index) => {
    if (index === inner) return;
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
    } else if (mark.turn === "open" && announcedFrom(body, open, mark) !== null) {
      const end = announcedFrom(body, open, mark) ?? mark.start;
      pairs.push({ ...unclosed(body, open, end), closed: true });
      open = { ...mark, continues: false };
    } else if (marks[index + 1]?.turn === "close" && marks[index + 2]?.turn === "close") {
      // "He called it "a gift" and left": the next mark closes the inner words.
      inner = index + 1;
    } else {
      const end = lostEnd(body, open, mark, marks.slice(index + 1, index + 3));
      if (end === null) return;
      pairs.push({ ...unclosed(body, open, end), closed: true });
      open = { ...mark, continues: false };
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
  while (from < to && HEAD.test(body.charAt(from))) from += 1;
  while (to > from && TAIL.test(body.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

const OWN_WORDS = /(?<=[.!?]\s+)\p{Lu}[^.!?]{4,80}$/u;
const SPEAKS_ITSELF = /\b(?:i|we|me|us|my|our|you|your)\b/i;

/**
 * Where a quotation ends whose closing mark was lost, in a paragraph whose last mark closes another:
 * "It may hold. The report adds that "it may not."  `null` where that is not plain.
 */
function lostEnd(body: string, open: Range, mark: Range, rest: readonly Mark[]): number | null {
  if (rest.length !== 1 || rest[0]?.turn !== "close") return null;
  const own = OWN_WORDS.exec(body.slice(open.end, mark.start));
  if (own === null || SPEAKS_ITSELF.test(own[0])) return null;
  return open.end + own.index;
}

/** Where a quotation ends that a sentence announcing the next one cuts off; `null` where none does. */
function announcedFrom(body: string, open: Range, mark: Range): number | null {
  const from = Math.max(open.end, mark.start - LONGEST_ANNOUNCED);
  const found = ANNOUNCES.exec(body.slice(from, mark.start));
  return found === null ? null : from + found.index;
}

function blank(body: string, start: number, end: number): boolean {
  return end - start < 8 && body.slice(start, end).trim() === "";
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
