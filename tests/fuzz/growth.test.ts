import { expect, test } from "vitest";
import { costOf, overgrown } from "./growth.ts";

test("a character in a row takes time in proportion to its length, wherever it stands", async () => {
  expect(await overgrown()).toEqual([]);
}, 240_000);

test.each([
  " – ",
  " , ",
  " - ",
  " a ",
  ": ",
])("a headline with %j again and again before its last word is cut at once", async (mark) => {
  const headline = `The harbour board of Tarnmouth agrees ${mark.repeat(16)}ends ${"b".repeat(90)}`;
  expect(await costOf(`${headline}\n\nThe board met.\n`)).toBeLessThan(1_000);
});
