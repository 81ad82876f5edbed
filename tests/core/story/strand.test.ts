import { expect, test } from "vitest";
import { strandsOf } from "#core/story/strand.ts";

/** Reads: `a-b`: the two are surely of one event. */
function strands(...said: readonly string[]): readonly string[] {
  const pairs = said.map((pair) => pair.split("-") as [string, string]);
  const named = Map.groupBy([...strandsOf(pairs)].toSorted(), ([, strand]) => strand);
  return [...named].map(([strand, of]) => `${strand}: ${of.map(([id]) => id).join(" ")}`);
}

test.each([
  ["no pair", [], []],
  ["one pair", ["b-a"], ["a: a b"]],
  ["two pairs apart", ["a-b", "c-d"], ["a: a b", "c: c d"]],
  ["a chain, its middle last", ["a-b", "c-d", "d-b"], ["a: a b c d"]],
  ["a ring", ["a-b", "b-c", "c-a"], ["a: a b c"]],
])("%s", (_, pairs, expected) => {
  expect(strands(...pairs)).toEqual(expected);
});
