import type { Instant } from "#core/article/instant.ts";
import { type LocalDay, type WallClock, wallClock } from "#core/digest/wall-clock.ts";

/** From where a reader looks back. */
export interface Standpoint {
  readonly now: Instant;
  /** Days begin as its clocks have it. */
  readonly timeZone: string;
}

/** What can be typed for a moment, for the reader whose words were not understood. */
export const MOMENTS = "today, yesterday, 12h, 3d, 2w, monday, 8 May, 2026-05-08";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LENGTHS: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
// Whole or as papers shorten them: Marna and the mayor are no months.
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

// Reads: 3d · 12 hours · 2 weeks ago · last 3 days · an hour ago · the last two weeks · past day
const STRETCH =
  /^(?:the )?(?:last |past )?(?:(?<count>\d{1,4}) ?|(?<word>an?|one|two|three|four|five|six|seven|ten) |(?<=last |past ))(?<unit>h|d|w)(?:(?:ou)?rs?|ays?|(?:ee)?ks?)?(?: ago)?$/u;
const COUNTS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10 },
};
// Reads: 2026-05-08 · 2026-05-08T10:30 · 2026-05-08 10:30
const ISO =
  /^(?<year>\d{4})-(?<number>\d{1,2})-(?<date>\d{1,2})(?:[t ](?<hour>\d{1,2}):(?<minute>\d{2}))?$/u;
// Reads: 8 May · 8th of May 2026
const DAY_FIRST = new RegExp(
  `^(?<date>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (?<year>\\d{4}))?$`,
  "u",
);
// Reads: May 8 · May 8, 2026
const MONTH_FIRST = new RegExp(
  `^${MONTH} (?<date>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?$`,
  "u",
);
// Reads: May · May 2026
const MONTH_ALONE = new RegExp(`^${MONTH}(?: (?<year>\\d{4}))?$`, "u");
const TODAY: ReadonlySet<string> = new Set([
  ...["today", "tonight", "this morning", "this afternoon", "this evening"],
]);
const YESTERDAY: ReadonlySet<string> = new Set([
  ...["yesterday", "last night", "yesterday morning", "yesterday evening"],
]);
const WEEKDAY =
  /^(?:last |on )?(?<day>sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|rs|rsday|urday)?$/u;

/**
 * Reads since when: the first moment of a day, or so long ago; a date without a year is the last one.
 * @returns `null` for what cannot be read, or is no date
 */
export function readSince(text: string, { now, timeZone }: Standpoint): Instant | null {
  const typed = text.trim().toLowerCase().replace(/\s+/gu, " ").slice(0, 40);
  const clock = wallClock(timeZone);
  return stretch(typed, now) ?? named(typed, now, clock) ?? dated(typed, now, clock);
}

function stretch(typed: string, now: Instant): Instant | null {
  // "last week" is the one before this.
  if (typed === "last week") return null;
  const { count, word = "", unit = "" } = STRETCH.exec(typed)?.groups ?? {};
  const length = LENGTHS[unit];
  if (length === undefined) return null;
  return now - (count === undefined ? (COUNTS[word] ?? 1) : Number(count)) * length;
}

function named(typed: string, now: Instant, clock: WallClock): Instant | null {
  const today = clock.dayOf(now);
  const back = (days: number) => clock.instantOf(daysBefore(today, days), 0);
  if (TODAY.has(typed)) return back(0);
  if (YESTERDAY.has(typed)) return back(1);
  const { year, month } = today;
  if (typed === "this month") return clock.instantOf({ year, month, date: 1 }, 0);
  if (typed === "last month") {
    const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
    return clock.instantOf({ ...before, date: 1 }, 0);
  }
  if (typed === "this year") return clock.instantOf({ year, month: 1, date: 1 }, 0);
  if (typed === "last year") return clock.instantOf({ year: year - 1, month: 1, date: 1 }, 0);
  const weekday = weekdayOf(today);
  if (typed === "this week") return back((weekday + 6) % 7);
  if (typed === "last week") return back(((weekday + 6) % 7) + 7);
  const wanted = WEEKDAYS.indexOf(WEEKDAY.exec(typed)?.groups?.day ?? "");
  // "since Friday", said on a Friday, is a week ago.
  return wanted < 0 ? null : back(((weekday - wanted + 6) % 7) + 1);
}

function dated(typed: string, now: Instant, clock: WallClock): Instant | null {
  const iso = ISO.exec(typed)?.groups;
  if (iso !== undefined) {
    const minute = Number(iso.hour ?? 0) * 60 + Number(iso.minute ?? 0);
    const day = dayOf(Number(iso.year), Number(iso.number), Number(iso.date));
    return day === null || minute >= 24 * 60 ? null : clock.instantOf(day, minute);
  }
  const found = (DAY_FIRST.exec(typed) ?? MONTH_FIRST.exec(typed) ?? MONTH_ALONE.exec(typed))
    ?.groups;
  if (found === undefined) return null;
  const month = MONTHS.indexOf((found.month ?? "").slice(0, 3)) + 1;
  const date = Number(found.date ?? 1);
  const at = (year: number) => {
    const day = dayOf(year, month, date);
    return day === null ? null : clock.instantOf(day, 0);
  };
  if (found.year !== undefined) return at(Number(found.year));
  const { year } = clock.dayOf(now);
  // 29 February was last in a leap year.
  const years = Array.from({ length: 9 }, (_, ago) => at(year - ago));
  return years.find((one) => one !== null && one <= now) ?? null;
}

/** `null` for a day that no calendar has: 31 June. */
function dayOf(year: number, month: number, date: number): LocalDay | null {
  const moment = new Date(Date.UTC(year, month - 1, date));
  const isDay = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return isDay ? { year, month, date } : null;
}

function daysBefore({ year, month, date }: LocalDay, days: number): LocalDay {
  const moment = new Date(Date.UTC(year, month - 1, date - days));
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    date: moment.getUTCDate(),
  };
}

function weekdayOf({ year, month, date }: LocalDay): number {
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}

/** Says whether words have the form of a moment, whatever day it is. */
export function isMoment(text: string): boolean {
  return readSince(text, { now: Date.UTC(2028, 11, 31), timeZone: "UTC" }) !== null;
}
