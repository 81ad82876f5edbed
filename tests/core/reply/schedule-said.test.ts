import fc from "fast-check";
import { expect, test } from "vitest";
import { sayLines } from "#core/reply/schedule-said.ts";
import { readSchedule, SCHEDULES } from "#core/reply/schedule-words.ts";

test.each([
  [["0 8 * * *"], "08:00"],
  [["0 8,13 * * *", "30 18 * * *"], "08:00, 13:00, 18:30"],
  [["0 8 * * 1-5"], "weekdays at 08:00"],
  [["0 8 * * 1-5", "0 10 * * 6"], "weekdays at 08:00; saturdays at 10:00"],
  [["30 8 * * 1,4"], "mondays, thursdays at 08:30"],
  [["0 8-18/2 * * *"], "every 2 hours from 8 to 18"],
  [["0 9-17 * * 1-5"], "weekdays, every hour from 9 to 17"],
  [["*/30 * * * *"], "every 30 minutes"],
  // No words say these: they stay what they are.
  [["0 8 1 * *"], "0 8 1 * *"],
  [["5,10 8 * * *"], "5,10 8 * * *"],
  [["0 8 * * mon-fri"], "0 8 * * mon-fri"],
  [["0 8 * * *", "0 8 * * *"], "0 8 * * *; 0 8 * * *"],
])("the schedule %j is said as %j", (lines, said) => {
  expect(sayLines(lines)).toBe(said);
});

test("what is said is read as the very same lines", () => {
  for (const words of SCHEDULES) {
    const reading = readSchedule(words);
    if (!reading.ok) throw new RangeError(words);
    const again = readSchedule(sayLines(reading.lines));
    expect(again.ok && again.lines.toSorted()).toEqual(reading.lines.toSorted());
  }
  const field = fc.constantFrom("0", "30", "*/15", "*", "8", "8,13", "8-18", "8-18/2", "*/2");
  const days = fc.constantFrom("*", "1-5", "0,6", "1,4", "7", "2-3");
  const line = fc
    .tuple(field, field, days)
    .map(([minute, hour, on]) => `${minute} ${hour} * * ${on}`);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const again = readSchedule(sayLines(lines));
      expect(again.ok && [...new Set(again.lines)].toSorted()).toEqual(
        [...new Set(lines)].toSorted(),
      );
    }),
  );
});
