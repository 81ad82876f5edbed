import type { Instant } from "#core/article/instant.ts";
import { type Moment, readMoments } from "#core/article/moment.ts";
import type { Day } from "#core/article/moment-token.ts";
import { LAST_OFFSET } from "#core/article/zone.ts";
import { ENGLISH } from "./english.ts";
import { withPlaceClocks } from "./place-clock.ts";
import { type NoticeTable, wordSet } from "./table.ts";

/** What stands beside the keyword of a notice: moments, and words that are none. */
export interface Terms {
  readonly moments: readonly Moment[];
  /** Words that change what the notice says, or that are no words of a notice at all. */
  readonly foreign: readonly string[];
  /** All that is foreign are figures and words such as "tomorrow": a time that cannot be read. */
  readonly isUnclear: boolean;
  /** A day and a time of it are stated. */
  readonly isPrecise: boolean;
  /** A day, or a weekday, is stated. */
  readonly hasDay: boolean;
}

const AROUND = new Map<string, ReadonlySet<string>>();

function aroundOf(table: NoticeTable): ReadonlySet<string> {
  const known = AROUND.get(table.language) ?? wordSet(`${ENGLISH.around} ${table.around}`);
  AROUND.set(table.language, known);
  return known;
}

/** Reads what stands beside a keyword, in plain small letters. */
export function readTerms(text: string, table: NoticeTable): Terms {
  const { moments: stated, words: told } = readMoments(inEnglish(text, table));
  const words = told.filter((word) => word !== AFTER);
  const isAfter = words.length < told.length;
  const settled = stated.map((moment) => withOrderOf(moment, text, table));
  const around = aroundOf(table);
  // "UNTIL 27 NOVEMBER 2026?" asks.
  const asks = /\d\s*\?/u.test(text) ? ["?"] : [];
  const foreign = [...words.filter((word) => !around.has(word)), ...asks];
  const hasDay = settled.some(isDated);
  return {
    moments: isAfter ? settled.map(atEndOfDay) : settled,
    foreign,
    isUnclear:
      foreign.length > 0 && foreign.every((word) => /\d/u.test(word) || RELATIVE.has(word)),
    hasDay,
    isPrecise: settled.some((moment) => isDated(moment) && moment.time !== null),
  };
}

/** What `inEnglish` makes of "after" beside a moment: "until after 9 May", "nach dem 9. Mai". */
const AFTER = "afterday";

/** The terms behind a wording that ends in "after": "For release after 9 May", "erst nach dem 9. Mai". */
export function afterDays(terms: Terms): Terms {
  return { ...terms, moments: terms.moments.map(atEndOfDay) };
}

/** "Not until after 9 May" is the end of that day; a time is its own end. */
function atEndOfDay(moment: Moment): Moment {
  return moment.time !== null || moment.days.length === 0
    ? moment
    : { ...moment, time: { minutes: MINUTES_A_DAY, late: null } };
}

const AMERICAN = /\b(?:et|edt|ct|cdt|mt|mdt|pt|pdt|eastern|pacific|[ap]\.?m)\b/u;
const EUROPEAN = /\b(?:ces?t|mes?z|eest|eet|msk|wat|cat|sast|eat|pkt|brt)\b/u;

/**
 * Which part of `12-01-2027` is the day: its zone says so, or its language. Where nothing does, both
 * readings stay.
 */
function withOrderOf(moment: Moment, text: string, table: NoticeTable): Moment {
  const [first, second] = moment.days;
  if (first === undefined || second === undefined || moment.days.length !== 2) return moment;
  if (first.year !== second.year || first.month !== second.day || first.day !== second.month)
    return moment;
  if (AMERICAN.test(text)) return moment;
  const isDayFirst =
    (table.dayFirst && table.language !== "es" && isOfLanguage(text, table)) ||
    (EUROPEAN.test(text) && !/\d\/\d/u.test(text));
  return isDayFirst ? { ...moment, likelyDay: first } : moment;
}

/** Words of time that name no moment. */
export const RELATIVE = wordSet(
  `tomorrow tonight today next week weekend month monthend morning afternoon evening night later soon spring summer autumn fall
   winter christmas easter january february march april may june july august september october november december end
   ? q1 q2 q3 q4 year quarter days weeks months three two seven jan feb mar apr jun jul aug sep sept oct nov dec couple`,
);

function isDated({ days, weekday }: Moment): boolean {
  return days.length > 0 || weekday !== null;
}

