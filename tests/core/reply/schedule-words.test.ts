import { expect, test } from "vitest";
import { readSchedule, SCHEDULES } from "#core/reply/schedule-words.ts";
import { readUntil } from "#core/reply/until.ts";

test.each([
  ["08:00", ["0 8 * * *"]],
  ["8.30", ["30 8 * * *"]],
  ["08:00, 13:00 and 18:30", ["0 8,13 * * *", "30 18 * * *"]],
  ["08:00 08:00", ["0 8 * * *"]],
  ["weekdays at 07:30", ["30 7 * * 1-5"]],
  ["Mon-Fri 07:30", ["30 7 * * 1-5"]],
  ["monday to friday at 7.30", ["30 7 * * 1-5"]],
  ["friday to sunday 10:00", ["0 10 * * 0,5,6"]],
  ["09:00 on weekends", ["0 9 * * 0,6"]],
  ["every day 06:45", ["45 6 * * *"]],
  ["every day at 7", ["0 7 * * *"]],
  ["half past seven", ["30 7 * * *"]],
  ["half past seven in the evening", ["30 19 * * *"]],
  ["quarter to 8 pm", ["45 19 * * *"]],
  ["ten past nine", ["10 9 * * *"]],
  ["quarter to 0", ["45 23 * * *"]],
  ["Weekdays at noon", ["0 12 * * 1-5"]],
  ["noon and midnight", ["0 12,0 * * *"]],
  ["12 am, 12 pm", ["0 0,12 * * *"]],
  ["7am and 7:30 p.m.", ["0 7 * * *", "30 19 * * *"]],
  ["0730", ["30 7 * * *"]],
  ["18h30", ["30 18 * * *"]],
  ["seven o'clock", ["0 7 * * *"]],
  ["mondays and thursdays 8:30", ["30 8 * * 1,4"]],
  ["every tuesday at 9", ["0 9 * * 2"]],
  ["at 9 on Tue, Wed and Sat", ["0 9 * * 2,3,6"]],
  ["weekdays 8:00, saturdays 10:00", ["0 8 * * 1-5", "0 10 * * 6"]],
  ["8:00 weekdays; 10:00 and 18:00 weekends", ["0 8 * * 1-5", "0 10,18 * * 0,6"]],
  ["every 2 hours", ["0 */2 * * *"]],
  ["every two hours on weekdays", ["0 */2 * * 1-5"]],
  ["every 2 hours from 8 to 18", ["0 8-18/2 * * *"]],
  ["hourly", ["0 * * * *"]],
  ["every hour between 9 and 17 on weekdays", ["0 9-17 * * 1-5"]],
  ["every half hour", ["*/30 * * * *"]],
  ["every 15 minutes", ["*/15 * * * *"]],
  ["0 8 * * 1-5", ["0 8 * * 1-5"]],
  ["0 8 * * *; 30 12 * * 1", ["0 8 * * *", "30 12 * * 1"]],
  ["*/30 8-18 * * mon-fri", ["*/30 8-18 * * mon-fri"]],
  ["0 99 * * *", ["0 99 * * *"]], // the rules of cron lines refuse it
])("a schedule is read as people write it: %s", (text, lines) => {
  expect(readSchedule(text)).toEqual({ ok: true, lines });
});

test.each([
  ["whenever", "“whenever” is no day and no time of day"],
  ["25:99", "“25:99” is no day and no time of day"],
  ["8:60", "“8:60” is no day and no time of day"],
  ["13 pm", "“13 pm” is no day and no time of day"],
  ["0 am", "“0 am” is no day and no time of day"],
  ["first monday at 8", "“first” is no day and no time of day"],
  ["half seven", "“half” is no day and no time of day"], // 7:30 to some, 6:30 to others
  ["", "it says no time of day"],
  ["daily", "it says no time of day"],
  ["weekdays 8:00, saturdays", "it says no time of day"],
  ["from 8 to 18", "it says no time of day"],
  ["8:00 from 8 to 18", "it says no time of day"],
  ["from 18 to 8 every hour", "“from 18 to 8” is no day and no time of day"],
  ["every 5 hours", "every 300 minutes is no even part of an hour or of a day"],
  ["every 90 minutes", "every 90 minutes is no even part of an hour or of a day"],
  ["in 2 hours", "“in” is no day and no time of day"],
])("a schedule that cannot be read says why: “%s”", (text, says) => {
  expect(readSchedule(text)).toEqual({ ok: false, says });
});

test("every example of a schedule can be read", () => {
  for (const example of SCHEDULES) expect(readSchedule(example).ok).toBe(true);
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
