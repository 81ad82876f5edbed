import type { Instant } from "#core/article/instant.ts";
import type { Clocks } from "./wall-clock.ts";

/** Hours in which nobody wants to hear anything. */
export interface Quiet {
  /** Minute of the day at which they begin, 0 to 1,439. */
  readonly from: number;
  /** Minute of the day at which they are over, 0 to 1,440; at or before `from`: of the day after. */
  readonly to: number;
  /** The weekdays on which they begin: 0 (Sunday) to 6. */
  readonly days: readonly number[];
  /** An IANA name: `Europe/London`. */
  readonly timeZone: string;
  /** What becomes of items that go at once: they go all the same, without a sound, or they wait. */
  readonly urgent: "pass" | "wait";
}

/** The quiet hours around a moment. */
export interface Hush {
  /** The first moment at which it is no longer quiet. */
  readonly until: Instant;
  readonly urgent: "pass" | "wait";
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Longest that quiet hours are followed, in days: they recur by the week, so that what is not over
 * after eight days never is.
 */
export const QUIET_DAYS = 8;

/** The quiet hours at a moment; those that follow on without a gap count as one. `null` where it is not quiet. */
export function quietAt(quiet: readonly Quiet[], at: Instant, clocks: Clocks): Hush | null {
  const around = quiet.filter((one) => endOf(one, at, clocks) !== null);
  if (around.length === 0) return null;
  const urgent = around.some((one) => one.urgent === "wait") ? "wait" : "pass";
  return { until: endOfAll(quiet, at, clocks), urgent };
}

/** Whether quiet hours leave no minute of the week. */
export function isNeverOver(quiet: readonly Quiet[], clocks: Clocks, from: Instant): boolean {
  return endOfAll(quiet, from, clocks) - from > QUIET_DAYS * DAY;
}

function endOfAll(quiet: readonly Quiet[], at: Instant, clocks: Clocks): Instant {
  let end = at;
  while (end - at <= QUIET_DAYS * DAY) {
    const ends = quiet.map((one) => endOf(one, end, clocks)).filter((one) => one !== null);
    if (ends.length === 0) return end;
    end = Math.max(...ends);
  }
  return end;
}

/** When one of them is over that has begun at or before `at`; `null` where none is on. */
function endOf(quiet: Quiet, at: Instant, clocks: Clocks): Instant | null {
  const clock = clocks(quiet.timeZone);
  const today = Math.floor(clock.shown(at) / DAY);
  const length = quiet.to > quiet.from ? quiet.to - quiet.from : quiet.to - quiet.from + 24 * 60;
  for (const day of [today - 1, today]) {
    if (!quiet.days.includes(new Date(day * DAY).getUTCDay())) continue;
    const begin = day * DAY + quiet.from * MINUTE;
    const end = clock.firstShowing(begin + length * MINUTE);
    if (at < end && clock.firstShowing(begin) <= at) return end;
  }
  return null;
}
