import type { Instant } from "#core/article/instant.ts";
import { type Judgement, judge } from "./judge.ts";
import { isLifting } from "./lifting.ts";
import { spelledRight } from "./misspelling.ts";
import { EMBARGO, isUntil, type LinePlace, type NoticePlace, type Sighting } from "./sighting.ts";
import type { NoticeRow, NoticeTable } from "./table.ts";
import { NOTICE_TABLES } from "./tables.ts";
import { lastMoment, readTerms } from "./terms.ts";
import { type Judged, withoutRepeats } from "./told-twice.ts";
import { plainLetters, unveil } from "./unveil.ts";

/** A notice about its own copy. */
export interface ReleaseNotice {
  /** As printed, on one line. */
  readonly text: string;
  /** `null`: it holds without an end that can be read. */
  readonly until: Instant | null;
  /** What the clock shows at its moment, as if that were UTC; `null` where it has none. */
  readonly clock: Instant | null;
  /** Its moment is by a clock that the notice names. */
  readonly isZoned: boolean;
  /** It says nothing but that there is an embargo: another notice says until when. */
  readonly isBare: boolean;
  /** It waits for a moment that may stand on the next line: "EMBARGOED UNTIL". */
  readonly isOpen: boolean;
  /** Words behind it that are none of it: a headline. */
  readonly rest: string;
  readonly why: string;
}

/** What a line says of the release of its copy. */
export interface LineReading {
  /** The strictest of its notices. */
  readonly notice: ReleaseNotice | null;
  /** It says that its copy is free: "EMBARGO LIFTED". */
  readonly isFree: boolean;
}

const NOTHING: LineReading = { notice: null, isFree: false };
/** In UTF-16 units: what stands further from a keyword is not looked at. */
const REACH = 300;
const LONGEST_SHOWN = 300;
/** More than every row of every language finds in a line of news about embargoes. */
const MOST_SIGHTINGS = 200;

interface CompiledTable {
  readonly table: NoticeTable;
  readonly stem: RegExp;
  readonly rows: readonly (readonly [row: NoticeRow, reads: RegExp])[];
}

const TABLES: readonly CompiledTable[] = NOTICE_TABLES.map((table) => ({
  table,
  stem: new RegExp(table.stem, "u"),
  rows: table.rows.map((row) => [row, new RegExp(row.reads, "gu")] as const),
}));
const ANY_STEM = new RegExp(NOTICE_TABLES.map(({ stem }) => stem).join("|"), "u");

/** Reads what one line, or lines that belong together, say of the release of their copy. */
export function readNoticeLine(line: string, where: LinePlace, takenIn: Instant): LineReading {
  const place = where === "page" ? "desk" : where;
  const isOfPage = where === "page";
  const label = place === "desk" ? null : deskLabel(line);
  if (label !== null) {
    const read = readNoticeLine(label, "desk", takenIn).notice;
    if (read !== null)
      return {
        notice: { ...read, text: shown(line), rest: line.slice(label.length) },
        isFree: false,
      };
  }
  const plain = spelledRight(plainLetters(unveil(line)), place === "story");
  const small = plain.toLowerCase();
  if (!ANY_STEM.test(small)) return NOTHING;
  const judged = sightingsIn(plain, small, { place, isOfPage }).map((sighting) => ({
    sighting,
    judgement: judge(sighting),
  }));
  const read = withoutRepeats(groupsOf(judged).flatMap(bestRead));
  const notices = read.flatMap(({ sighting, judgement }) =>
    judgement.kind === "notice" ? [noticeOf(line, sighting, judgement, takenIn)] : [],
  );
  const isFree = notices.length === 0 && read.some(({ judgement }) => judgement.kind === "free");
  // "EMBARGOED · FOR RELEASE 9 MAY, 0700 WAT · NOT FOR PUBLICATION BEFORE THIS TIME" has one moment for all.
  const alike = notices.map((notice) => ({ ...notice, isBare: notice.isBare || notice.isOpen }));
  const notice = strictest(alike);
  return { notice: notice === null ? null : (notices[alike.indexOf(notice)] ?? null), isFree };
}

