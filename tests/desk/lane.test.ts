import fc from "fast-check";
import { expect, test } from "vitest";
import { LANES, laneOf, laneOfPlace, lanesOf } from "#desk/lane.ts";

const workers = (count: number) => Array.from({ length: count }, (_, index) => 3 + 2 * index);
const shares = (all: readonly number[]) => all.map((own) => lanesOf(all, own));

test("a path has the same lane always, and many paths are in all lanes alike", () => {
  const lanes = Array.from({ length: 20_000 }, (_, index) => laneOf(`wire/report-${index}.txt`));
  expect(lanes.every((lane) => Number.isInteger(lane) && lane >= 0 && lane < LANES)).toBe(true);
  const counts = [...Map.groupBy(lanes, (lane) => lane).values()].map(({ length }) => length);
  expect([counts.length, Math.min(...counts) > 30, Math.max(...counts) < 150]).toEqual([
    LANES,
    true,
    true,
  ]);
  // Written down: another version that thought otherwise would post beside this one.
  expect([laneOf("wire/a.txt"), laneOf(""), laneOf("Łódź.md")]).toMatchInlineSnapshot(`
    [
      240,
      11,
      9,
    ]
  `);
});

test("a channel of one platform is in another lane than the same words on another, as a rule", () => {
  const places = ["C1", "C2", "C3", "C4"].map(
    (address) =>
      [
        laneOfPlace({ platform: "slack", address }),
        laneOfPlace({ platform: "discord", address }),
      ] as const,
  );
  expect(places.some(([slack, discord]) => slack !== discord)).toBe(true);
});

test("each lane is one worker's, and all have about as many", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 12 }), (all) => {
      const parts = shares(all);
      const given = parts.flatMap((lanes) => [...lanes]);
      expect(given.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: LANES }, (_, lane) => lane),
      );
      for (const { size } of parts) expect(size).toBeLessThanOrEqual(Math.ceil(LANES / all.length));
    }),
  );
});

test("where one goes, few lanes change hands but its own", () => {
  const before = shares(workers(4));
  const [, ...left] = workers(4);
  const kept = left.map((own, index) => {
    const after = lanesOf(left, own);
    return [...(before[index + 1] ?? [])].filter((lane) => after.has(lane)).length;
  });
  expect(kept.reduce((sum, count) => sum + count)).toBeGreaterThan(150); // of 192
});

test("nobody has lanes where nobody is, nor whoever is not among them", () => {
  expect(lanesOf([], 1).size).toBe(0);
  expect(lanesOf([2, 3], 1).size).toBe(0);
});
