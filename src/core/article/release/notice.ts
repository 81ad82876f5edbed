import type { Instant } from "#core/article/instant.ts";
import { type Judgement, judge, type NoticePlace, type Sighting } from "./judge.ts";
import { spelledRight } from "./misspelling.ts";
import type { NoticeRow, NoticeTable } from "./table.ts";
import { NOTICE_TABLES } from "./tables.ts";
import { instantOfTerms } from "./terms.ts";
import { plainLetters, unveil } from "./unveil.ts";

/** A notice about its own copy. */
export interface ReleaseNotice {
  /** As printed, on one line. */
  readonly text: string;
  /** `null`: it holds without an end that can be read. */
  readonly until: Instant | null;
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
        if (freed.some((free) => free.start < end && start < free.end)) continue;
        const sighting = {
          ...{ table, row, place, start, found: plain.slice(start, end) },
          before: sentenceBefore(plain.slice(Math.max(0, start - REACH), start), place),
          after: plain.slice(end, end + REACH),
        };
        if (row.weight === "lifted") freed.push({ start, end });
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

const DESK_SENTENCE = new RegExp(`${SENTENCE.source}|,\\s`, "gu");

function noticeOf(
  line: string,
  { found, table, row }: Sighting,
  { terms, rest, why }: Judgement,
  takenIn: Instant,
): ReleaseNotice {
  const until = instantOfTerms(terms, takenIn, table.language);
  const isEmpty = terms.moments.length === 0 && terms.foreign.length === 0;
  return {
    text: shown(line),
    until,
    isZoned: terms.moments.every(({ offsets }) => offsets !== null),
    isBare: isEmpty && BARE.test(found.trim()) && row.weight !== "alone",
    isOpen: isEmpty && row.weight !== "alone",
    rest,
    why,
  };
}

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

/** Clocks on Earth show times that are up to 26 hours apart, in quarters of an hour. */
const ALL_ZONES = 26 * 60 * 60 * 1000;
const QUARTER = 15 * 60 * 1000;

/** Some clock on Earth makes the moment that names none the other's: `0001, May 9` is `2026-05-09T00:01Z`. */
function isSame(unzoned: ReleaseNotice, zoned: ReleaseNotice): boolean {
  if (unzoned.isZoned || !zoned.isZoned || unzoned.until === null || zoned.until === null)
    return false;
  const apart = unzoned.until - zoned.until;
  return apart >= 0 && apart <= ALL_ZONES && apart % QUARTER === 0;
}

function shown(line: string): string {
  const text = line.replace(/\s+/gu, " ").trim();
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}
