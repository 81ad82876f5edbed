import { expect, test } from "vitest";
import { halfOf } from "./half.ts";
import { type PairScore, readPairs, scorePair } from "./pairs.ts";

const changes = readPairs("true").map(scorePair);
const nearMisses = readPairs("near").map(scorePair);

test("thirty changes and thirty near misses, half of them held back", () => {
  for (const set of [changes, nearMisses]) {
    expect(set).toHaveLength(30);
    expect(set.filter(({ held }) => held)).toHaveLength(15);
  }
});

test("of thirty changes and differences at least twenty are told", () => {
  expect(changes.filter(({ isTold }) => isTold).length).toBeGreaterThanOrEqual(20);
});

test("no line is false", () => {
  const wrong = ({ id, wrong: lines }: PairScore) => lines.map((line) => `${id}: ${line}`);
  expect([...changes, ...nearMisses].flatMap(wrong)).toEqual([]);
});

test("a story belongs to one half for good, by its name alone", () => {
  expect(["a", "b", "101301", "df0bf759"].map(halfOf)).toEqual([
    ...["tuning", "held", "held", "tuning"],
  ]);
});