/** Says whether a line is a moment and nothing else, in some language: "Online: 0600 GMT, 9 May". */
export function isMomentAlone(line: string): boolean {
  const small = plainLetters(unveil(line)).toLowerCase();
  return NOTICE_TABLES.some((table) => {
    const { moments, foreign } = readTerms(small, table);
    return moments.length > 0 && foreign.length === 0;
  });
}

/** Wordings that share letters are readings of the same words. */
function groupsOf(judged: readonly Judged[]): readonly (readonly Judged[])[] {
  const inOrder = [...judged].sort((one, other) => one.sighting.start - other.sighting.start);
  const groups: Judged[][] = [];
  let end = -1;
  for (const each of inOrder) {
    const group = groups.at(-1);
    if (group !== undefined && each.sighting.start < end) group.push(each);
    else groups.push([each]);
    end = Math.max(end, each.sighting.start + each.sighting.found.length);
  }
  return groups;
}

/**
 * The readings of the language that knows most of the words; of languages that know as many, the
 * first. What a surer wording holds whole says nothing of its own.
 */
function bestRead(group: readonly Judged[]): readonly Judged[] {
  const surest = group.filter((each) => !group.some((other) => holdsWhole(other, each)));
  const least = Math.min(...surest.map(({ judgement }) => judgement.unknown));
  const best = surest.find(({ judgement }) => judgement.unknown === least);
  return surest.filter(({ sighting }) => sighting.table === best?.sighting.table);
}

function holdsWhole(
  { sighting: sure, judgement }: Judged,
  { sighting: { row, start, found } }: Judged,
): boolean {
  if (sure.row.weight !== "sure" || row.weight !== "timed" || judgement.kind === "news")
    return false;
  return sure.start <= start && sure.start + sure.found.length >= start + found.length;
}

/** Every wording in a line; what lets copy go hides, in all languages, what stands in the same words. */
function sightingsIn(
  plain: string,
  small: string,
  where: Pick<Sighting, "place" | "isOfPage">,
): readonly Sighting[] {
  const read = TABLES.filter(({ stem }) => stem.test(small)).flatMap(({ table, rows }) =>
    rows.flatMap(([row, reads]) =>
      firstOf(small.matchAll(reads)).map((match) =>
        sightingOf({ ...where, table, row, plain, match }),
      ),
    ),
  );
  const freed = read.filter(({ row }) => row.weight === "lifted");
  return read
    .filter((each) => !freed.some((free) => free !== each && isHidden(free, each)))
    .slice(0, MOST_SIGHTINGS);
}

/** A wording that stands more often in a line says nothing new. */
const MOST_OF_A_ROW = 6;

function firstOf(matches: Iterable<RegExpExecArray>): readonly RegExpExecArray[] {
  const first: RegExpExecArray[] = [];
  for (const match of matches) {
    first.push(match);
    if (first.length === MOST_OF_A_ROW) break;
  }
  return first;
}

interface Found extends Pick<Sighting, "table" | "row" | "place" | "isOfPage"> {
  readonly plain: string;
  readonly match: RegExpExecArray;
}

function sightingOf({ table, row, place, isOfPage, plain, match }: Found): Sighting {
  const start = match.index;
  const end = start + match[0].length;
  const behind = plain.slice(Math.max(0, start - REACH), start);
  const after = plain.slice(end, end + REACH);
  const denies = row.weight === "lifted" && !isLifting(behind, match[0], after);
  return {
    ...{ table, place, isOfPage, start, after, found: plain.slice(start, end) },
    // "Not for immediate release" and "embargo until lifted" are notices themselves.
    row: denies ? { ...row, weight: "sure" } : row,
    label: labelBefore(behind),
    before: sentenceBefore(behind, place),
  };
}

