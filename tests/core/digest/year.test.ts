import { describe, expect, test } from "vitest";
import { type Cadence, dueSlot, nextSlots } from "#core/digest/cadence.ts";
import type { CronLine } from "#core/digest/cron-line.ts";
import { createClocks } from "#core/digest/wall-clock.ts";
import { at, cadence, iso, line, quietHours } from "./samples.ts";

const MINUTE = 60_000;

/**
 * The slots of a span, found by watching a clock on the wall minute by minute: a slot comes when the
 * clock first shows its minute, or first shows a later one. An interval also comes when its minute is
 * shown once more, and is not made up for where it comes by itself within the hour. Only `Intl` is believed.
 */
function watched({ lines }: Cadence, from: number, to: number): readonly number[] {
  const slots = new Set<number>();
  for (const one of lines) {
    const read = wallReader(one.timeZone);
    const isInterval = !NAMED_TIMES.includes(one.cron);
    const comesSoon = (now: number) =>
      Array.from({ length: 60 }, (_, minute) => read(now + minute * MINUTE)).some((shown) =>
        matches(one, new Date(shown)),
      );
    let highest = read(from - MINUTE);
    for (let now = from; now < to; now += MINUTE) {
      const shown = read(now);
      if (isInterval && matches(one, new Date(shown))) slots.add(now);
      for (let minute = highest + MINUTE; minute <= shown; minute += MINUTE) {
        if (!matches(one, new Date(minute))) continue;
        if (minute === shown || !isInterval || !comesSoon(now)) slots.add(now);
      }
      highest = Math.max(highest, shown);
    }
  }
  return [...slots].sort((a, b) => a - b);
}

function matches(one: CronLine, shown: Date): boolean {
  return (
    one.minutes.includes(shown.getUTCMinutes()) &&
    one.hours.includes(shown.getUTCHours()) &&
    one.daysOfWeek.includes(shown.getUTCDay()) &&
    one.daysOfMonth.includes(shown.getUTCDate()) &&
    one.months.includes(shown.getUTCMonth() + 1)
  );
}

/** What the clocks show, as if it were UTC. Clocks change at quarters of an hour, so each is asked once. */
function wallReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  const quarter = 15 * MINUTE;
  let known = { start: Number.NaN, shown: 0 };
  return (instant) => {
    const start = Math.floor(instant / quarter) * quarter;
    if (known.start !== start) {
      known = { start, shown: Date.parse(`${format.format(start).replace(" ", "T")}Z`) };
    }
    return known.shown + instant - start;
  };
}

/** Asks every minute what is due, as the bot does. */
function driven(of: Cadence, from: number, to: number): readonly number[] {
  const clocks = createClocks();
  const made: number[] = [];
  let last = from - MINUTE;
  for (let now = from; now < to; now += MINUTE) {
    const slot = dueSlot(of, last, now, clocks);
    if (slot === null) continue;
    made.push(slot);
    last = slot;
    if (slot !== now) throw new RangeError(`${iso(slot)} was due only at ${iso(now)}`);
  }
  return made;
}

const NAMED_TIMES: readonly string[] = ["0,15,30 0,1,2,3 * * *", "30 2,23 * * 1-5"];
const LINES = [...NAMED_TIMES, "*/20 * * * *", "25 1-3 * * *", "50 */2 * * *", "7-9 2 * * 0"];

/** Up to a hundred thousand minutes are asked one by one: a slow machine may take its time. */
const PATIENCE = { timeout: 60_000 };

describe.each([
  // The weeks in which the clocks change: the other ones are alike.
  ["Europe/London", "2026-03-10T00:00Z", 40],
  ["Europe/London", "2026-10-05T00:00Z", 40],
  ["America/New_York", "2026-02-20T00:00Z", 30],
  ["America/New_York", "2026-10-20T00:00Z", 30],
  ["Asia/Karachi", "2026-01-01T00:00Z", 10],
  // Half an hour of daylight saving.
  ["Australia/Lord_Howe", "2026-03-25T00:00Z", 30],
  ["Australia/Lord_Howe", "2026-09-25T00:00Z", 30],
  // Samoa still had daylight saving, and left out the whole of 30 December.
  ["Pacific/Apia", "2011-03-20T00:00Z", 30],
  ["Pacific/Apia", "2011-09-15T00:00Z", 30],
  ["Pacific/Apia", "2011-12-15T00:00Z", 30],
])("in %s from %s, %i days long", (zone, begin, days) => {
  const from = at(begin);
  const to = from + days * 24 * 60 * MINUTE;
  const of = cadence(LINES, zone);
  const expected = watched(of, from, to);

  test(
    "has each slot once, at the minute at which the clocks on the wall show it",
    PATIENCE,
    () => {
      expect(expected.length).toBeGreaterThan((days - 2) * 12);
      expect(driven(of, from, to).map(iso)).toEqual(expected.map(iso));
    },
  );

  test("is foretold", () => {
    expect(nextSlots(of, from - MINUTE, expected.length).map(iso)).toEqual(expected.map(iso));
  });
});

test(
  "lines in two zones, with quiet hours, have each slot once, while their clocks change",
  PATIENCE,
  () => {
    const from = at("2026-02-20T00:00Z");
    const to = from + 60 * 24 * 60 * MINUTE;
    const plain: Cadence = {
      ...cadence([], "Europe/London"),
      lines: [line("0 */3 * * *", "Europe/London"), line("30 7 * * *", "America/New_York")],
    };
    const quiet = [quietHours(22, 6.5, "Europe/London")];
    const read = wallReader("Europe/London");
    const isQuiet = (instant: number) => {
      const shown = new Date(read(instant));
      const minute = shown.getUTCHours() * 60 + shown.getUTCMinutes();
      return minute >= 22 * 60 || minute < 6.5 * 60;
    };
    const expected = new Set<number>();
    for (const slot of watched(plain, from, to)) {
      let moved = slot;
      while (isQuiet(moved)) moved += MINUTE;
      if (moved < to) expected.add(moved);
    }
    const of = { ...plain, quiet };
    expect(driven(of, from, to).map(iso)).toEqual([...expected].map(iso));
    expect(nextSlots(of, from - MINUTE, expected.size).map(iso)).toEqual([...expected].map(iso));
  },
);
