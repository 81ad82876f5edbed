import type { LocalDay } from "#core/digest/wall-clock.ts";

/** Days from the first one up to one that is not of it. */
export interface Days {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** The days of a month, which may be beyond the year. */
export function monthOf(year: number, month: number): Days {
  return { from: newDay(year, month, 1), to: newDay(year, month + 1, 1) };
}

/** One day; `null` for one that no calendar has. */
export function dayAlone(year: number, month: number, date: number): Days | null {
  const from = dayOf(year, month, date);
  return from === null ? null : { from, to: newDay(year, month, date + 1) };
}

/** `null` for a day that no calendar has: 31 June. */
export function dayOf(year: number, month: number, date: number): LocalDay | null {
  const day = newDay(year, month, date);
  return day.month === month && day.date === date ? day : null;
}

/** A day by a month and a date that may be beyond the year, or the month. */
export function newDay(year: number, month: number, date: number): LocalDay {
  const moment = new Date(Date.UTC(year, month - 1, date));
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    date: moment.getUTCDate(),
  };
}

/** How many days the month of a day has. */
export function daysIn({ year, month }: LocalDay): number {
  return newDay(year, month + 1, 0).date;
}

/** 0 for Sunday. */
export function weekdayOf({ year, month, date }: LocalDay): number {
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}
