import type { Instant } from "#core/article/instant.ts";
import { wallClock } from "#core/digest/wall-clock.ts";

const UNITS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 60 * 60_000,
  d: 24 * 60 * 60_000,
};

// Reads: 45m · 6h · 2d
const SPAN = /^(?<count>[1-9]\d{0,3}) ?(?<unit>[mhd])$/;

/** Reads a span of time, in milliseconds; `null` for what is none. */
export function readSpan(text: string): number | null {
  const found = SPAN.exec(text.trim())?.groups;
  const unit = UNITS[found?.unit ?? ""];
  return found === undefined || unit === undefined ? null : Number(found.count) * unit;
}

// Reads: 22:00-06:30 · 22:00 – 24:00
const HOURS =
  /^(?<from>(?:[01]\d|2[0-3]):[0-5]\d)\s*[-–]\s*(?<to>(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Reads hours of a day as minutes of it; `null` for what is none, and for hours without a length. */
export function readHours(text: string): { readonly from: number; readonly to: number } | null {
  const found = HOURS.exec(text.trim())?.groups;
  if (found?.from === undefined || found.to === undefined) return null;
  const hours = { from: minuteOf(found.from), to: minuteOf(found.to) };
  return hours.from === hours.to ? null : hours;
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

// Reads: 2026-12-27 · 2026-12-27T08:00 · 2026-12-27 08:00
const MOMENT =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d)(?:[T ](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d))?$/;

/** Reads a date, or a date and a time, by the clocks of a zone; a date alone is its midnight. `null` for what is none. */
export function readMoment(text: string, timeZone: string): Instant | null {
  const found = MOMENT.exec(text.trim())?.groups;
  if (found === undefined) return null;
  const [year = 0, month = 0, date = 0] = [found.year, found.month, found.date].map(Number);
  const day = new Date(Date.UTC(year, month - 1, date));
  if (day.getUTCMonth() !== month - 1 || day.getUTCDate() !== date) return null;
  const minute = Number(found.hour ?? 0) * 60 + Number(found.minute ?? 0);
  return wallClock(timeZone).instantOf({ year, month, date }, minute);
}
