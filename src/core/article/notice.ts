import { readDeskNotice } from "./desk-notice.ts";
import { readHeadlineMarks } from "./headline-mark.ts";
import type { Sign } from "./sign.ts";

/** How many lines above and below a story may be notices. */
const LINES_ABOVE = 8;
const LINES_BELOW = 3;
const LONGEST_NOTICE = 600;
const LONGEST_MARKED = 300;
/** Copy this short may be nothing but the notice. */
const SHORT_COPY = 700;

const LABEL =
  /^[\s*([•-]*(?:(?:attn|attention)[\s,:]+)?(?:eds?|editors?(?:['’]s?)?(?:\s+notes?)?|notes?\s+to\s+(?:all\s+)?editors?|advisory|press\s+note|notice(?:\s+to\s+editors)?|attention|attn|clients|subscribers)\s*(?:[:–—]|\s-\s)\s*|^[\s*([•-]*(?:attention|attn)[\s,]+(?:\p{L}+\s)?(?:editors|clients|subscribers)\s*[,:–—-]\s*/iu;
// Reads: (Corrects the toll in paragraph 2), [This story has been withdrawn.]
const BRACKETED = /^\s*[([](?<inside>[^()[\]]{4,})[)\]]\s*\.?\s*$/u;
// Reads: *** STORY WITHDRAWN ***
const STARRED = /^\s*[*=#~-]{2,}(?<inside>.{4,})$/u;
// Reads: This story has been corrected to fix the name, This version corrects paragraph 2
const OF_ITSELF =
  /^\s*[([*]*\s*(?:this|the\s+following|the\s+above)\s+(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}\s)?(?:story|item|article|copy|report|version|dispatch|file)\s+(?:has\s+been|is|was|corrects|clarifies|updates|adds)\b/iu;

/** Reads the notices above and below a story: what they say of it, in the order of its lines. */
export function readNotices(body: string): readonly Sign[] {
  const above = linesFrom(body, LINES_ABOVE);
  const below = linesToEnd(body, LINES_BELOW).filter((line) => !above.includes(line));
  const short = body.length <= SHORT_COPY;
  return [
    ...above.flatMap((line) => lineSigns(line, short)),
    ...below.flatMap((line) => noticeSigns(line)),
  ];
}

function lineSigns(line: string, short: boolean): readonly Sign[] {
  const signs = noticeSigns(line);
  if (signs.length > 0) return signs;
  if (line.length <= LONGEST_MARKED) {
    const marked = readHeadlineMarks(line).signs.filter(({ mark }) => opensLine(mark, line));
    if (marked.length > 0) return marked;
  }
  // Copy that is nothing else: "The story slugged HARBOUR is withdrawn. No substitute will follow."
  return short ? killSigns(line) : [];
}

/** A mark behind a headline is one there; a line of a story may end so: "the year, she said (updated)". */
function opensLine(mark: string, line: string): boolean {
  return mark !== "" && line.indexOf(mark) < 12;
}

function noticeSigns(line: string): readonly Sign[] {
  if (line.length > LONGEST_NOTICE) return [];
  const inside = (BRACKETED.exec(line) ?? STARRED.exec(line))?.groups?.inside?.trim() ?? null;
  const label = LABEL.exec(line) ?? LABEL.exec(inside ?? "");
  const isOwn = OF_ITSELF.test(line);
  if (label === null && inside === null && !isOwn) return [];
  const notice = (LABEL.test(line) ? line : (inside ?? line)).slice(label?.[0].length ?? 0);
  const found = readDeskNotice(notice.replace(/[\s)\]*=#~-]+$/u, ""));
  // "EDS: With photos" and "Editor's note: The writer is a member of the council" announce nothing.
  if (found === null) return [];
  // "(Adds quotes)" is for readers; what has a label is for the desk, and only its words are told.
  if (label !== null) return [{ ...found, text: found.mark }];
  // "(Police withdrew the report on Friday.)" is news in brackets.
  const certain = isOwn || found.kind !== "kill" || !/\p{Ll}/u.test(line);
  return [{ ...found, kind: certain ? found.kind : "doubt", text: line }];
}

// Reads a headline that names who says so: "Report held back for a year, leaked emails show"
const TOLD =
  /,\s(?!(?:(?:the|our)\s)?(?:desk|editors?|legal|lawyers?)\b)[\p{L}'’ -]{3,50}\s(?:says?|said|shows?|reveals?|claims?|finds?|hears?|heard|learns?|suggests?|told)\W*$/iu;

function killSigns(line: string): readonly Sign[] {
  const found = readDeskNotice(line);
  if (found === null || (found.kind !== "kill" && found.kind !== "withhold")) return [];
  if (found.kind === "withhold" && TOLD.test(line)) return [];
  return [{ kind: "doubt", text: line, mark: found.mark }];
}

function linesFrom(body: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < body.length && lines.length < most; ) {
    const end = body.indexOf("\n", at);
    const line = body.slice(at, end === -1 ? body.length : end).trim();
    if (line !== "") lines.push(line);
    at = end === -1 ? body.length : end + 1;
  }
  return lines;
}

function linesToEnd(body: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (let end = body.length; end > 0 && lines.length < most; ) {
    const start = body.lastIndexOf("\n", end - 1);
    const line = body.slice(start + 1, end).trim();
    if (line !== "") lines.unshift(line);
    end = start;
  }
  return lines;
}
