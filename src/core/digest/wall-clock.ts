import type { Instant } from "#core/article/instant.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A date on the calendar of some time zone. */
export interface LocalDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly date: number;
}

/** Reads the clocks of one time zone. */
export interface WallClock {
  dayOf(instant: Instant): LocalDay;
  /**
   * The first moment at which the clocks show a minute of a day; where daylight saving leaves that
   * minute out, the next one that they show.
   */
  instantOf(day: LocalDay, minuteOfDay: number): Instant;
}

/** @throws {RangeError} when the zone is not an IANA name that this machine knows */
export function wallClock(timeZone: string): WallClock {
  const offsetAt = offsetReader(timeZone);
  const shown = (instant: Instant) => instant + offsetAt(instant);
  return {
    dayOf(instant) {
      const local = new Date(shown(instant));
      return {
        year: local.getUTCFullYear(),
        month: local.getUTCMonth() + 1,
        date: local.getUTCDate(),
      };
    },
    instantOf({ year, month, date }, minuteOfDay) {
      const wanted = Date.UTC(year, month - 1, date) + minuteOfDay * MINUTE;
      const before = offsetAt(wanted - DAY);
      const after = offsetAt(wanted + DAY);
      const exact = [wanted - before, wanted - after].filter((at) => shown(at) === wanted);
      return exact.length > 0 ? Math.min(...exact) : firstShownAfter(wanted, before, after, shown);
    },
  };
}

/** The clocks jump over `wanted`: finds the jump, which lies between its two readings, by halves. */
function firstShownAfter(
  wanted: number,
  before: number,
  after: number,
  shown: (instant: Instant) => number,
): Instant {
  let low = wanted - Math.max(before, after);
  let high = wanted - Math.min(before, after);
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / MINUTE / 2) * MINUTE;
    if (shown(middle) > wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** Milliseconds that the zone's clocks are ahead of UTC. */
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
    return local - Math.floor(instant / 1000) * 1000;
  };
}
