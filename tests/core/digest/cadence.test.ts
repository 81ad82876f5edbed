import { describe, expect, test } from "vitest";
import { dueSlot, latestSlot, nextSlots } from "#core/digest/cadence.ts";
import type { Cadence } from "#core/digest/subscription.ts";
import { readCron } from "#edge/config/cron.ts";

function cadence(cron: string, timeZone: string): Cadence {
  const reading = readCron(cron, timeZone);
  if (!reading.ok) throw new TypeError(reading.says);
  return reading.cadence;
}

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);

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
