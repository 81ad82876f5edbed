import { expect, test } from "vitest";
import { readHours, readMoment, readSpan } from "#edge/config/time.ts";

test.each([
  ["45m", 45 * 60_000],
  ["6h", 6 * 3_600_000],
  ["2 d", 2 * 86_400_000],
  ["0h", null],
  ["6", null],
  ["6hours", null],
  ["1h30m", null],
])("the span %s", (text, expected) => expect(readSpan(text)).toBe(expected));

test.each([
  ["22:00-06:30", { from: 1320, to: 390 }],
  ["00:00 – 24:00", { from: 0, to: 1440 }],
  ["24:00-06:00", null],
  ["08:00-08:00", null],
  ["8:00-09:00", null],
])("the hours %s", (text, expected) => expect(readHours(text)).toEqual(expected));

test.each([
  ["2026-12-27", "2026-12-27T05:00:00.000Z"],
  ["2026-07-01 08:30", "2026-07-01T12:30:00.000Z"],
  ["2026-02-29", null],
  ["2026-12-27T24:00", null],
  ["27.12.2026", null],
])("the date %s in New York", (text, expected) => {
  const moment = readMoment(text, "America/New_York");
  expect(moment === null ? null : new Date(moment).toISOString()).toBe(expected);
});
