import type { Instant } from "#core/article/instant.ts";
import type { WallClock } from "./wall-clock.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Minutes of a day and days on which a slot falls: a cron line, read. Every list is in order. */
export interface CronLine {
  /** The line as written, for people. */
  readonly cron: string;
  /** What its editions are called: `Morning`; `null` for no name. */
  readonly name: string | null;
  /** 0 to 59. */
  readonly minutes: readonly number[];
  /** 0 to 23. */
  readonly hours: readonly number[];
  /** 1 to 31. */
  readonly daysOfMonth: readonly number[];
  /** 1 to 12. */
  readonly months: readonly number[];
  /** 0 (Sunday) to 6. */
  readonly daysOfWeek: readonly number[];
  /** An IANA name: `Europe/London`. */
  readonly timeZone: string;
  /** Most briefs of its editions, 1 to 50; `null`: as many as the channel has. */
  readonly most: number | null;
}

/**
 * How far ahead a slot is looked for: 29 February recurs after eight years at most. A line with no
 * slot in that time, such as 30 February, has none.
 */
const HORIZON_DAYS = 8 * 366 + 2;

/** Clocks that go back at midnight show a day, the next one, and the first again. */
const DAYS_BESIDE = 1;

/** Where a slot really falls: later than its line says, where it may not be kept; never earlier for a later slot. */
export type Move = (slot: Instant) => Instant;

/**
 * The next slots of a line after a moment, moved, in order and each once. `before` days are looked at
 * ahead of that moment's own, for slots that are moved past it.
 */
export function nextOfLine(
  line: CronLine,
  clock: WallClock,
  { after, count, before, move }: { after: Instant; count: number; before: number; move: Move },
): readonly Instant[] {
  const found = new Set<Instant>();
  let day = dayShown(clock, after) - before - DAYS_BESIDE;
  for (let tried = 0; tried < HORIZON_DAYS && found.size < count; tried += 1) {
    const slots = slotsOfDay(line, day, clock);
    for (
      let index = upTo(slots, after, move);
      index < slots.count && found.size < count;
      index += 1
    ) {
      found.add(move(slots.at(index)));
    }
    day += 1;
  }
  return [...found];
}

/** The latest slot of a line that, moved, is at or before a moment; as moved. `null` for none. */
export function latestOfLine(
  line: CronLine,
  clock: WallClock,
  now: Instant,
  move: Move,
): Instant | null {
  let day = dayShown(clock, now) + DAYS_BESIDE;
  for (let tried = 0; tried < HORIZON_DAYS; tried += 1) {
    const slot = latestOfDay(slotsOfDay(line, day, clock), now, move);
    if (slot !== null) return slot;
    day -= 1;
  }
  return null;
}

/** The slots of one day, each read only when it is asked for: a line may have 1,440 a day. */
interface DaySlots {
  readonly count: number;
  at(index: number): Instant;
}

/** Days are counted from 1 January 1970 on the calendar of the line. */
function slotsOfDay(line: CronLine, day: number, clock: WallClock): DaySlots {
  const { hours, minutes } = line;
  if (isInterval(line) && fallsOn(line, day) && isUneven(day, clock)) {
    const slots = slotsOfUnevenDay(line, day, clock);
    return { count: slots.length, at: (index) => slots[index] ?? 0 };
  }
  return {
    count: fallsOn(line, day) ? hours.length * minutes.length : 0,
    at(index) {
      const hour = hours[Math.floor(index / minutes.length)] ?? 0;
      const minute = minutes[index % minutes.length] ?? 0;
      return clock.firstShowing(day * DAY + (hour * 60 + minute) * MINUTE);
    },
  };
}

/**
 * An interval goes on with the time, whatever the clocks show: its minute or its hour is written with
 * `*`, a step or a range. Any other line names times of the day: numbers, or lists of them.
 */
function isInterval({ cron }: CronLine): boolean {
  const [minute = "", hour = ""] = cron.trim().split(/\s+/);
  return /[*/-]/.test(minute + hour);
}

/** Whether the clocks change on a day: it does not have 24 hours then. */
function isUneven(day: number, clock: WallClock): boolean {
  return clock.firstShowing((day + 1) * DAY) - clock.firstShowing(day * DAY) !== DAY;
}

/**
 * An interval has its slots in both hours where one comes twice. A slot that is left out falls on the
 * next minute that exists, unless the interval goes on by itself within the hour after that.
 */
function slotsOfUnevenDay(
  { hours, minutes }: CronLine,
  day: number,
  clock: WallClock,
): readonly Instant[] {
  const shown = hours.flatMap((hour) =>
    minutes.map((minute) => day * DAY + (hour * 60 + minute) * MINUTE),
  );
  const slots = shown.flatMap((wanted) => clock.showings(wanted));
  const goesOn = (from: Instant) => slots.some((slot) => slot >= from && slot < from + 60 * MINUTE);
  const left = shown.filter((wanted) => clock.showings(wanted).length === 0);
  const moved = left.map((wanted) => clock.firstShowing(wanted)).filter((from) => !goesOn(from));
  return [...new Set([...slots, ...moved])].sort((a, b) => a - b);
}

/** Both days must match, as node-cron reads them. */
function fallsOn({ months, daysOfMonth, daysOfWeek }: CronLine, day: number): boolean {
  const date = new Date(day * DAY);
  return (
    daysOfWeek.includes(date.getUTCDay()) &&
    daysOfMonth.includes(date.getUTCDate()) &&
    months.includes(date.getUTCMonth() + 1)
  );
}

function dayShown(clock: WallClock, instant: Instant): number {
  return Math.floor(clock.shown(instant) / DAY);
}

function latestOfDay(slots: DaySlots, now: Instant, move: Move): Instant | null {
  const come = upTo(slots, now, move);
  return come === 0 ? null : move(slots.at(come - 1));
}

/**
 * How many slots of a day have come by a moment. Later minutes of a day never come earlier, not even where the
 * clocks change: so it is found by halves.
 */
function upTo(slots: DaySlots, moment: Instant, move: Move): number {
  let low = 0;
  let high = slots.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (move(slots.at(middle)) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
