import type { Instant } from "#core/article/instant.ts";
import { zoneOffset } from "./zone-offset.ts";

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
  /** What the clocks show at a moment, as if they stood in UTC: in milliseconds. */
  shown(instant: Instant): number;
  /**
   * The first moment at which the clocks show what `shown` gives; where daylight saving leaves that
   * minute out, the next one that they show.
   */
  firstShowing(wanted: number): Instant;
  dayOf(instant: Instant): LocalDay;
  /** `firstShowing` a minute of a day. */
  instantOf(day: LocalDay, minuteOfDay: number): Instant;
}

/** Gives the clocks of a time zone, the same ones each time, so that what they know is read once. */
export type Clocks = (timeZone: string) => WallClock;

/** Whoever asks often keeps what this gives: reading a zone's rules is what takes the time. */
export function createClocks(): Clocks {
  const known = new Map<string, WallClock>();
  return (timeZone) => {
    const clock = known.get(timeZone) ?? wallClock(timeZone);
    known.set(timeZone, clock);
    return clock;
  };
}

/** @throws {RangeError} when the zone is not an IANA name that this machine knows */
export function wallClock(timeZone: string): WallClock {
  const offsetAt = zoneOffset(timeZone);
  const shown = (instant: Instant) => instant + offsetAt(instant);
  const firstShowing = (wanted: number) => {
    const before = offsetAt(wanted - DAY);
    const after = offsetAt(wanted + DAY);
    const early = wanted - Math.max(before, after);
    if (shown(early) === wanted) return early;
    const late = wanted - Math.min(before, after);
    return shown(late) === wanted ? late : firstShownAfter(wanted, early, late, shown);
  };
  return {
    shown,
    firstShowing,
    dayOf(instant) {
      const local = new Date(shown(instant));
      return {
        year: local.getUTCFullYear(),
        month: local.getUTCMonth() + 1,
        date: local.getUTCDate(),
      };
    },
    instantOf({ year, month, date }, minuteOfDay) {
      return firstShowing(Date.UTC(year, month - 1, date) + minuteOfDay * MINUTE);
    },
  };
}

/** The clocks jump over `wanted`: finds the jump, which lies between its two readings, by halves. */
function firstShownAfter(
  wanted: number,
  early: Instant,
  late: Instant,
  shown: (instant: Instant) => number,
): Instant {
  let low = early;
  let high = late;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / MINUTE / 2) * MINUTE;
    if (shown(middle) > wanted) high = middle;
    else low = middle;
  }
  return high;
}
