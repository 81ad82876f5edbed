import { expect, test } from "vitest";
import { type PlacedPair, placePairs } from "./measure-pairs.ts";
import { type PairSet, readPairs } from "./pairs.ts";

const placed = placedOf("any");
const ofOneName = placedOf("one name");
const ofOneTown = placedOf("one town");

function placedOf(set: PairSet): readonly PlacedPair[] {
  return placePairs(readPairs().filter((pair) => pair.set === set));
}

function joined(isSame: boolean, of = placed): number {
  return of.filter(({ pair, isJoined }) => pair.isSame === isSame && isJoined).length;
}

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

test("of ten pairs of short reports of one name, and of two matters, one is joined at most", () => {
  expect(joined(false, ofOneName)).toBeLessThanOrEqual(1);
});

test("of ten pairs of short reports of one name and one matter in other words nine are joined at least", () => {
  expect(joined(true, ofOneName)).toBeGreaterThanOrEqual(9);
});

test("of ten pairs of crimes of one kind in one town two are joined at most", () => {
  expect(joined(false, ofOneTown)).toBeLessThanOrEqual(2);
});

test("of ten pairs of reports of one crime there seven are joined at least", () => {
  expect(joined(true, ofOneTown)).toBeGreaterThanOrEqual(7);
});
