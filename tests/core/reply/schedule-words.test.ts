import { expect, test } from "vitest";
import { readSchedule } from "#core/reply/schedule-words.ts";
import { readUntil } from "#core/reply/until.ts";

test.each([
  ["08:00", ["0 8 * * *"]],
  ["8.30", ["30 8 * * *"]],
  ["08:00, 13:00 and 18:30", ["0 8,13 * * *", "30 18 * * *"]],
  ["08:00 08:00", ["0 8 * * *"]],
  ["weekdays at 07:30", ["30 7 * * 1-5"]],
  ["Mon-Fri 07:30", ["30 7 * * 1-5"]],
  ["09:00 on weekends", ["0 9 * * 0,6"]],
  ["every day 06:45", ["45 6 * * *"]],
  ["0 8 * * 1-5", ["0 8 * * 1-5"]],
  ["0 8 * * *; 30 12 * * 1", ["0 8 * * *", "30 12 * * 1"]],
  ["whenever", ["whenever"]],
  ["", []],
])("a schedule is read as people write it: %s", (text, lines) => {
  expect(readSchedule(text)).toEqual(lines);
});

const FRIDAY = { now: Date.parse("2026-05-08T06:20Z"), timeZone: "Europe/London" };

test.each([
  ["3d", "2026-05-11T06:20Z"],
  ["in 12 hours", "2026-05-08T18:20Z"],
  ["2 weeks", "2026-05-22T06:20Z"],
  ["tomorrow", "2026-05-08T23:00Z"],
  ["monday", "2026-05-10T23:00Z"],
  ["friday", "2026-05-14T23:00Z"], // the next one, not today
  ["2026-05-11", "2026-05-10T23:00Z"],
  ["2026-05-11 10:30", "2026-05-11T09:30Z"],
  ["12 May", "2026-05-11T23:00Z"],
  ["1 May", "2027-04-30T23:00Z"], // that of this year is past
])("a moment to come is read in the newsroom's zone: %s", (text, expected) => {
  expect(readUntil(text, FRIDAY)).toBe(Date.parse(expected));
});

test.each(["", "soon", "99999d", "32 May"])("what is no moment is none: “%s”", (text) => {
  expect(readUntil(text, FRIDAY)).toBeNull();
});
