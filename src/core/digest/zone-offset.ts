import type { Instant } from "#core/article/instant.ts";

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** Days kept, so that a long look ahead does not fill the memory. */
const DAYS_KEPT = 4096;

/** The offsets of a UTC day: one, or one until `at` and another from there on. */
interface DayOffsets {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

/**
 * Milliseconds that a zone's clocks are ahead of UTC, at any moment. Asking Intl takes microseconds,
 * so each day is asked for once; clocks do not change twice within a day of UTC.
 *
 * @throws {RangeError} when the zone is not an IANA name that this machine knows
 */
export function zoneOffset(timeZone: string): (instant: Instant) => number {
  const read = offsetReader(timeZone);
  const days = new Map<number, DayOffsets>();
  return (instant) => {
    const number = Math.floor(instant / DAY);
    let day = days.get(number);
    if (day === undefined) {
      if (days.size >= DAYS_KEPT) days.clear();
      day = offsetsOfDay(number * DAY, read);
      days.set(number, day);
    }
    return instant < day.at ? day.before : day.after;
  };
}

/** Finds where the clocks change, by halves. */
function offsetsOfDay(start: Instant, read: (instant: Instant) => number): DayOffsets {
  const before = read(start);
  const after = read(start + DAY);
  if (before === after) return { at: start, before, after };
  let low = start;
  let high = start + DAY;
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / SECOND / 2) * SECOND;
    if (read(middle) === before) low = middle;
    else high = middle;
  }
  return { at: high, before, after };
}

function offsetReader(timeZone: string): (instant: Instant) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const local = Date.UTC(year, month - 1, day, hour, minute, second);
    return local - Math.floor(instant / SECOND) * SECOND;
  };
}
