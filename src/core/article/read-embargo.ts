import type { Embargo } from "./embargo.ts";
import {
  type EmbargoNotice,
  findEmbargoNotices,
  findNotedEmbargoes,
  readEmbargoLine,
} from "./embargo-notice.ts";
import type { Instant } from "./instant.ts";
import { type Moment, readMoments } from "./moment.ts";
import type { Day } from "./moment-token.ts";
import { LAST_OFFSET } from "./zone.ts";

const NO_EMBARGO =
  /^\W*(?:none|no|nil|null|false|n\/a|not embargoed|no embargo|lifted|immediate|for immediate release)?\W*$/iu;

/** Words that stand around a moment without changing it; any other word makes a notice uncertain. */
const AROUND = new Set(
  `until till to before after prior not no for at on of the by from and in is be a an any all strict strictly under
  embargo embargoed hold release released publication publish published publishing use used broadcast broadcasting
  transmission online print web website media news press papers newspapers editions time date local hrs hours hour h
  than earlier expires lifts lifted lift ends general public thereafter copy external onward further wire o'clock o’clock or`.split(
    /\s+/u,
  ),
);

/** A longer field is no moment; it may hide one that is later. */
const LONGEST_FIELD = 1000;
const MINUTE = 60_000;
const MINUTES_A_DAY = 24 * 60;
const DAY = MINUTES_A_DAY * MINUTE;
/** A date without its year is certain only this near: the two spans leave room for one year. */
const NEAR_PAST = 60 * DAY;
const NEAR_FUTURE = 180 * DAY;
const NEAR_YEARS = 4;
const JUST_PASSED = 2 * DAY;

/**
 * Reads an embargo from the field that states one, else from the copy's own words.
 *
 * Whatever a text leaves open is read so that nothing is early: a time without a zone as if it were
 * on the last clock on Earth (UTC−12), an ambiguous zone or date at its latest reading, a date
 * without a time as the start of that day, the last of several moments. What is not certain even
 * so (an unknown word, a weekday that contradicts its date, a date far from `takenIn` without a
 * year) is `unreadable`.
 *
 * @param stated what a field of the copy says; blank counts as no field, `none` as no embargo
 * @param takenIn settles the year, or the week of a weekday, where the text leaves it out
 */
export function readEmbargo(stated: string | null, body: string, takenIn: Instant): Embargo | null {
  const field = stated?.trim() ?? "";
  if (field !== "") {
    if (field.length > LONGEST_FIELD)
      return { kind: "unreadable", text: field.slice(0, LONGEST_FIELD) };
    if (NO_EMBARGO.test(field)) return null;
    return latestPart(field, takenIn) ?? readField(field, takenIn);
  }
  return latestOf(findEmbargoNotices(body), takenIn);
}

function readField(field: string, takenIn: Instant): Embargo {
  return embargoIn(field, readEmbargoLine(field)?.terms ?? field, takenIn);
}

/** A field may hold a moment and a notice, `2026-05-08T05:00:00Z; UNTIL 0001 GMT, May 9, 2026`: the last of them, where each can be read. */
function latestPart(field: string, takenIn: Instant): Embargo | null {
  const parts = field.split(/[;\n]/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2) return null;
  const read = parts.map((part) => readField(part.trim(), takenIn));
  if (read.some(({ kind }) => kind === "unreadable")) return null;
  return read.reduce<Embargo | null>((latest, next) => later(latest, next), null);
}

/**
 * The embargo that holds where a field states one and notes from desk to desk another: the note's,
 * where no zone that it may have meant makes it the field's.
 */
export function heavierEmbargo(field: Embargo | null, noted: Embargo | null): Embargo | null {
  if (field?.kind !== "until" || noted?.kind !== "until") return field;
  return noted.instant - field.instant > ALL_ZONES ? noted : field;
}

/** Clocks on Earth show times that are up to 26 hours apart. */
const ALL_ZONES = 26 * 60 * MINUTE;

/** Reads the embargo that notes from desk to desk state: an editor's note, NITF's `ed-msg`. */
export function readNotedEmbargo(
  notes: readonly (string | null)[],
  takenIn: Instant,
): Embargo | null {
  return latestOf(
    notes.flatMap((note) => findNotedEmbargoes(note ?? "")),
    takenIn,
  );
}

/** The last of several; "STRICTLY EMBARGOED" above "Not for use before 0001 GMT, May 9" adds nothing to it. */
function latestOf(notices: readonly EmbargoNotice[], takenIn: Instant): Embargo | null {
  const timed = notices.filter(({ terms }) => /[\p{L}\p{N}]/u.test(firstSentence(terms)));
  const telling = timed.length > 0 ? timed : notices;
  const embargoes = telling.map(({ text, terms }) => embargoIn(text, terms, takenIn));
  const [first = null] = embargoes;
  return embargoes.reduce((latest, next) => later(latest, next), first);
}

