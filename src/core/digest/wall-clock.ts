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
  /** Every moment at which they show it, in order: two in an hour that comes twice, none in one left out. */
  showings(wanted: number): readonly Instant[];
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
  /** By the offsets before and after a change of the clocks; both are the same where there is none. */
  const readings = (wanted: number): readonly [early: Instant, late: Instant] => {
    const [before, after] = [offsetAt(wanted - DAY), offsetAt(wanted + DAY)];
    return [wanted - Math.max(before, after), wanted - Math.min(before, after)];
  };
  const firstShowing = (wanted: number) => {
    const [early, late] = readings(wanted);
    if (shown(early) === wanted) return early;
    return shown(late) === wanted ? late : firstShownAfter(wanted, early, late, shown);
  };
  return {
    shown,
    firstShowing,
    showings: (wanted) => [
      ...new Set(readings(wanted).filter((instant) => shown(instant) === wanted)),
    ],
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
