import type { Instant } from "#core/article/instant.ts";
import { createClocks, type LocalDay, type WallClock } from "#core/digest/wall-clock.ts";
import { type Days, dayAlone, dayOf, daysIn, monthOf, newDay, weekdayOf } from "./calendar.ts";
import { COUNT, calendarWords, countOf, MONTH, monthNumber, pattern } from "./date-words.ts";

/** From where a reader looks back. */
export interface Standpoint {
  readonly now: Instant;
  /** Days begin as its clocks have it. */
  readonly timeZone: string;
}

/**
 * Of every few words of a question is asked whether they are a time. What is kept only saves making it again, so it is no state.
 */
export const CLOCKS = createClocks();

/** A stretch of time that words name: a day, a week, a month; a moment where both are the same. */
export interface Stretch {
  readonly since: Instant;
  /** The first moment behind it. */
  readonly until: Instant;
}

/**
 * What a date without a year, or a day of the week, is meant beside: the first of that name that ends `after` a moment,
 * or the last one that begins `before` it. Where nothing is said it is the last one that has begun.
 */
export type Beside = { readonly after: Instant } | { readonly before: Instant };

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
// Reads: 3d · 12 hours · 2 weeks ago · last 3 days · an hour ago · the last two weeks · past day · 6 months ago
const LENGTH = pattern(
  `(?:the )?(?:last |past )?(?:${COUNT}|(?<=last |past ))(?:(?<unit>h|d|w)(?:(?:ou)?rs?|ays?|(?:ee)?ks?)?|(?<long>month|year)s?)(?: ago)?`,
);
// Reads: 2026-05-08 · 2026-05-08T10:30 · 2026-05-08 10:30
const ISO = pattern(
  "(?<year>\\d{4})-(?<number>\\d{1,2})-(?<date>\\d{1,2})(?:[t ](?<hour>\\d{1,2}):(?<minute>\\d{2}))?",
);
const WHOLE_YEAR = pattern("(?<year>(?:19|20)\\d{2})");
const DAY_NAME = "(?<day>sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|rs|rsday|urday)?";
const WEEKDAY = pattern(`(?:last )?${DAY_NAME}`);
// Reads: this Monday · this April: of this week, of this year
const THIS = pattern(`this (?:${MONTH}|${DAY_NAME})`);
const TODAY = pattern("today|tonight|this (?:morning|afternoon|evening)");
const YESTERDAY = pattern("yesterday(?: (?:morning|afternoon|evening))?");

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LENGTHS: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY };

/**
 * Reads a stretch of time as people name it.
 * @returns `null` for what cannot be read, or is no date
 */
export function readStretch(text: string, here: Standpoint, beside?: Beside): Stretch | null {
  const typed = text.trim().toLowerCase().replace(/\s+/gu, " ").slice(0, 40);
  if (typed === "now") return { since: here.now, until: here.now };
  const clock = CLOCKS(here.timeZone);
  const today = clock.dayOf(here.now);
  const fixed = ago(typed, here.now, clock) ?? timeOfIso(typed, clock);
  if (fixed !== null) return fixed;
  const stretch = ({ from, to }: Days) => ({
    since: clock.instantOf(from, 0),
    until: clock.instantOf(to, 0),
  });
  const days = named(typed, today) ?? dated(typed);
  if (days !== null)
    return typed === "last night" ? { ...stretch(days), until: here.now } : stretch(days);
  const dates = yearly(typed, today);
  // "since Friday", said on a Friday, is a week ago.
  const latest = dates === null ? clock.instantOf(today, 0) : here.now + 1;
  const all = dates ?? weekly(typed, today) ?? [];
  const found =
    beside !== undefined && "after" in beside
      ? all.findLast((one) => stretch(one).until > beside.after)
      : all.find((one) => stretch(one).since < (beside?.before ?? latest));
  return found === undefined ? null : stretch(found);
}

/** Whether what words name comes again and again, so that which one is meant must be found out. */
export function isRecurring(text: string): boolean {
  const typed = text.trim().toLowerCase().replace(/\s+/gu, " ");
  const today = { year: 2028, month: 12, date: 31 };
  const isFixed = named(typed, today) ?? dated(typed);
  return isFixed === null && (yearly(typed, today) ?? weekly(typed, today)) !== null;
}

