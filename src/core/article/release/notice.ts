import type { Instant } from "#core/article/instant.ts";
import {
  EMBARGO,
  isLifting,
  type Judgement,
  judge,
  type NoticePlace,
  type Sighting,
} from "./judge.ts";
import { spelledRight } from "./misspelling.ts";
import type { NoticeRow, NoticeTable } from "./table.ts";
import { NOTICE_TABLES } from "./tables.ts";
import { lastMoment } from "./terms.ts";
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
const MOST_SIGHTINGS = 24;

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
export function readNoticeLine(line: string, place: NoticePlace, takenIn: Instant): LineReading {
  const plain = spelledRight(plainLetters(unveil(line)), place === "story");
  const small = plain.toLowerCase();
  if (!ANY_STEM.test(small)) return NOTHING;
  const judged = sightingsIn(plain, small, place).map((sighting) => ({
    sighting,
    judgement: judge(sighting),
  }));
  const read = groupsOf(judged).flatMap(bestRead);
  const notices = read.flatMap(({ sighting, judgement }) =>
    judgement.kind === "notice" ? [noticeOf(line, sighting, judgement, takenIn)] : [],
  );
  const isFree = notices.length === 0 && read.some(({ judgement }) => judgement.kind === "free");
  // "EMBARGOED · FOR RELEASE 9 MAY, 0700 WAT · NOT FOR PUBLICATION BEFORE THIS TIME" has one moment for all.
  const alike = notices.map((notice) => ({ ...notice, isBare: notice.isBare || notice.isOpen }));
  const notice = strictest(alike);
  return { notice: notice === null ? null : (notices[alike.indexOf(notice)] ?? null), isFree };
}

interface Judged {
  readonly sighting: Sighting;
  readonly judgement: Judgement;
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

/** The readings of the language that knows most of the words; of languages that know as many, the first. */
function bestRead(group: readonly Judged[]): readonly Judged[] {
  const least = Math.min(...group.map(({ judgement }) => judgement.unknown));
  const best = group.find(({ judgement }) => judgement.unknown === least);
  return group.filter(({ sighting }) => sighting.table === best?.sighting.table);
}

function sightingsIn(plain: string, small: string, place: NoticePlace): readonly Sighting[] {
  const sightings: Sighting[] = [];
  for (const { table, stem, rows } of TABLES) {
    if (!stem.test(small)) continue;
    const freed: { readonly start: number; readonly end: number }[] = [];
    for (const [row, reads] of rows) {
      for (const match of small.matchAll(reads)) {
        const start = match.index;
        const end = start + match[0].length;
        if (freed.some((free) => free.start < end && start < free.end && end <= free.end)) continue;
        const sighting = {
          ...{ table, row, place, start, found: plain.slice(start, end) },
          label: labelBefore(plain.slice(Math.max(0, start - REACH), start)),
          before: sentenceBefore(plain.slice(Math.max(0, start - REACH), start), place),
          after: plain.slice(end, end + REACH),
        };
        if (row.weight === "lifted") {
          if (
            !isLifting(
              small.slice(Math.max(0, start - REACH), start),
              small.slice(start, end),
              small.slice(end, end + REACH),
            )
          )
            continue;
          freed.push({ start, end });
        }
        sightings.push(sighting);
        if (sightings.length === MOST_SIGHTINGS) return sightings;
      }
    }
  }
  return sightings;
}

// Reads the end of what stands before a sentence: "… said. ", "EDS: ", "(", " – "
const SENTENCE =
  /(?<=\p{L}{2}|\d{3}|[:.]\d{2}|[)\]”"’'])[.!?;。！？]\s+|[.!?;。！？]$|[:：|•>[({]\s*|\s[–—|-]{1,2}\s|\n\s*|[【「『（［〔]/gu;

function sentenceBefore(text: string, place: NoticePlace): string {
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

const DESK_SENTENCE = new RegExp(`${SENTENCE.source}|,\\s`, "gu");

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
  { found, after, before }: Sighting,
  { terms }: Judgement,
  takenIn: Instant,
): boolean {
  if (instant > takenIn || !EMBARGO.test(found)) return false;
  if (terms.moments.some(({ time }) => time !== null)) return false;
  return !BOUND.test(`${before} ${found} ${after.slice(0, 40)}`);
}

const BOUND =
  /\b(?:until|till|before|to|for|ends?|expires?|lifts?|lifted|date|time|bis|jusqu\S*|avant|hasta|antes|ate|fino|prima|tot|voor|do|przed)\b|[:=]|до|ранее|kadar|once|حتي|قبل|الي|تك|前|まで|解禁|तक|पहले/iu;

// Says no more than that there is an embargo; "HOLD FOR RELEASE" and "EMBARGOED UNTIL DELIVERY" say more.
const BARE =
  /embargo(?:ed|'d|d)?$|^(?:u\/e|sperrfrist|ambargolu|sous embargo|embargado|embargada|embargoed)\W*$/iu;

/**
 * Of several the strictest: one without an end, then the latest. A bare one adds nothing to one with a
 * moment, nor does one without a zone to the same moment with its zone.
 */
export function strictest(notices: readonly ReleaseNotice[]): ReleaseNotice | null {
  const dated = notices.some(({ until }) => until !== null);
  const telling = dated
    ? notices.filter((notice) => !notice.isBare && !notices.some((other) => isSame(notice, other)))
    : notices;
  return telling.reduce<ReleaseNotice | null>((strict, next) => {
    if (strict === null) return next;
    if (strict.until === null) return strict;
    return next.until === null || next.until > strict.until ? next : strict;
  }, null);
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
