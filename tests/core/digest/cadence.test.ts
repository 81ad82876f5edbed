import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueSlot, latestSlot, nextSlots } from "#core/digest/cadence.ts";
import { createClocks } from "#core/digest/wall-clock.ts";
import { at, cadence, iso, quietHours } from "./samples.ts";

describe("the next slots", () => {
  test.each([
    ["0 8 * * *", "UTC", "2026-05-08T07:59Z", ["2026-05-08T08:00", "2026-05-09T08:00"]],
    // A slot is after the moment, never at it.
    ["0 8 * * *", "UTC", "2026-05-08T08:00Z", ["2026-05-09T08:00", "2026-05-10T08:00"]],
    ["0 8 * * 1-5", "Asia/Karachi", "2026-05-08T04:00Z", ["2026-05-11T03:00", "2026-05-12T03:00"]],
    // Sunday is 0 and 7.
    [
      "30 22 * * 7",
      "America/New_York",
      "2026-05-08T00:00Z",
      ["2026-05-11T02:30", "2026-05-18T02:30"],
    ],
    // Both days must match: Friday the 13th.
    ["0 0 13 * 5", "UTC", "2026-01-01T00:00Z", ["2026-02-13T00:00", "2026-03-13T00:00"]],
    ["0 0 29 2 *", "UTC", "2026-01-01T00:00Z", ["2028-02-29T00:00", "2032-02-29T00:00"]],
  ])("of %s in %s after %s", (cron, zone, after, expected) => {
    expect(nextSlots(cadence(cron, zone), at(after), 2).map(iso)).toEqual(expected);
  });
});

describe("daylight saving", () => {
  test.each([
    // 01:30 does not exist in London on 29 March 2026: the next minute that does is 02:00 BST.
    ["30 1 * * *", "Europe/London", "2026-03-28T12:00Z", ["2026-03-29T01:00", "2026-03-30T00:30"]],
    // 01:30 comes twice on 25 October 2026: the first is BST.
    ["30 1 * * *", "Europe/London", "2026-10-24T12:00Z", ["2026-10-25T00:30", "2026-10-26T01:30"]],
    [
      "30 2 * * *",
      "America/New_York",
      "2026-03-07T12:00Z",
      ["2026-03-08T07:00", "2026-03-09T06:30"],
    ],
    // Lord Howe moves its clocks by half an hour: 02:15 does not exist on 4 October 2026.
    [
      "15 2 * * *",
      "Australia/Lord_Howe",
      "2026-10-03T00:00Z",
      ["2026-10-03T15:30", "2026-10-04T15:15"],
    ],
    // Samoa left out the whole of 30 December 2011.
    ["0 9 * * *", "Pacific/Apia", "2011-12-29T12:00Z", ["2011-12-29T19:00", "2011-12-30T10:00"]],
  ])("%s in %s", (cron, zone, after, expected) => {
    expect(nextSlots(cadence(cron, zone), at(after), 2).map(iso)).toEqual(expected);
  });

  // Brussels shows 02:00 to 03:00 twice on 25 October 2026, and never on 29 March.
  test.each([
    ["*/30 * * * *", "2026-10-24T23:59Z", "00:00 00:30 01:00 01:30 02:00 02:30"],
    ["0 * * * *", "2026-10-24T23:59Z", "00:00 01:00 02:00"],
    ["0,30 * * * *", "2026-10-24T23:59Z", "00:00 00:30 01:00 01:30 02:00 02:30"],
    ["*/30 2 * * *", "2026-10-24T23:59Z", "00:00 00:30 01:00 01:30"],
    ["20 1-3 * * *", "2026-10-24T23:59Z", "00:20 01:20 02:20"],
    ["0 */2 * * *", "2026-10-24T23:59Z", "00:00 01:00"],
    // Named times, in however long a list, come once.
    ["0,30 2 * * *", "2026-10-24T23:59Z", "00:00 00:30"],
    ["30 1,2,3 * * *", "2026-10-24T23:59Z", "00:30 02:30"],
    ["*/30 * * * *", "2026-03-29T00:00Z", "00:30 01:00 01:30 02:00 02:30"],
    ["15 * * * *", "2026-03-29T00:00Z", "00:15 01:15 02:15"],
    // Nothing else comes within the hour: it is made up for.
    ["*/30 2 * * *", "2026-03-29T00:00Z", "01:00"],
    ["15 */2 * * *", "2026-03-29T00:00Z", "01:00 02:15"],
    ["15 1,2,3 * * *", "2026-03-29T00:00Z", "00:15 01:00 01:15"],
  ])("%s in Brussels after %s", (cron, after, expected) => {
    const slots = nextSlots(cadence(cron, "Europe/Brussels"), at(after), 9);
    const early = slots.filter((slot) => slot < at(after) + 3 * 3_600_000);
    expect(early.map((slot) => iso(slot).slice(11)).join(" ")).toBe(expected);
  });

  test.each([
    "Europe/London",
    "America/New_York",
    "Asia/Karachi",
    "Australia/Lord_Howe",
    "Pacific/Apia",
  ])("a daily slot comes once a day for a year in %s", (zone) => {
    const year = nextSlots(cadence("30 2 * * *", zone), at("2026-01-01T12:00Z"), 365);
    expect(new Set(year).size).toBe(365);
    const gaps = year.slice(1).map((slot, index) => slot - (year[index] ?? 0));
    const hour = 3_600_000;
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(23 * hour);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(25 * hour);
  });
});