function ago(typed: string, now: Instant, clock: WallClock): Stretch | null {
  // "last week" is the one before this, as "last month" is.
  if (/^last (?:week|month|year)$/u.test(typed)) return null;
  const found = LENGTH.exec(typed)?.groups;
  if (found === undefined) return null;
  const { unit, long } = found;
  const number = countOf(found);
  const { year, month, date } = clock.dayOf(now);
  const back = (months: number) => {
    const first = newDay(year, month - months, 1);
    return { ...first, date: Math.min(date, daysIn(first)) };
  };
  const since =
    unit === undefined
      ? clock.instantOf(back(long === "year" ? 12 * number : number), 0)
      : now - number * (LENGTHS[unit] ?? 0);
  return { since, until: since };
}

/** A date with a time of day is a moment. */
function timeOfIso(typed: string, clock: WallClock): Stretch | null {
  const { year, number, date, hour, minute } = ISO.exec(typed)?.groups ?? {};
  if (hour === undefined) return null;
  const of = Number(hour) * 60 + Number(minute);
  const day = dayOf(Number(year), Number(number), Number(date));
  if (day === null || of >= 24 * 60) return null;
  const since = clock.instantOf(day, of);
  return { since, until: since };
}

/** Days that are counted from today. */
function named(typed: string, today: LocalDay): Days | null {
  const { year, month, date } = today;
  const of = (back: number, length = 1): Days => ({
    from: newDay(year, month, date - back),
    to: newDay(year, month, date - back + length),
  });
  if (TODAY.test(typed)) return of(0);
  if (YESTERDAY.test(typed) || typed === "last night") return of(1);
  if (/^(?:the )?day before yesterday$/u.test(typed)) return of(2);
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  const own = THIS.exec(typed)?.groups;
  if (own?.month !== undefined) return monthOf(year, monthNumber(own.month));
  if (own?.day !== undefined) return of(sinceMonday - ((WEEKDAYS.indexOf(own.day) + 6) % 7));
  switch (typed) {
    case "this week":
      return of(sinceMonday, 7);
    case "last week":
      return of(sinceMonday + 7, 7);
    case "last weekend":
      return of(sinceMonday + 2, 2);
    case "weekend":
    case "the weekend":
      return of((weekdayOf(today) + 1) % 7, 2);
    case "this month":
      return monthOf(year, month);
    case "last month":
      return monthOf(year, month - 1);
    case "this year":
      return { from: newDay(year, 1, 1), to: newDay(year + 1, 1, 1) };
    case "last year":
      return { from: newDay(year - 1, 1, 1), to: newDay(year, 1, 1) };
    default:
      return null;
  }
}

/** Dates that say their year. */
function dated(typed: string): Days | null {
  const iso = ISO.exec(typed)?.groups;
  if (iso?.hour !== undefined) return null;
  if (iso !== undefined) return dayAlone(Number(iso.year), Number(iso.number), Number(iso.date));
  const whole = WHOLE_YEAR.exec(typed)?.groups?.year;
  if (whole !== undefined)
    return { from: newDay(Number(whole), 1, 1), to: newDay(Number(whole) + 1, 1, 1) };
  const { of, year } = calendarWords(typed) ?? {};
  return of === undefined || year === null || year === undefined ? null : of(year);
}

/** Dates that say no year: of each year, the latest first. */
function yearly(typed: string, { year }: LocalDay): readonly Days[] | null {
  const found = calendarWords(typed);
  if (found === null || found.year !== null) return null;
  // 29 February was last in a leap year.
  const years = Array.from({ length: 12 }, (_, ago) => year + 2 - ago);
  const days = years.flatMap((one) => found.of(one) ?? []);
  return days.length === 0 ? null : days;
}

/** Days of the week: of each week, the latest first, from today or one of the next six days. */
function weekly(typed: string, today: LocalDay): readonly Days[] | null {
  const wanted = WEEKDAYS.indexOf(WEEKDAY.exec(typed)?.groups?.day ?? "");
  if (wanted < 0) return null;
  const back = ((weekdayOf(today) - wanted + 6) % 7) + 1;
  const { year, month, date } = today;
  return Array.from({ length: 60 }, (_, weeks) => {
    const of = date - back + 7 * (1 - weeks);
    return { from: newDay(year, month, of), to: newDay(year, month, of + 1) };
  });
}
