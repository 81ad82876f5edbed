import { sentenceEnds } from "./boundary.ts";
import { findComments } from "./comments.ts";
import { buriedDatelineEnd } from "./find-dateline.ts";
import {
  endsStory,
  headsLinks,
  headsSender,
  isFromSender,
  isFurniture,
  opensFurniture,
} from "./furniture.ts";
import { countGlued, headingLength } from "./glued-heading.ts";
import { gluedTop } from "./glued-top.ts";
import { numbersOf } from "./numbered.ts";
import { findPageLines } from "./page-line.ts";
import {
  endsInCredit,
  findAboveDateline,
  findControlled,
  isCaptionBelow,
  isOnFile,
  isTopCaption,
  isUnderPicture,
  tagsLength,
} from "./picture.ts";
import { lineKey } from "./repeated.ts";
import { isCaption } from "./site-line.ts";
import { withoutSpace } from "./space.ts";
import { readStops, type Stops } from "./stops.ts";
import { findCopies, findCredited, findCuts, findTeasers, findUnstopped } from "./teaser.ts";
import type { Passage, PassageKind, Range } from "./text.ts";

const ITEM = /^\s*(?:[•●▪◦‣*·–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)/u;
const FINAL = /[.!?…:;।۔。！？]["'”’»)\]]*\s*$/u;
const HEADING_LENGTH = 110;
const LINE_LENGTH = 300;
const LOST_BREAK = /(?<!\.)\s\.\s(?!\.)/u;
const WRAPPED_WIDTH = 120;
/** As many lines as a page's head may stand below that runs on into the story. */
const TOP_LINES = 6;

/**
 * Reads the stretches of a body: paragraphs, list items, headings, and the page's furniture.
 *
 * @param repeated keys of lines that the source puts below its stories (`findRepeated`)
 * @param title of the copy, which may stand again before the first sentence
 */
export function findPassages(
  body: string,
  stops: Stops = readStops(body),
  repeated: ReadonlySet<string> = new Set(),
  title: string | null = null,
): readonly Passage[] {
  const passages: Passage[] = [];
  const sent = isFromSender(body);
  let over = false;
  const lines = findLines(body);
  const glued = countGlued(body);
  const texts = lines.map(({ start, end }) => body.slice(start, end));
  const beside = findBeside(body, lines, texts);
  const numbers = numbersOf(texts);
  for (const [index, line] of lines.entries()) {
    const [text = "", next = ""] = texts.slice(index, index + 2);
    const atTop =
      index < TOP_LINES && !passages.some(({ kind }) => kind === "prose" || kind === "item");
    const isReport = atTop && buriedDatelineEnd(text, body) > 0;
    over ||=
      passages.length > 1 &&
      ((passages.length > 2 && endsStory(text)) || (sent && headsSender(text)));
    // In copy that lost its line breaks, furniture stands in one line with the story.
    if (
      over ||
      text.length < 2 ||
      beside.has(index) ||
      isOnFile(text) ||
      headsLinks(text) ||
      (repeated.size > 0 && repeated.has(lineKey(text))) ||
      (text.length < LINE_LENGTH &&
        !isReport &&
        !LOST_BREAK.test(text) &&
        (opensFurniture(text) ||
          isCaption(text) ||
          isUnderPicture(text, next) ||
          (index === 1 && isCaptionBelow(text, texts[0] ?? "", body.slice(line.end))) ||
          (atTop && next !== "" && endsInCredit(text)) ||
          (isTop(texts, index) && isTopCaption(text, next))))
    ) {
      passages.push({ ...line, kind: "furniture" });
    } else if (isNumberedHeading(text, next)) {
      passages.push({ ...line, kind: "heading" });
    } else {
      const above = atTop ? headAbove(body, line, title, stops) : [];
      const below = numberAt(line, numbers.get(index)) ?? findTop(body, line, glued, index);
      const top = above.length > 0 ? above : below === null ? [] : [below];
      passages.push(...top);
      const start = top.at(-1)?.end ?? line.start;
      if (start === line.end) continue;
      const rest = { start, end: line.end };
      for (const passage of splitLine(body, rest, stops, passages.length === 0))
        passages.push(passage);
    }
  }
  return passages;
}

/** A picture's place: the first line of a page, or the second below a headline. */
function isTop(texts: readonly string[], index: number): boolean {
  const [first = ""] = texts;
  const isFirst = index === 0 && first.length > HEADING_LENGTH / 2;
  return isFirst || (index === 1 && first.length <= HEADING_LENGTH && !FINAL.test(first));
}

/** Lines that their surroundings tell to stand beside the story. */
function findBeside(
  body: string,
  lines: readonly Range[],
  texts: readonly string[],
): ReadonlySet<number> {
  return new Set([
    ...findPageLines(body, lines),
    ...findTeasers(texts),
    ...findUnstopped(texts),
    ...findCopies(texts),
    ...findCuts(texts),
    ...findCredited(texts),
    ...findComments(texts),
    ...findControlled(texts),
    ...findAboveDateline(texts),
  ]);
}

/** The number of a paragraph, of such a length. */
function numberAt({ start }: Range, length: number | undefined): Passage | null {
  return length === undefined ? null : { start, end: start + length, kind: "furniture" };
}

/**
 * What runs on into the first sentence from the page's head, its own headline apart; that sentence, too, where it is
 * not certain which of its words are its own.
 */
function headAbove(
  body: string,
  { start, end }: Range,
  title: string | null,
  stops: Stops,
): readonly Passage[] {
  const { head, length, sure } = gluedTop(body.slice(start, end), title, body);
  const at = start + length;
  if (length === 0 || at >= end) return [];
  const first = sure ? at : (sentenceEnds(body, at, end, stops)[0] ?? end);
  const beside: Passage = { start: start + head, end: first, kind: "furniture" };
  return head === 0 ? [beside] : [{ start, end: start + head, kind: "heading" }, beside];
}

/** What runs on into a paragraph from the line that stood above it: a sub-head, the page's tags. */
function findTop(
  body: string,
  { start, end }: Range,
  glued: number,
  index: number,
): Passage | null {
  const text = body.slice(start, end);
  const heading = headingLength(text, glued);
  if (heading > 0) return { start, end: start + heading, kind: "heading" };
  const tags = index < TOP_LINES ? tagsLength(text) : 0;
  return tags > 0 ? { start, end: start + tags, kind: "furniture" } : null;
}

/** "5. Ferries will be free", above a paragraph that tells of it. */
function isNumberedHeading(text: string, next: string): boolean {
  const isShort = text.length <= HEADING_LENGTH && /^\s*\d{1,2}[.)]\s/u.test(text);
  return isShort && !FINAL.test(text) && next.length > HEADING_LENGTH && !ITEM.test(next);
}

/** Length of the bullet or number that opens an item of a list, with the space behind it. */
export function itemMarkLength(item: string): number {
  return ITEM.exec(item)?.[0].length ?? 0;
}

/** Lines of the body without white space around them; the lines of a wrapped paragraph are one. */
export function findLines(body: string): Range[] {
  const lines: Range[] = [];
  for (const block of body.matchAll(/[^\n]+(?:\n[^\n]+)*/gu)) {
    const width = wrapWidth(block[0]);
    let at = block.index;
    let open: { start: number; end: number } | null = null;
    for (const line of block[0].split("\n")) {
      const start = at + (line.length - line.trimStart().length);
      const end = at + line.trimEnd().length;
      at += line.length + 1;
      if (start >= end) {
        open = null;
      } else if (open !== null && width > 0 && !ITEM.test(line)) {
        open.end = end;
      } else {
        open = { start, end };
        lines.push(open);
      }
    }
  }
  return lines;
}

/** The width a block's lines were wrapped at; 0 where each line stands for itself. */
function wrapWidth(block: string): number {
  if (!block.includes("\n")) return 0;
  const lines = block.split("\n").map((line) => line.trim());
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (width > WRAPPED_WIDTH || width < 40) return 0;
  const wrapped = lines.slice(0, -1).every((line, index) => {
    const next = lines[index + 1] ?? "";
    const word = next.split(/\s/u, 1)[0] ?? "";
    return ITEM.test(next) || (line.length > 0 && line.length + 1 + word.length > width - 4);
  });
  return wrapped ? width : 0;
}

/** Splits a line at the furniture that stands in it: captions, bylines, "Read more". */
function splitLine(body: string, line: Range, stops: Stops, first: boolean): Passage[] {
  const text = body.slice(line.start, line.end);
  const whole = wholeKind(text, first);
  if (whole !== "prose") return [{ ...line, kind: whole }];
  const pieces = findPieces(body, line, stops).map((piece) => ({
    piece,
    ends: sentenceEnds(body, piece.start, piece.end, stops),
  }));
  const passages = toPassages(
    pieces.flatMap(({ piece, ends }) => findStretches(body, piece, ends)),
  );
  const [own, another] = pieces;
  const [only] = passages;
  if (own === undefined || another !== undefined || only === undefined) return passages;
  // Most lines are one passage from end to end.
  const isWhole = only.start === own.piece.start && only.end === own.piece.end;
  return isWhole ? [{ ...only, ends: own.ends }] : passages;
}

function wholeKind(text: string, first: boolean): PassageKind {
  if (ITEM.test(text)) return "item";
  if (text.length <= HEADING_LENGTH && !FINAL.test(text)) return "heading";
  // "Who pays?" as a sub-head; a question that a lede asks is a longer one.
  const question = text.length <= 60 && text.endsWith("?") && !/["”’]/u.test(text);
  return question && !first ? "heading" : "prose";
}

interface Piece extends Range {
  /** Whether its last sentence was a line without a full stop: `… is located . The bishop`. */
  readonly stray: boolean;
}

// A stop that stands apart, but for those of an ellipsis: "we won . . . and".
const STRAY_STOP = /(?<!\.)\s\.(?=\s|$)(?!\s\.)/gu;
// Before one of these words' line broke, no line ended: "Cassell and . Edwards said".
const OPEN_WORD =
  /(?:^|\s)(?:the|a|an|and|or|but|of|in|on|at|to|for|from|by|with|as|that|who|which|is|was|are|were|be|been|has|have|had|his|her|their|its|said|mr|mrs|dr|,|than|into|over|after|before|about)\s*$/i;

/** Cuts a line where a stop stands apart, the sign that a line break was lost there. */
function findPieces(body: string, line: Range, stops: Stops): Piece[] {
  const text = body.slice(line.start, line.end);
  if (stops.tokenised || text.search(STRAY_STOP) < 0) return [{ ...line, stray: false }];
  const pieces: Piece[] = [];
  let start = line.start;
  for (const found of text.matchAll(STRAY_STOP)) {
    const at = line.start + found.index;
    const after = body.slice(at + 2, at + 12).trimStart();
    const before = body.slice(Math.max(start, at - 20), at);
    if (at <= start || /^\p{Ll}/u.test(after) || OPEN_WORD.test(before)) continue;
    pieces.push({ start, end: at + 2, stray: true });
    start = at + 2;
  }
  if (start < line.end) pieces.push({ start, end: line.end, stray: false });
  return pieces;
}

interface Stretch extends Range {
  readonly text: string;
  readonly stray: boolean;
}

/** The sentences of a piece; where the piece ends in a stray stop, so does the last of them. */
function findStretches(body: string, piece: Piece, ends: readonly number[]): Stretch[] {
  let start = piece.start;
  return ends.flatMap((end, index) => {
    const range = withoutSpace(body, start, end);
    start = end;
    if (range === null) return [];
    const stray = piece.stray && index === ends.length - 1;
    return [{ ...range, text: body.slice(range.start, range.end), stray }];
  });
}

// Feat: The runner took part in the race .
const LABELLED = /^\p{Lu}[\p{L}’' -]{1,30}(?:\p{L}|[?!]): ["'“‘]?\p{Lu}(?!.*["'”’]\.?$)/u;

/** Neighbouring sentences of prose are one passage; furniture and sub-heads stand alone. */
function toPassages(stretches: readonly Stretch[]): Passage[] {
  const labels = stretches.filter(({ stray, text }) => stray && LABELLED.test(text)).length > 1;
  const passages: Passage[] = [];
  for (const { start, end, text, stray } of stretches) {
    const furniture = isFurniture(text) || (labels && LABELLED.test(text));
    const kind = stray ? strayKind(text) : furniture ? "furniture" : "prose";
    const last = passages.at(-1);
    if (kind === "prose" && last?.kind === "prose")
      passages[passages.length - 1] = { ...last, end };
    else passages.push({ start, end, kind });
  }
  return passages;
}

/** A line that lost its break: a short one without a caption's cues may be a sub-head. */
function strayKind(text: string): PassageKind {
  const short = text.length <= 60 && !/:/u.test(text);
  return short && !isFurniture(text) ? "heading" : "furniture";
}