test("the latest slot is the last of the next ones, looked at from behind", () => {
  const daily = cadence("0 8,13,18 * * 1-5", "Europe/London");
  const now = at("2026-11-22T23:00Z"); // a Sunday
  expect(iso(latestSlot(daily, now) ?? 0)).toBe("2026-11-20T18:00");
  expect(nextSlots(daily, at("2026-11-20T17:59Z"), 1)).toEqual([latestSlot(daily, now)]);
});

test.each([
  ["2026-05-08T07:00Z", "2026-05-08T07:59Z", null],
  ["2026-05-08T07:00Z", "2026-05-08T08:00Z", "2026-05-08T08:00"],
  // A fortnight of missed slots is one late edition.
  ["2026-05-08T08:00Z", "2026-05-22T09:00Z", "2026-05-22T08:00"],
  ["2026-05-08T08:00Z", "2026-05-08T08:00Z", null],
])("after the slot of %s, at %s, %s is due", (last, now, expected) => {
  const due = dueSlot(cadence("0 8 * * *", "UTC"), at(last), at(now));
  expect(due === null ? null : iso(due)).toBe(expected);
});

test("clocks that go back over midnight do not bring a slot back, nor lose it", () => {
  // St John's went from 00:01 on 7 November 2010 back to 23:01 on the day before.
  const midnight = cadence("0 0 * * *", "America/St_Johns");
  const again = at("2010-11-07T03:00Z");
  expect(iso(latestSlot(midnight, again) ?? 0)).toBe("2010-11-07T02:30");
  expect(nextSlots(midnight, again, 1).map(iso)).toEqual(["2010-11-08T03:30"]);
  const evening = cadence("30 23 * * *", "America/St_Johns");
  expect(nextSlots(evening, at("2010-11-07T02:45Z"), 1).map(iso)).toEqual(["2010-11-08T03:00"]);
});

test("between a moment and its next slot there is none, whatever the lines, zones and quiet hours", () => {
  const clocks = createClocks();
  const zone = fc.constantFrom(
    "Europe/London",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Tehran",
  );
  const cron = fc
    .tuple(
      fc.constantFrom("0", "*/20", "17", "5,59"),
      fc.constantFrom("*", "1-3", "0,23", "8"),
      fc.constantFrom("*", "1,15,31"),
      fc.constantFrom("*", "1-5", "0,6"),
    )
    .map(([minute, hour, date, weekday]) => `${minute} ${hour} ${date} * ${weekday}`);
  const quiet = fc.array(
    fc
      .tuple(fc.nat(23), fc.integer({ min: 1, max: 20 }), zone, fc.subarray([0, 1, 3, 5, 6]))
      .map(([from, hours, where, days]) => quietHours(from, (from + hours) % 24, where, { days })),
    { maxLength: 2 },
  );
  const moment = fc.integer({
    min: at("2010-01-01T00:00Z") / 60_000,
    max: at("2030-01-01T00:00Z") / 60_000,
  });
  fc.assert(
    fc.property(
      fc.array(cron, { minLength: 1, maxLength: 3 }),
      zone,
      quiet,
      moment,
      (crons, where, hushes, minute) => {
        const now = minute * 60_000;
        const of = cadence(crons, where, { quiet: hushes });
        const [next = Number.NaN, later = Number.NaN] = nextSlots(of, now, 2, clocks);
        expect(next).toBeGreaterThan(now);
        expect(later).toBeGreaterThan(next);
        expect(latestSlot(of, next, clocks)).toBe(next);
        expect(latestSlot(of, later - 1, clocks)).toBe(next);
        expect(latestSlot(of, next - 1, clocks) ?? 0).toBeLessThanOrEqual(now);
        expect(dueSlot(of, now, next, clocks)).toBe(next);
        expect(dueSlot(of, now, next - 1, clocks)).toBeNull();
      },
    ),
    { numRuns: 300 },
  );
});
