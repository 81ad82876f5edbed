import type { Instant } from "#core/article/instant.ts";
import { isMomentAlone, type LineReading, type ReleaseNotice, readNoticeLine } from "./notice.ts";
import type { LinePlace, NoticePlace } from "./sighting.ts";

/** A notice that begins at a line, and how many lines it takes. */
export interface NoticeLines {
  readonly text: string;
  readonly lines: number;
}

/** A moment on the next line is short; longer, the next line is a paragraph. */
const LONGEST_NEXT = 160;
/** How many lines at the top of a story may be the desk's. */
const MOST_OPENING_LINES = 12;
const LONGEST_OPENING_LINE = 220;
const LONGEST_HEADLINE = 220;

// Reads the end of a sentence, in any script.
const STOPPED = /[.:;,!…。．！？?،۔।]["”’»)」』\]]*\s*$/u;
// Reads what ends a story: -ENDS-, Notes to editors:, ###, -30-, Hinweis an die Redaktionen, FIN
const END =
  /^[\W_]*(?:ends?|fin|ende|notes? (?:to|for) (?:the )?editors?|editors?['’]? notes?|hinweise? (?:an|für) (?:die )?redaktion(?:en)?|notes? aux? rédactions?|nota a los (?:editores|medios)|note per (?:la )?redazion[ei]|noot voor de redactie|30)[\W_]*$|^\s*(?:#{3,}|\*{3,}|-\s?30\s?-)\s*$/i;
// Reads a continuation: until …, before …, 00.01 GMT …, (until …
const GOES_ON =
  /^[\W_]*(?:until|till|before|to|not|for|at|on|from|after|jusqu|bis|hasta|até|fino|tot|do|до|حتى|قبل|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon|midnight)/i;

/**
 * Reads the notice that begins at a line above or right below a headline, together with the next line
 * where it goes on there: `EMBARGOED UNTIL` above `00.01 on Friday 9 May`, `EMBAR-` above `GOED`. A
 * line that says the copy is free is one, too. `null` for a line of the story, and for a headline
 * that a notice only opens.
 *
 * @param isTitled whether the headline has been found above
 */
export function readNoticeLines(
  lines: readonly string[],
  index: number,
  isTitled: boolean,
): NoticeLines | null {
  const opened = readFrom(lines, index, isTitled ? "headline" : "desk", 0);
  if (opened === null) return null;
  const { text, reading, count } = opened;
  if (!isTitled && !headlineFollows(lines, index + count)) {
    const asHeadline = readNoticeLine(text, "headline", 0);
    if (asHeadline.notice === null || asHeadline.notice.rest !== "") return null;
  }
  if (isTitled && (reading.notice?.rest ?? "") !== "") return null;
  return { text, lines: count };
}

interface Opened {
  readonly text: string;
  readonly reading: LineReading;
  readonly count: number;
}

function readFrom(
  lines: readonly string[],
  index: number,
  place: LinePlace,
  takenIn: Instant,
): Opened | null {
  const opened = openAt(lines, index, place, takenIn);
  return opened === null || opened.reading.notice === null
    ? opened
    : goOn(opened, lines, index, place, takenIn);
}

const MOST_MORE_LINES = 3;
const LONGEST_MORE = 100;
const MOST_WORDS_OF_CHANGE = 8;
// Reads: CHANGED TO …, New date: …, Please hold it another two days, STILL NOT CLEARED
const CHANGES =
  /\b(?:changed?|moved|new (?:date|time|embargo)|updated?|now|extended|postponed|delayed|put back|instead|still|not (?:yet )?cleared|hold|another)\b/i;

/** Takes the lines right below a notice in that are nothing but a moment, or change it. */
function goOn(
  opened: Opened,
  lines: readonly string[],
  index: number,
  place: LinePlace,
  takenIn: Instant,
): Opened {
  let { text, reading, count } = opened;
  for (let more = 0; more < MOST_MORE_LINES; more += 1) {
    const line = lines[index + count] ?? "";
    if (!isMoreOf(line)) break;
    text = `${text}\n${line.trim()}`;
    count += 1;
    const both = readNoticeLine(text, place, takenIn);
    if (both.notice !== null) reading = both;
  }
  return { text, reading, count };
}

function isMoreOf(line: string): boolean {
  if (line.trim() === "" || line.length > LONGEST_MORE) return false;
  if (isMomentAlone(line)) return true;
  return CHANGES.test(line) && line.trim().split(/\s+/u).length <= MOST_WORDS_OF_CHANGE;
}

function openAt(
  lines: readonly string[],
  index: number,
  place: LinePlace,
  takenIn: Instant,
): Opened | null {
  const line = lines[index] ?? "";
  const alone = readNoticeLine(line, place, takenIn);
  const next = nextLine(lines, index);
  const joined = next === null ? null : joinedWith(line, next.text, alone, place, takenIn);
  if (joined !== null && next !== null) {
    // "EMBAR-" above "GOED" is one word.
    const between = /\p{L}[-‐]\s*$/u.test(line) ? "" : " ";
    const text = `${line.trim()}${between}${next.text.trim()}`;
    return { text, reading: joined, count: next.index - index + 1 };
  }
  return alone.notice === null && !alone.isFree
    ? null
    : { text: line.trim(), reading: alone, count: 1 };
}

function nextLine(lines: readonly string[], index: number): { index: number; text: string } | null {
  for (let at = index + 1; at <= index + 2 && at < lines.length; at += 1) {
    const text = lines[at] ?? "";
    if (text.trim() !== "") return text.length > LONGEST_NEXT ? null : { index: at, text };
  }
  return null;
}

/** The reading of both lines, where the second goes on with what the first begins. */
function joinedWith(
  line: string,
  next: string,
  alone: LineReading,
  place: LinePlace,
  takenIn: Instant,
): LineReading | null {
  const isParted = /\p{L}[-‐]\s*$/u.test(line);
  const isOpen =
    alone.notice?.isOpen === true || (alone.notice?.until === null && GOES_ON.test(next));
  if (!isParted && !isOpen && (alone.notice !== null || alone.isFree || line.length > LONGEST_NEXT))
    return null;
  const both = readNoticeLine(`${line}${isParted ? "\n" : " "}${next}`, place, takenIn);
  if (both.notice === null) return null;
  if (isParted) return both;
  if (isOpen) return both.notice.until !== null || GOES_ON.test(next) ? both : null;
  // "HOLD FOR" above "RELEASE"; not a headline above a notice of its own line.
  return place === "desk" && readNoticeLine(next, place, takenIn).notice === null ? both : null;
}

/** A line that is short, does not stop as a sentence does, and has a story below it; a desk's own sentence may stand before it. */
function headlineFollows(lines: readonly string[], from: number): boolean {
  const rest = lines
    .slice(from, from + 2 * MOST_OPENING_LINES)
    .filter((line) => line.trim() !== "");
  const first = rest.findIndex(
    (line) => !STOPPED.test(line) || line.length > LONGEST_DESK_SENTENCE,
  );
  const [next, below] = first === -1 || first > 1 ? [] : rest.slice(first);
  if (next === undefined || below === undefined) return false;
  return next.trim().length <= LONGEST_HEADLINE && !STOPPED.test(next);
}

/** "Check against delivery." */
const LONGEST_DESK_SENTENCE = 60;

/**
 * Reads every line of a story: those at its top and behind its end as lines of the desk, the others
 * as prose, in which only a notice in so many words counts.
 */
export function readStoryLines(
  body: string,
  isTitled: boolean,
  takenIn: Instant,
): readonly ReleaseNotice[] {
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  const notices: ReleaseNotice[] = [];
  const opening = openingLines(lines);
  let isBehind = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (END.test(line)) isBehind = true;
    const found = readFrom(
      lines,
      index,
      placeOf(lines, index, { opening, isBehind, isTitled }),
      takenIn,
    );
    if (found === null) continue;
    if (found.reading.notice !== null) notices.push(found.reading.notice);
    index += found.count - 1;
  }
  return notices;
}

interface Where {
  readonly opening: number;
  readonly isBehind: boolean;
  readonly isTitled: boolean;
}

function placeOf(
  lines: readonly string[],
  index: number,
  { opening, isBehind, isTitled }: Where,
): NoticePlace {
  if (isBehind) return "desk";
  if (index >= opening) return "story";
  return !isTitled && headlineFollows(lines, index + 1) ? "desk" : "headline";
}

/** How many short lines stand above the first paragraph. */
function openingLines(lines: readonly string[]): number {
  const paragraph = lines
    .slice(0, MOST_OPENING_LINES)
    .findIndex((line) => line.length > LONGEST_OPENING_LINE || isSentence(line));
  return paragraph === -1 ? Math.min(lines.length, MOST_OPENING_LINES) : paragraph;
}

function isSentence(line: string): boolean {
  return /[.!?。！？۔।]["”’»)」』]*\s*$/u.test(line) && line.split(/\s+/u).length > 8;
}

/** Reads a text from desk to desk, line by line. */
export function readDeskLines(
  text: string,
  takenIn: Instant,
  place: LinePlace = "desk",
): readonly ReleaseNotice[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const notices: ReleaseNotice[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const found = readFrom(lines, index, place, takenIn);
    if (found?.reading.notice != null) notices.push(found.reading.notice);
    index += (found?.count ?? 1) - 1;
  }
  return notices;
}
