import { expect, test } from "vitest";
import { findThing } from "#core/brief/thing.ts";

test.each([
  ["The ordinance takes effect on Nov. 1.", "It does not apply to schools.", "[The ordinance]"],
  ["The buyer is a firm that makes hearing aids.", "It will open the gardens.", "[The buyer]"],
  [
    "The walkout, in its third week, has stranded 74 ships.",
    "It costs $28 million a day.",
    "[The walkout]",
  ],
  [
    "The old harbour crane fell on Monday.",
    "But it had been checked in May.",
    "[The old harbour crane]",
  ],
  ["The dockers walked out on Monday.", "They want 11 per cent.", "[The dockers]"],
  ["The owner of the bridge fell on Monday.", "It was closed for the winter.", null],
  ["The dockers were out again on Monday.", "They want 11 per cent.", "[The dockers]"],
  // Someone or something else might be meant.
  ["The dam was built by the council in 1956.", "It has not been inspected since.", null],
  ["The ferry sank off Port Sallow.", "It has 3,000 people.", null],
  ["The mayor was at home on Monday.", "It was his birthday.", null],
  ["The dockers have met sailors.", "They want 11 per cent.", null],
  ["The dockers have met Ida Moe and Ruta Vance.", "They want 11 per cent.", null],
  // A group is not "it", nor one thing "they".
  ["The dockers were out again on Monday.", "It is the third week.", null],
  ["The walkout was in May.", "They want 11 per cent.", null],
  // Someone's words.
  ["“The bridge was sold on Monday.”", "It will be closed.", null],
])("%s %s → %s", (before, text, expected) => {
  expect(findThing(text, before)?.by ?? null).toBe(expected);
});
