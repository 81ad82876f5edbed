import type { Instant } from "#core/article/instant.ts";
import { wallClock } from "#core/digest/wall-clock.ts";
import { readSince } from "./since.ts";
import type { Standpoint } from "./stretch.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LENGTHS: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY };
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

// Reads: 3d · in 12 hours · 2 weeks
const STRETCH = /^(?:in |for )?(?<count>\d{1,4}) ?(?<unit>h|d|w)(?:(?:ou)?rs?|ays?|(?:ee)?ks?)?$/u;
// Reads: monday · next Monday · tue
const WEEKDAY = /^(?:next |on )?(?<day>sun|mon|tue|wed|thu|fri|sat)[a-z]*$/u;
// Reads: 8 May · May 8
const NO_YEAR =
  /^(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)$/u;

/**
 * Reads until when: so long from now, the beginning of a day to come, or a date, which without a year
 * is the next one.
 *
 * @returns `null` for what cannot be read; the moment may be past
 */
export function readUntil(text: string, standpoint: Standpoint): Instant | null {
  const { now, timeZone } = standpoint;
  const typed = text.trim().toLowerCase().replace(/\s+/gu, " ").slice(0, 40);
  const { count, unit = "" } = STRETCH.exec(typed)?.groups ?? {};
  if (count !== undefined) return now + Number(count) * (LENGTHS[unit] ?? 0);
  const clock = wallClock(timeZone);
  const ahead = daysAhead(typed, clock.dayOf(now));
  if (ahead !== null) {
    const { year, month, date } = clock.dayOf(now);
    const day = new Date(Date.UTC(year, month - 1, date + ahead));
    return clock.instantOf(
      { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate() },
      0,
    );
  }
  if (!NO_YEAR.test(typed)) return readSince(typed, standpoint);
  const { year } = clock.dayOf(now);
  const own = readSince(`${typed} ${year}`, standpoint);
  return own !== null && own <= now ? readSince(`${typed} ${year + 1}`, standpoint) : own;
}

/** Days from today to the day that is named; `null` where none is. */
function daysAhead(
  typed: string,
  { year, month, date }: { year: number; month: number; date: number },
): number | null {
  if (typed === "tomorrow") return 1;
  const wanted = WEEKDAYS.indexOf(WEEKDAY.exec(typed)?.groups?.day ?? "");
  if (wanted < 0) return null;
  const today = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  return ((wanted - today + 6) % 7) + 1;
}
