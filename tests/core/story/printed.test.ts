import { expect, test } from "vitest";
import { printedWords } from "#core/story/printed.ts";
import { sampleFiled } from "#tests/samples.ts";

const STORM = sampleFiled({
  title: "Storms reach Osterhaven",
  body: "Two stormy nights in Osterhaven’s harbour, said Mira Solén. Zelín waits.",
});

test.each([
  [
    ["storm", "osterha"],
    ["Storms", "Osterhaven"],
  ],
  [["harbour"], ["harbour"]],
  [["mira solen"], ["Mira Solén"]],
  [["zelin"], ["Zelín"]],
  [["ferri"], []], // it has no such word any more
  [["mira zelin"], []], // no name of one
  [["storm", "storms"], ["Storms"]],
  [[], []],
])("the keys %j are printed as %j", (keys, expected) => {
  expect(printedWords(keys, STORM)).toEqual(expected);
});