// Reads: "WERSJA ROBOCZA, NIE DO PUBLIKACJI: Council votes", "EMBARGOED – Minister resigns"
const LABELLED = /^(?<label>[^\n]{3,100}?)(?::\s|\s[–—-]{1,2}\s)(?<rest>[^\n]{12,})$/u;

// Reads: [RELEASE ON DELIVERY] Council votes, (EMBARGO 9 MAY) Torvik – The council, Council votes (CONFIDENTIAL)
const BRACKETED_FIRST = /^\s*[[(【（](?<words>[^\][()【】（）\n]{3,100})[\])】）](?=\s*\S)/u;
const BRACKETED_LAST = /[[(【（](?<words>[^\][()【】（）\n]{3,100})[\])】）]\s*$/u;
// Reads: PORT ELLIS, May 5 (Port News, NOT FOR PUBLICATION) – The council
const IN_DATELINE = /^[^()\n]{3,60}\((?<agency>[^()\n]{3,100})\)\s*[–—-]/u;

/**
 * The desk's words beside a headline, or in the brackets of a dateline: they are shouted, or in
 * another script, and the rest is not.
 */
function deskLabel(line: string): string | null {
  const bracketed = BRACKETED_FIRST.exec(line) ?? BRACKETED_LAST.exec(line) ?? null;
  const inside = bracketed?.groups?.words ?? IN_DATELINE.exec(line)?.groups?.agency;
  if (inside !== undefined && isOfDesk(inside, line)) return inside;
  const { label, rest } = LABELLED.exec(line)?.groups ?? {};
  if (label === undefined || rest === undefined) return null;
  // "EMBARGO: 9 May 2025", "EMBARGO: the word that shaped an island", "DRAFT: Bulls take Okafor"
  if (/^[^\p{L}]*\p{Ll}|^.{0,20}\d/u.test(rest) || NO_LABEL.test(label)) return null;
  return isOfDesk(label, rest) ? label : null;
}

/** Words in capitals beside words that are not, or in another script. */
function isOfDesk(label: string, rest: string): boolean {
  const isShout = /\p{Lu}{3}\P{Ll}*$/u.test(label) && /\p{Ll}/u.test(rest);
  const isOther =
    /\p{L}/u.test(label) && !/\p{Script=Latin}/u.test(label) && /\p{Script=Latin}/u.test(rest);
  return isShout || isOther;
}

const NO_LABEL = /^[^\p{L}]*(?:draft|hold|concept|minuta|projekt|проект)[^\p{L}]*$/iu;

/** Letters by which a notice must reach beyond words that let copy go, to be another: "embargo over" + "extended until". */
const BEYOND = 3;

function isHidden(free: Sighting, { start, found, row }: Sighting): boolean {
  const [end, freeEnd] = [start + found.length, free.start + free.found.length];
  if (free.start >= end || start >= freeEnd || row.weight === "lifted") return false;
  return !(row.weight === "sure" && end > freeEnd + BEYOND);
}

// Reads the end of what stands before a sentence: "… said. ", "EDS: ", "(", " – "
const SENTENCE =
  /(?<=\p{L}{2}|\d{3}|[:.]\d{2}|[)\]”"’'])[.!?;。！？]\s+|[.!?;。！？]$|[:：|•>[({]\s*|\s[–—|-]{1,2}\s|\n\s*|[【「『（［〔]/gu;

function sentenceBefore(words: string, place: NoticePlace): string {
  // A bracket that is closed again opens no sentence: "9 May 2025, 10:00 (Beijing time) …".
  const text = words.replace(/[(（]([^()（）\n]*)[)）]/gu, " $1 ");
  let from = 0;
  for (const match of text.matchAll(place === "desk" ? DESK_SENTENCE : SENTENCE)) {
    from = match.index + match[0].length;
  }
  return text.slice(from);
}

/** What stands before a colon right before a wording. */
function labelBefore(text: string): string {
  return (
    /(?:^|[.!?;\n])(?<label>[^.!?;:\n]*):\s*(?:\p{L}+\s){0,2}$/u
      .exec(text)
      ?.groups?.label?.trim() ?? ""
  );
}