// Reads: GMT minus 8, minus 8 GMT
const IN_WORDS: NoticeTable["moments"] = [
  [/\((?:previously|formerly|was|earlier|originally|not)\b[^)]*\)/gu, " "],
  [/(?<=\d)°/gu, ""],
  [/(?<=\b\d{1,2}),(?=\d\d\b(?!\d))/gu, ":"],
  // What repeats the notice, or calls off another moment, and what it is moved to.
  [
    /,?\s*(?:and )?\bnot (?!before|until|till|for|to)[^,;.]{3,40}? as (?:earlier|previously|first) (?:stated|announced|advised|given|said)\b/gu,
    " ",
  ],
  [
    /\b(?:(?:has |is )?(?:been )?(?:changed|moved|extended|postponed|delayed|revised|amended|put back|brought forward))\b[\s:;,–—-]{0,4}(?:now |is now )?(?:to|until|till|now)\b/gu,
    " until ",
  ],
  [/\b(?:no|not) earlier than\b|\b(?:no|not) (?:sooner|before) than\b/gu, " "],
  [/\bnot (?=(?:before|until|till|for|to)\b)/gu, " "],
  // What says the notice once more: "and must not be used in any form before then".
  [
    /[,;]?\s*\b(?:and )?(?:(?:it|they) )?(?:must|may|should|is|are|can) not (?:to )?be [\p{L} ,]{3,60}? (?:before|until|till|prior to) (?:then|th(?:at|is) (?:time|date|moment|hour))\b/gu,
    " ",
  ],
  // A reason is no condition.
  [
    /[,;]?\s*\b(?:as (?:agreed|arranged|requested)|at the request|by (?:agreement|arrangement)|in agreement|at the wish)\b(?:(?!\b(?:once|when|until|unless|pending|clear\p{L}*|approv\p{L}*|confirm\p{L}*|subject|if|after|not|hold|tb[ac]|provisional\p{L}*|tentativ\p{L}*|may|might|chang\p{L}*|exten\p{L}*|later|depend\p{L}*|expected|likely)\b)[^.;,\d\]])*/gu,
    " ",
  ],
  [
    /\bmoved in advance\b(?: for (?:\p{L}+'?s? ){0,2}(?:use|editions?|papers|publication|planning))?/gu,
    " ",
  ],
  [/\b(?:and|or) (?:thereafter|later|onwards?|after)\b/gu, " "],
  [/\b(?:on )?or after\b/gu, " "],
  [
    /(?<!\b(?:minute|hour|day|week)s? )\bafter(?=\W{1,3}(?:(?:the|on|mon|tue|wed|thu|fri|sat|sun)\p{L}*[\s,]{1,3})?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon|midnight|midday))/gu,
    " afterday ",
  ],
  [
    /\b(?:the )?end of (?=(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*[\s,]{1,3})?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gu,
    " afterday ",
  ],
  [/(?<=\d)\s*,?\s*\(?inclusive\b|(?<=\d)\s*\(?inclusive\b/gu, " afterday "],
  [/\bprior to\b|\bbefore (?:then|this time|that time|that)\b/gu, " "],
  [/\b(?:us|u\.s\.?)\s(?=(?:eastern|central|mountain|pacific|east|west|[ecmp][sd]?t)\b)/gu, ""],
  [/\b(?:christmas|new year's|boxing|easter) (?:day|eve)\b/gu, " "],
  [/(?<![\d.:])(\d)h(\d\d)\b/gu, "0$1:$2"],
  [/(?<![\d.:])(\d\d)h(\d\d)\b/gu, "$1:$2"],
  [/\b(?:one|a|1) minutes? (?:past|after) midnight\b/gu, "00:01"],
  [/\b(?:five|5) minutes? (?:past|after) midnight\b/gu, "00:05"],
  [/\b(gmt|utc)\s(?:minus|less)\s(\d)/gu, "$1-$2"],
  [/\b(gmt|utc)\splus\s(\d{1,2})(?!\d?\s?(?:hours?|hrs?|h)\b)/gu, "$1+$2"],
  // A clock in two halves goes with American dates.
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})(?=[^\n]*(?:\d\s?[ap]\.?m\b|\b[ecmp][sd]?t\b))/gu, "$1/$2/$3"],
  [/\bminus\s(\d{1,2})\s?(?:hours?\s)?(gmt|utc)\b/gu, "$2-$1"],
  [/\bplus\s(\d{1,2})\s?(?:hours?\s)?(gmt|utc)\b/gu, "$2+$1"],
];

/**
 * A word of the language that is not one of English notices too: "EMBARGO: 9:00" may be read by any
 * table, and says nothing of whose habits are meant.
 */
function isOfLanguage(text: string, table: NoticeTable): boolean {
  const [own, english] = [aroundOf(table), aroundOf(ENGLISH)];
  return (text.match(/[\p{L}\p{M}']+/gu) ?? []).some((word) => own.has(word) && !english.has(word));
}

/** "5.00 Uhr" is the morning, where the day is told in 24 hours. */
const SHORT_HOUR = /(?<![\d.:/-])(\d)[:.](\d\d)(?![\d.:/-]|\s?[ap]\.?\s?m\b)/gu;

function inEnglish(text: string, table: NoticeTable): string {
  const hours =
    table.has24Hours && isOfLanguage(text, table) ? text.replace(SHORT_HOUR, "0$1:$2") : text;
  const english = [...table.moments, ...IN_WORDS].reduce(
    (read, [pattern, words]) => read.replace(pattern, words),
    withPlaceClocks(hours),
  );
  return english.replace(/\s+/gu, " ");
}

const MINUTE = 60_000;
const MINUTES_A_DAY = 24 * 60;
const DAY = MINUTES_A_DAY * MINUTE;
/** A date without its year is certain only this near: the two spans leave room for one year. */
const NEAR_PAST = 60 * DAY;
const NEAR_FUTURE = 120 * DAY;
const NEAR_YEARS = 4;

/**
 * The moment from which the terms let copy go, by the latest of their readings; `null` where they
 * leave it open: an unknown word, a weekday that contradicts its date, a date far from `takenIn`
 * without a year.
 *
 * A date without its year is settled by nearness in English copy alone: in other languages that was
 * never tried on enough real copy.
 */
export function instantOfTerms(
  terms: Pick<Terms, "moments" | "foreign">,
  takenIn: Instant,
  language: string,
): Instant | null {
  return lastMoment(terms, takenIn, language)?.instant ?? null;
}

/** A moment, and what the clock that it is told by shows then, as if that were UTC. */
export interface ToldMoment {
  readonly instant: Instant;
  readonly clock: Instant;
}

/** As `instantOfTerms`, with the clock's own time beside it. */
export function lastMoment(
  { moments, foreign }: Pick<Terms, "moments" | "foreign">,
  takenIn: Instant,
  language: string,
): ToldMoment | null {
  if (moments.length === 0 || foreign.length > 0) return null;
  const isOpen = ({ days }: Moment): boolean =>
    days.length === 0 || days.some(({ year }) => year === null);
  if (language !== "en" && moments.some(isOpen)) return null;
  let last: ToldMoment | null = null;
  for (const moment of moments) {
    const instant = latestReading(moment, takenIn);
    if (instant === null) return null;
    if (last !== null && last.instant >= instant) continue;
    last = { instant, clock: instant + lastOffset(moment, new Date(instant)) * MINUTE };
  }
  return last;
}

function latestReading(moment: Moment, takenIn: Instant): Instant | null {
  if (isEitherEnd(moment)) return null;
  const at = (day: Date): Instant =>
    day.getTime() + (latestMinutes(moment) - lastOffset(moment, day)) * MINUTE;
  // "May 9, 2000" is no date of the year 2000.
  const isTime = ({ year }: Day): boolean =>
    year !== null && Math.abs(year - yearOf(takenIn)) > NEAR_YEARS;
  if (moment.yearMayBeTime && moment.days.some(isTime)) return null;
  if (moment.days.length === 0) return onWeekday(moment.weekday, takenIn, at);
  const likely =
    moment.likelyDay === undefined ? null : onDay(moment.likelyDay, moment.weekday, takenIn, at);
  // A habit is no proof that copy is free: of a day that is over, the other reading may be to come.
  if (likely !== null && likely > takenIn) return likely;
  const readings = moment.days.map((day) => onDay(day, moment.weekday, takenIn, at));
  const certain = readings.filter((reading) => reading !== null);
  // "Tuesday 5/12/2026" contradicts one of its readings, and that settles it.
  const isSettled = moment.weekday !== null && moment.days.every(({ year }) => year !== null);
  const latest = certain.length === 0 ? null : Math.max(...certain);
  if (latest === null || certain.length === readings.length) return latest;
  return isSettled && latest > takenIn ? latest : null;
}

/**
 * "Midnight, 9 May" is the start of that day to some desks and its end to others. On a clock that is
 * known the end is a day late at most; on none it may be two, and an editor must say.
 */
function isEitherEnd({ time, offsets }: Moment): boolean {
  return time?.minutes === 0 && time.late === MINUTES_A_DAY && offsets === null;
}

/** The furthest west of the clocks that may be meant. */
function lastOffset({ offsets, winter }: Moment, day: Date): number {
  if (offsets === null) return LAST_OFFSET;
  const isWinter = winter !== null && WINTER.has(day.getUTCMonth() + 1);
  return Math.min(...offsets, ...(isWinter ? [winter] : []));
}

/** Months in which no clock of the north is, or may still be, on summer time all month long. */
const WINTER = new Set([11, 12, 1, 2, 3]);

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

/** A weekday alone is the next one, also where it has only just passed: that is late, and never early. */
function onWeekday(weekday: number | null, takenIn: Instant, at: AtDay): Instant | null {
  if (weekday === null) return null;
  const today = new Date(takenIn);
  const instants = Array.from({ length: 10 }, (_, index) => index - 1)
    .map((days) =>
      calendarDay(today.getUTCFullYear(), {
        month: today.getUTCMonth() + 1,
        day: today.getUTCDate() + days,
      }),
    )
    .filter((date) => date.getUTCDay() === weekday)
    .map(at);
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
