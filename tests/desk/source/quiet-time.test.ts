import { expect, test } from "vitest";
import { QuietTime } from "#desk/source/quiet-time.ts";
import { type FileState, isSameFile } from "#edge/folder/look.ts";

const SETTLE_MS = 1000;
const SHELF = { seesWriters: true, isSame: isSameFile };

function at(mtimeMs: number, size: number): FileState {
  return { size, mtimeMs, ctimeMs: mtimeMs, dev: 1, ino: 1 };
}

test.each<[string, readonly FileState[], number]>([
  ["seen once: put here whole", [at(0, 900)], SETTLE_MS],
  ["seen twice as it was", [at(0, 900), at(0, 900)], SETTLE_MS],
  ["made empty, and still so", [at(0, 0)], 4 * SETTLE_MS],
  ["made empty and then filled at once", [at(0, 0), at(20, 900)], SETTLE_MS],
  ["grown", [at(0, 300), at(700, 600)], 5 * SETTLE_MS],
  ["written to without growing", [at(0, 300), at(700, 300)], 5 * SETTLE_MS],
  ["grown after four seconds", [at(0, 300), at(4000, 600)], 8000],
  ["grown after four seconds, and after one", [at(0, 3), at(4000, 6), at(5000, 9)], 8000],
  ["grown after an hour", [at(0, 300), at(3_600_000, 600)], 60_000],
  ["cut down by its writer to begin again", [at(0, 300), at(700, 0)], 4 * SETTLE_MS],
])("a file %s waits for %#", (_, looks, needed) => {
  const quiet = new QuietTime(SETTLE_MS, SHELF);
  for (const look of looks) quiet.isAsBefore(look);
  expect(quiet.needed).toBe(needed);
});

test("a file is as before when neither size nor time has changed; permissions do not count", () => {
  const quiet = new QuietTime(SETTLE_MS, SHELF);
  expect(quiet.isAsBefore(at(0, 900))).toBe(false);
  expect(quiet.isAsBefore({ ...at(0, 900), ctimeMs: 50 })).toBe(true);
  expect(quiet.isAsBefore(at(50, 900))).toBe(false);
});

test("a file that was written to while it was read has grown", () => {
  const quiet = new QuietTime(SETTLE_MS, SHELF);
  quiet.isAsBefore(at(0, 900));
  quiet.changed();
  expect(quiet.isAsBefore(at(0, 900))).toBe(false);
  expect(quiet.needed).toBe(5 * SETTLE_MS);
});

test.each([
  [at(0, 900), 1001, true],
  [at(0, 900), 1000, false],
  [at(0, 0), 4001, true],
  [at(0, 0), 4000, false],
  [at(9000, 900), 0, false], // the clock of the share is ahead
])("%j at %d is long quiet: %s", (state, now, expected) => {
  expect(new QuietTime(SETTLE_MS, SHELF).isLongQuiet(state, now)).toBe(expected);
});
