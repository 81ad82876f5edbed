import { expect, test } from "vitest";
import { placePairs } from "./measure-pairs.ts";
import { readPairs } from "./pairs.ts";

const placed = placePairs(readPairs());
const joined = (isSame: boolean) =>
  placed.filter(({ pair, isJoined }) => pair.isSame === isSame && isJoined).length;

test("forty pairs of each kind, and about half of them held back", () => {
  for (const isSame of [true, false]) {
    const of = placed.filter(({ pair }) => pair.isSame === isSame);
    expect(of).toHaveLength(40);
    expect(Math.abs(of.filter(({ pair }) => pair.heldBack).length - 20)).toBeLessThanOrEqual(1);
  }
});

test("of forty pairs that only look alike two are joined at most", () => {
  expect(joined(false)).toBeLessThanOrEqual(2);
});

test("of forty pairs of one event in other words twenty-four are joined at least", () => {
  expect(joined(true)).toBeGreaterThanOrEqual(24);
});