function later(one: Embargo | null, other: Embargo): Embargo {
  if (one === null || other.kind === "unreadable") return other;
  return one.kind === "unreadable" || one.instant >= other.instant ? one : other;
}

function embargoIn(text: string, terms: string, takenIn: Instant): Embargo {
  const instant = readTerms(terms, takenIn);
  return instant === null ? { kind: "unreadable", text } : { kind: "until", instant, text };
}

function readTerms(terms: string, takenIn: Instant): Instant | null {
  const { moments, words } = readMoments(firstSentence(terms));
  if (moments.length === 0 || words.some((word) => !AROUND.has(word))) return null;
  const readings = moments.map((moment) => latestReading(moment, takenIn));
  const certain = readings.filter((reading) => reading !== null);
  return certain.length < readings.length ? null : Math.max(...certain);
}

// Reads the stop in "…0001 GMT, May 9. Not for online use", not the one in "10 a.m. Friday" or "Nov. 22".
const PROSE_BEGINS =
  /(?<!\b(?:[ap]\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun))[.!;]\s+(?=[\p{Lu}(])|\s[–—-]{1,2}\s(?=\p{Lu}\p{Ll}+\s\p{Ll})/iu;

/** Cuts the terms off where prose begins after them. */
function firstSentence(terms: string): string {
  const end = PROSE_BEGINS.exec(terms);
  return end === null ? terms : terms.slice(0, end.index);
}

function latestReading(moment: Moment, takenIn: Instant): Instant | null {
  const offset = moment.offsets === null ? LAST_OFFSET : Math.min(...moment.offsets);
  const at = (day: Date): Instant => day.getTime() + (latestMinutes(moment) - offset) * MINUTE;
  // "May 9, 2000" is no date of the year 2000.
  const isTime = ({ year }: Day): boolean =>
    year !== null && Math.abs(year - yearOf(takenIn)) > NEAR_YEARS;
  if (moment.yearMayBeTime && moment.days.some(isTime)) return null;
  if (moment.days.length === 0) return onWeekday(moment.weekday, takenIn, at);
  const readings = moment.days.map((day) => onDay(day, moment.weekday, takenIn, at));
  const certain = readings.filter((reading) => reading !== null);
  return certain.length < readings.length ? null : Math.max(...certain);
}

/** GMT and UTC go with a 24-hour clock: `9:00 GMT` is the morning, `9:00 ET` may be either. */
function latestMinutes({ time, offsets }: Moment): number {
  if (time === null) return 0;
  const only24 = offsets?.every((offset) => offset === 0);
  if (time.late === null || (only24 && time.late !== MINUTES_A_DAY)) return time.minutes;
  return time.late;
}

type AtDay = (midnightUtc: Date) => Instant;

function onDay(day: Day, weekday: number | null, takenIn: Instant, at: AtDay): Instant | null {
  const thisYear = yearOf(takenIn);
  const years = day.year === null ? [thisYear - 1, thisYear, thisYear + 1] : [day.year];
  const dates = years
    .map((year) => calendarDay(year, day))
    .filter((date) => date.getUTCDate() === day.day)
    .filter((date) => weekday === null || date.getUTCDay() === weekday);
  const instants = dates.map(at);
  const certain = day.year !== null || weekday !== null ? instants : instants.filter(isNear);
  const [reading, another] = certain;
  return reading === undefined || another !== undefined ? null : reading;

  function isNear(instant: Instant): boolean {
    return instant > takenIn - NEAR_PAST && instant < takenIn + NEAR_FUTURE;
  }
}

/** A weekday alone is the next one, unless it has only just passed: then it may be either. */
function onWeekday(weekday: number | null, takenIn: Instant, at: AtDay): Instant | null {
  if (weekday === null) return null;
  const today = new Date(takenIn);
  const instants = Array.from({ length: 17 }, (_, index) => index - 8)
    .map((days) =>
      calendarDay(today.getUTCFullYear(), {
        month: today.getUTCMonth() + 1,
        day: today.getUTCDate() + days,
      }),
    )
    .filter((date) => date.getUTCDay() === weekday)
    .map(at);
  if (instants.some((instant) => instant <= takenIn && instant > takenIn - JUST_PASSED))
    return null;
  return instants.find((instant) => instant > takenIn) ?? null;
}

function yearOf(instant: Instant): number {
  return new Date(instant).getUTCFullYear();
}

function calendarDay(year: number, { month, day }: Pick<Day, "month" | "day">): Date {
  const date = new Date(0);
  // Date.UTC would read the year 26 as 1926.
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
