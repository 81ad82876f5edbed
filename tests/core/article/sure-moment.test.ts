import { expect, test } from "vitest";
import { believe, type Reading, type Started, sureMoment } from "#core/article/sure-moment.ts";

const [SECOND, HOUR, DAY] = [1_000, 3_600_000, 86_400_000];
const NINE = Date.parse("2026-05-08T09:00Z");

/** Each look: how far the clock goes on, and for how long the machine ran meanwhile. */
type Looks = readonly (readonly [shown: number, ran: number])[];

/** What has come for sure at the last look, in milliseconds from the first one, at nine. */
function sureAfter(ran: number, looks: Looks): number {
  let reading: Reading = { shown: NINE, ran };
  let started: Started = believe(null, reading);
  for (const [shown, more] of looks) {
    reading = { shown: reading.shown + shown, ran: reading.ran + more };
    started = believe(started, reading);
  }
  return sureMoment(started, reading) - NINE;
}

test.each<[string, Looks, number]>([
  ["time that passes", [[HOUR, HOUR]], HOUR],
  ["a night's sleep, which the machine counts", [[8 * HOUR, 8 * HOUR]], 8 * HOUR],
  ["a correction of seconds", [[4 * SECOND, SECOND]], 4 * SECOND],
  ["a jump of a minute", [[60 * SECOND, SECOND]], SECOND],
  [
    "a jump of a day, an hour ago",
    [
      [DAY, SECOND],
      [HOUR, HOUR],
    ],
    HOUR + SECOND,
  ],
  [
    "a jump of a day and back",
    [
      [DAY, SECOND],
      [-DAY, SECOND],
    ],
    0,
  ],
  ["a step back of ten minutes", [[-600 * SECOND, SECOND]], -600 * SECOND],
  [
    "a step back of a day, and right again",
    [
      [-DAY, SECOND],
      [DAY + HOUR, HOUR],
    ],
    HOUR,
  ],
  [
    "a step back of a day, and too far ahead",
    [
      [-DAY, SECOND],
      [2 * DAY, SECOND],
    ],
    2 * SECOND,
  ],
])("after %s so much has come for sure", (_, looks, expected) => {
  expect(sureAfter(10 * DAY, looks)).toBe(expected);
});

test("a machine that was just started is put right by any step", () => {
  expect(sureAfter(30 * SECOND, [[400 * DAY, SECOND]])).toBe(400 * DAY);
  expect(sureAfter(16 * 60 * SECOND, [[400 * DAY, SECOND]])).toBe(SECOND);
});
