import type { Instant } from "#core/article/instant.ts";
import { type DateForm, formatDate } from "#core/message/date-form.ts";
import { timeOfDay } from "#core/message/say.ts";
import { CLOCKS, isRecurring, readStretch, type Standpoint, type Stretch } from "./stretch.ts";

/** A time that is looked at: from its first moment up to one that is not of it; `null`: no such end. */
export interface Period {
  readonly since: Instant | null;
  readonly until: Instant | null;
}

export type PeriodReading =
  | { readonly ok: true; readonly period: Period }
  /** What cannot be read of it, as it was typed. */
  | { readonly ok: false; readonly typed: string };

// Reads: before 5 March: without that day
const BEFORE = /^before (?<what>.+)$/iu;
// Reads: 2026-05-08 · 8 May 2026 · in 2025
const SAYS_ITS_YEAR = /(?:^|\D)(?:19|20)\d{2}(?:\D|$)/u;

/**
 * Reads the ends of a time, each as it was typed; the days that are named are of it. Of two dates without a year both
 * are the last ones; one with a year says which the other one is.
 */
export function readPeriod(
  options: Readonly<Record<string, string | undefined>>,
  here: Standpoint,
): PeriodReading {
  const [since, until] = [options.since?.trim() ?? "", options.until?.trim() ?? ""];
  const before = BEFORE.exec(until)?.groups?.what;
  const last = before ?? until;
  const [begins, ends] = [
    since === "" ? null : readStretch(since, here),
    last === "" ? null : readStretch(last, here),
  ];
  if (since !== "" && begins === null) return { ok: false, typed: since };
  if (last !== "" && ends === null) return { ok: false, typed: until };
  const [first, end] =
    begins === null || ends === null ? [begins, ends] : together(since, begins, last, ends, here);
  const behind = before === undefined ? end?.until : end?.since;
  return { ok: true, period: { since: first?.since ?? null, until: behind ?? null } };
}

/** 20 December to 5 January: the December before that January; 1 March 2025 to 5 April: of the same year. */
function together(
  since: string,
  begins: Stretch,
  until: string,
  ends: Stretch,
  here: Standpoint,
): readonly [Stretch, Stretch] {
  if (isRecurring(since)) {
    return [readStretch(since, here, { before: ends.until }) ?? begins, ends];
  }
  if (!isRecurring(until)) return [begins, ends];
  const isEarly = SAYS_ITS_YEAR.test(since) || ends.until <= begins.since;
  return [begins, isEarly ? (readStretch(until, here, { after: begins.since }) ?? ends) : ends];
}

/** Why nothing can be of a time: it begins when it is over, or is still to come; `null`: something may be. */
export function cannotBe({ since, until }: Period, now: Instant): "empty" | "future" | null {
  if (since !== null && until !== null && until <= since) return "empty";
  return since !== null && since > now ? "future" : null;
}

/** The same in words. */
export const CANNOT_BE = {
  empty: "The end of that time comes before its beginning.",
  future: "That time is still to come.",
} as const;

const LONG_DAY: DateForm = {
  name: "day-of-long-year",
  options: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
};
const DAY = 86_400_000;

/**
 * A time in words, always with its year: `since Friday 8 May 2026`, `on 8 May 2026`, `in May 2026`,
 * `from 1 to 5 March 2026`, `up to 5 March 2026`.
 *
 * @returns `null` for any time
 */
export function sayPeriod({ since, until }: Period, { timeZone }: Standpoint): string | null {
  const clock = CLOCKS(timeZone);
  const isMidnight = (at: Instant) => clock.instantOf(clock.dayOf(at), 0) === at;
  const moment = (at: Instant) => `${longDay(at, timeZone)}, ${timeOfDay(at, timeZone)}`;
  if (since === null && until === null) return null;
  if (until === null && since !== null)
    return `since ${isMidnight(since) ? longDay(since, timeZone) : moment(since)}`;
  if (until === null) return null;
  if (since === null)
    return isMidnight(until) ? `up to ${longDay(until - 1, timeZone)}` : `before ${moment(until)}`;
  if (until <= since || !isMidnight(since) || !isMidnight(until))
    return `from ${moment(since)} to ${moment(until)}`;
  return sayDays(clock.shown(since), clock.shown(until - 1));
}

function longDay(at: Instant, timeZone: string): string {
  return formatDate(LONG_DAY, at, timeZone).replace(",", "");
}

/** From the first day to the last, as clocks of UTC show them. */
function sayDays(first: number, last: number): string {
  const [from, to] = [new Date(first), new Date(last)];
  const say = (at: Date, options: Intl.DateTimeFormatOptions) =>
    formatDate({ name: Object.keys(options).join("-"), options }, at.getTime(), "UTC");
  const [day, month, year] = [{ day: "numeric" }, { month: "long" }, { year: "numeric" }] as const;
  const whole = `${say(to, { ...day, ...month, ...year })}`;
  const isSameYear = from.getUTCFullYear() === to.getUTCFullYear();
  const isSameMonth = isSameYear && from.getUTCMonth() === to.getUTCMonth();
  const isWhole = from.getUTCDate() === 1 && new Date(last + 1).getUTCDate() === 1;
  if (isWhole && isSameMonth) return `in ${say(to, { ...month, ...year })}`;
  if (isWhole && isSameYear && from.getUTCMonth() === 0 && to.getUTCMonth() === 11)
    return `in ${say(to, year)}`;
  if (last - first < DAY) return `on ${whole}`;
  if (isSameMonth) return `from ${say(from, day)} to ${whole}`;
  return `from ${say(from, isSameYear ? { ...day, ...month } : { ...day, ...month, ...year })} to ${whole}`;
}