// "Not for sale, not for release" is one list.
const DESK_SENTENCE = new RegExp(
  `${SENTENCE.source}|(?<!\\bnot for (?:\\p{L}+ ){0,2}\\p{L}+),\\s`,
  "giu",
);

function noticeOf(
  line: string,
  sighting: Sighting,
  judgement: Judgement,
  takenIn: Instant,
): ReleaseNotice {
  const { found, table, row } = sighting;
  const { terms, rest, why } = judgement;
  const told = lastMoment(terms, takenIn, table.language);
  const until =
    told === null || isDateOfIssue(told.instant, sighting, judgement, takenIn)
      ? null
      : told.instant;
  const isEmpty = terms.moments.length === 0 && terms.foreign.length === 0;
  return {
    text: shown(line),
    until,
    clock: until === null ? null : (told?.clock ?? null),
    isZoned: terms.moments.every(({ offsets }) => offsets !== null),
    isBare: isEmpty && BARE.test(found.trim()) && row.weight !== "alone",
    isOpen: isEmpty && row.weight !== "alone",
    rest,
    why,
  };
}

/**
 * "EMBARGOED PRESS RELEASE 27 November 2026", read on the day after: a day that is over, without its
 * time and without "until", is when the copy was written, and lets nothing go.
 */
function isDateOfIssue(
  instant: Instant,
  { found, after, row }: Sighting,
  { terms }: Judgement,
  takenIn: Instant,
): boolean {
  if (row.weight === "alone") return !terms.isPrecise;
  if (instant > takenIn || row.weight === "lifted") return false;
  if (row.weight !== "sure" && !EMBARGO.test(found)) return false;
  if (terms.moments.some(({ time }) => time !== null)) return false;
  return !isUntil(found) && !BOUND.test(found) && !BOUND_BEHIND.test(after);
}

const BOUND =
  /\b(?:for release|release (?:date|time)|date|time|lift\p{L}*|expir\p{L}*|ends?)\b|[:=]\s*$|解禁|前|まで|kadar|तक|पहले|تك/iu;
const BOUND_BEHIND =
  /^[\s(–—-]*(?:[:=]|(?:until|till|before|to|for|ends?|expires?|lifts?|bis|jusqu\S*|avant|hasta|antes|ate|fino|prima|tot|voor|do|przed|до|ранее|حتي|قبل)(?!\p{L}))/iu;

// Says no more than that there is an embargo; "HOLD FOR RELEASE" and "EMBARGOED UNTIL DELIVERY" say more.
const BARE =
  /embargo(?:ed|'d|d)?$|^(?:u\/e|sperrfrist|ambargolu|sous embargo|embargado|embargada|embargoed)\W*$/i;

/**
 * Of several the strictest: one without an end, then the latest. A bare one adds nothing to one with a
 * moment, nor does one without a zone to the same moment with its zone.
 */
export function strictest(notices: readonly ReleaseNotice[]): ReleaseNotice | null {
  return tellingOf(notices).reduce<ReleaseNotice | null>((strict, next) => {
    if (strict === null) return next;
    if (strict.until === null) return strict;
    return next.until === null || next.until > strict.until ? next : strict;
  }, null);
}

/** Those of several that hold something of their own. */
export function tellingOf(notices: readonly ReleaseNotice[]): readonly ReleaseNotice[] {
  if (!notices.some(({ until }) => until !== null)) return notices;
  return notices.filter(
    (notice) => !notice.isBare && !notices.some((other) => isSame(notice, other)),
  );
}

/** The same time of the same day, once with its zone: `0001, May 9` beside `2026-05-09T00:01Z`. */
function isSame(unzoned: ReleaseNotice, zoned: ReleaseNotice): boolean {
  return (
    !unzoned.isZoned && zoned.isZoned && unzoned.clock !== null && unzoned.clock === zoned.clock
  );
}

function shown(line: string): string {
  const text = line.replace(/\s+/gu, " ").trim();
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}
