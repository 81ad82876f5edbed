import type { Instant } from "#core/article/instant.ts";
import { wallClock } from "#core/digest/wall-clock.ts";

// Reads: 18:00 · 2026-05-08 · 2026-05-08T18:00 · 2026-05-08 18:00 · 2026-05-08T18:00Z · 2026-05-08T18:00+05:00
const TIME =
  /^(?:(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d))?(?:(?:^|[T ])(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::[0-5]\d)?)?(?<zone>Z|[+-]\d\d:?\d\d)?$/;

/**
 * Reads a moment as people type it; without a zone it is what the clocks of `timeZone` show, and
 * without a date it is today there. `null` for what is no moment.
 */
export function readTime(text: string, timeZone: string, now: Instant): Instant | null {
  const found = TIME.exec(text.trim())?.groups;
  if (found === undefined || text.trim() === "") return null;
  if (found.zone !== undefined) {
    const exact = Date.parse(text.trim().replace(" ", "T"));
    return Number.isNaN(exact) || found.year === undefined ? null : exact;
  }
  const clock = wallClock(timeZone);
  const { year, month, date, hour = "0", minute = "0" } = found;
  const day =
    year === undefined
      ? clock.dayOf(now)
      : { year: Number(year), month: Number(month), date: Number(date) };
  if (!isDay(day)) return null;
  return clock.instantOf(day, Number(hour) * 60 + Number(minute));
}

function isDay({ year, month, date }: { year: number; month: number; date: number }): boolean {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}
