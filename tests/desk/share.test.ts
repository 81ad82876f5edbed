import { expect, test } from "vitest";
import { LANES, laneOf } from "#desk/lane.ts";
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
const filesOf = (own: number, all: readonly OnDuty[]) => {
  const { hasFile } = shareOf({ own, all });
  return PATHS.filter(hasFile);
};

test("whoever is alone has all of it, from the first moment on", () => {
  for (const share of [WHOLE, shareOf({ own: 7, all: [at(7, 0)] })]) {
    expect(DUTIES.every((duty) => share.has(duty) && share.leads(duty))).toBe(true);
    expect(PATHS.every(share.hasFile)).toBe(true);
    expect([share.lanes(), share.couriers(), share.others]).toEqual([null, 1, []]);
  }
});

test("each file and each place is one process's", () => {
  const all = [at(2), at(5), at(9)];
  const files = all.map(({ token }) => filesOf(token, all));
  expect(files.flat().toSorted()).toEqual(PATHS.toSorted());
  const lanes = all.map(({ token }) => shareOf({ own: token, all }).lanes() ?? []);
  expect(lanes.flat().toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: LANES }, (_, lane) => lane),
  );
  const place = { platform: "slack", address: "C0001" } as const;
  const owners = all.filter(({ token }) =>
    shareOf({ own: token, all }).hasPlace("delivery", place),
  );
  expect(owners).toHaveLength(1);
  const posts = shareOf({ own: owners[0]?.token ?? 0, all });
  expect(posts.lanes()).toContain(laneOf("slack:C0001"));
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
  expect([reads?.lanes(), posts?.lanes(), posts?.couriers()]).toEqual([[], null, 1]);
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

test("the pace is divided before a newcomer posts", () => {
  const among = (own: number, age: number) => shareOf({ own, all: [at(2), at(5, age)] }).couriers();
  expect([among(2, LEFT_TO_AFTER - 1), among(2, LEFT_TO_AFTER)]).toEqual([1, 2]);
  expect(among(5, BEGINS_AFTER)).toBe(2);
});
