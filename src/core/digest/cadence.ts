import type { Instant } from "#core/article/instant.ts";
import type { Cadence } from "./subscription.ts";
import { type LocalDay, wallClock } from "./wall-clock.ts";

/**
 * How far ahead a slot is looked for: 29 February recurs after eight years at most. A cadence with
 * no slot in that time, such as 30 February, has none.
 */
const HORIZON_DAYS = 8 * 366 + 2;

/**
 * The next slots after a moment, in order; fewer than `count` when the cadence has no more.
 *
 * Day of month and day of week must both match, as node-cron reads them. A slot in an hour that
 * daylight saving leaves out falls on the next minute that exists; one in the hour that comes twice
 * falls on the first.
 */
export function nextSlots(cadence: Cadence, after: Instant, count: number): readonly Instant[] {
  const clock = wallClock(cadence.timeZone);
  const found: Instant[] = [];
  let day = clock.dayOf(after);
  for (let tried = 0; tried < HORIZON_DAYS && found.length < count; tried += 1) {
    found.push(...slotsOfDay(cadence, day, clock.instantOf).filter((slot) => slot > after));
    day = dayBeside(day, 1);
  }
  return found.slice(0, count);
}

/** The latest slot at or before a moment; `null` when the cadence never had one. */
export function latestSlot(cadence: Cadence, now: Instant): Instant | null {
  const clock = wallClock(cadence.timeZone);
  let day = clock.dayOf(now);
  for (let tried = 0; tried < HORIZON_DAYS; tried += 1) {
    const slot = slotsOfDay(cadence, day, clock.instantOf).findLast((at) => at <= now);
    if (slot !== undefined) return slot;
    day = dayBeside(day, -1);
  }
  return null;
}

/**
 * The slot that must be dealt with now: the latest one that has come since `last`, so that slots
 * missed while the bot was down become one edition and not a flood. `null` when none has come.
 */
export function dueSlot(cadence: Cadence, last: Instant, now: Instant): Instant | null {
  const slot = latestSlot(cadence, now);
  return slot !== null && slot > last ? slot : null;
}

function slotsOfDay(
  cadence: Cadence,
  day: LocalDay,
  instantOf: (day: LocalDay, minuteOfDay: number) => Instant,
): readonly Instant[] {
  const weekday = new Date(Date.UTC(day.year, day.month - 1, day.date)).getUTCDay();
  const matches =
    cadence.months.includes(day.month) &&
    cadence.daysOfMonth.includes(day.date) &&
    cadence.daysOfWeek.includes(weekday);
  if (!matches) return [];
  const slots = cadence.hours.flatMap((hour) =>
    cadence.minutes.map((minute) => instantOf(day, hour * 60 + minute)),
  );
  return [...new Set(slots)].sort((a, b) => a - b);
}

function dayBeside({ year, month, date }: LocalDay, days: number): LocalDay {
  const beside = new Date(Date.UTC(year, month - 1, date + days));
  return {
    year: beside.getUTCFullYear(),
    month: beside.getUTCMonth() + 1,
    date: beside.getUTCDate(),
  };
}
