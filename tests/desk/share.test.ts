import { expect, test } from "vitest";
import {
  BEGINS_AFTER,
  DUTIES,
  type Duty,
  LEFT_TO_AFTER,
  type OnDuty,
  shareOf,
  WHOLE,
} from "#desk/share.ts";

const OLD = 60_000;

function at(token: number, age = OLD, duties: readonly Duty[] = DUTIES): OnDuty {
  return { token, owner: `process ${token}`, duties, age };
}

const PATHS = Array.from({ length: 500 }, (_, index) => `wire/report-${index}.txt`);
const PLACES = Array.from({ length: 90 }, (_, index) => {
  return { platform: "slack", address: `C${1_000 + index}` } as const;
});
type Placed = (typeof PLACES)[number];
const byAddress = (a: Placed, b: Placed) => a.address.localeCompare(b.address);
const filesOf = (own: number, all: readonly OnDuty[]) => {
  const { hasFile } = shareOf({ own, all });
  return PATHS.filter(hasFile);
};

test("whoever is alone has all of it, from the first moment on", () => {
  for (const share of [WHOLE, shareOf({ own: 7, all: [at(7, 0)] })]) {
    expect(DUTIES.every((duty) => share.has(duty) && share.leads(duty))).toBe(true);
    expect(PATHS.every(share.hasFile)).toBe(true);
    expect(PLACES.every(share.hasPlace)).toBe(true);
    expect(share.others).toEqual([]);
  }
});

test("each file and each place is one process's", () => {
  const all = [at(2), at(5), at(9)];
  const files = all.map(({ token }) => filesOf(token, all));
  expect(files.flat().toSorted()).toEqual(PATHS.toSorted());
  const places = all.map(({ token }) => PLACES.filter(shareOf({ own: token, all }).hasPlace));
  expect(places.flat().toSorted(byAddress)).toEqual(PLACES);
  expect(Math.min(...places.map(({ length }) => length))).toBeGreaterThan(PLACES.length / 6);
});

test.each<[string, readonly OnDuty[], number | null]>([
  ["the one that has been at work longest", [at(5), at(2), at(9)], 2],
  ["one that was started for it, however new", [at(2, OLD, ["editions"]), at(5, 0)], 5],
  ["no newcomer beside it", [at(2), at(5, 0)], 2],
  ["nobody where nobody was started for it", [at(2, OLD, ["editions", "front"])], null],
])("one process posts, whatever the place: %s", (_, all, poster) => {
  const posting = all.filter(({ token }) => shareOf({ own: token, all }).leads("delivery"));
  expect(posting.map(({ token }) => token)).toEqual(poster === null ? [] : [poster]);
});

test("the one that has been at work longest leads", () => {
  const all = [at(5), at(2), at(9)];
  expect(all.map(({ token }) => shareOf({ own: token, all }).leads("front"))).toEqual([
    false,
    true,
    false,
  ]);
});

test("what a process was not started for is not its own, and falls to the others", () => {
  const all = [at(2, OLD, ["intake"]), at(5, OLD, ["editions", "delivery", "front"])];
  expect([filesOf(2, all).length, filesOf(5, all).length]).toEqual([PATHS.length, 0]);
  const [reads, posts] = all.map(({ token }) => shareOf({ own: token, all }));
  expect([reads?.leads("editions"), posts?.leads("editions")]).toEqual([false, true]);
  expect([reads?.leads("delivery"), posts?.leads("delivery")]).toEqual([false, true]);
});

test("a newcomer begins only after the others have left off: at no moment is a place two processes'", () => {
  const own = (token: number, age: number) => new Set(filesOf(token, [at(2), at(5, age)]));
  // Each knows the ages of the moment at which it heard of them last.
  for (let heard = 0; heard < 2 * BEGINS_AFTER; heard += 500)
    for (let later = heard; later <= heard + 2_000; later += 500) {
      const [before, after] = [own(2, heard), own(5, later)];
      expect([heard, later, before.intersection(after).size]).toEqual([heard, later, 0]);
    }
  expect(own(2, LEFT_TO_AFTER - 1).size).toBe(PATHS.length);
  expect(own(5, BEGINS_AFTER - 1).size).toBe(0);
  expect(own(2, BEGINS_AFTER).size + own(5, BEGINS_AFTER).size).toBe(PATHS.length);
});
