import type { Instant } from "#core/article/instant.ts";
import { type Moment, readMoments } from "#core/article/moment.ts";
import type { Day } from "#core/article/moment-token.ts";
import { LAST_OFFSET } from "#core/article/zone.ts";
import { ENGLISH } from "./english.ts";
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
  const { moments, words } = readMoments(inEnglish(text, table));
  const around = aroundOf(table);
  // "UNTIL 27 NOVEMBER 2026?" asks.
  const asks = /\d\s*\?/u.test(text) ? ["?"] : [];
  const foreign = [...words.filter((word) => !around.has(word)), ...asks];
  const hasDay = moments.some(isDated);
  return {
    moments,
    foreign,
    isUnclear:
      foreign.length > 0 && foreign.every((word) => /\d/u.test(word) || RELATIVE.has(word)),
    hasDay,
    isPrecise: moments.some((moment) => isDated(moment) && moment.time !== null),
  };
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
  [/\b(?:and|or) (?:thereafter|later|onwards?|after)\b/gu, " "],
  [/\bprior to\b|\bbefore (?:then|this time|that time|that)\b/gu, " "],
  [/\b(?:us|u\.s\.?)\s(?=(?:eastern|central|mountain|pacific|east|west|[ecmp][sd]?t)\b)/gu, ""],
  [/\b(?:christmas|new year's|boxing|easter) (?:day|eve)\b/gu, " "],
  [/(?<![\d.:])(\d)h(\d\d)\b/gu, "0$1:$2"],
  [/(?<![\d.:])(\d\d)h(\d\d)\b/gu, "$1:$2"],
  [/\b(?:one|a|1) minutes? (?:past|after) midnight\b/gu, "00:01"],
  [/\b(?:five|5) minutes? (?:past|after) midnight\b/gu, "00:05"],
  // A town says which clock is meant: without a zone that is known, the last on Earth is read.
  [
    /\b(?:canberra|adelaide|brisbane|perth|wellington|auckland|manila|jakarta|bangkok|cairo|lagos|accra|dakar|luanda|rabat|johannesburg|vienna|zurich|bern|lisbon|warsaw|prague|budapest|toronto|ottawa|chicago|denver|los angeles|mexico city|bogota|lima|santiago|sao paulo) time\b/gu,
    "",
  ],
  [/\b(gmt|utc)\s(?:minus|less)\s(\d)/gu, "$1-$2"],
  [/\b(gmt|utc)\splus\s(\d{1,2})(?!\d?\s?(?:hours?|hrs?|h)\b)/gu, "$1+$2"],
  // A clock in two halves goes with American dates.
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})(?=[^\n]*(?:\d\s?[ap]\.?m\b|\b[ecmp][sd]?t\b))/gu, "$1/$2/$3"],
  [/\bminus\s(\d{1,2})\s?(?:hours?\s)?(gmt|utc)\b/gu, "$2-$1"],
  [/\bplus\s(\d{1,2})\s?(?:hours?\s)?(gmt|utc)\b/gu, "$2+$1"],
];

function inEnglish(text: string, table: NoticeTable): string {
  const english = [...table.moments, ...IN_WORDS].reduce(
    (read, [pattern, words]) => read.replace(pattern, words),
    text,
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
  const at = (day: Date): Instant =>
    day.getTime() + (latestMinutes(moment) - lastOffset(moment, day)) * MINUTE;
  // "May 9, 2000" is no date of the year 2000.
  const isTime = ({ year }: Day): boolean =>
    year !== null && Math.abs(year - yearOf(takenIn)) > NEAR_YEARS;
  if (moment.yearMayBeTime && moment.days.some(isTime)) return null;
  if (moment.days.length === 0) return onWeekday(moment.weekday, takenIn, at);
  const readings = moment.days.map((day) => onDay(day, moment.weekday, takenIn, at));
  const certain = readings.filter((reading) => reading !== null);
  return certain.length < readings.length ? null : Math.max(...certain);
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
