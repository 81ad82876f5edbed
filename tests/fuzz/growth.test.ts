import { expect, test } from "vitest";
import { costOf, overgrown } from "./growth.ts";

test("a character in a row takes time in proportion to its length, wherever it stands", async () => {
  expect(await overgrown()).toEqual([]);
}, 240_000);

// The headline that is cut out of such a sentence ends before the last word: the marks were tried in every way.
test.each([
  " – ",
  " , ",
  " - ",
  " a ",
  ": ",
])("a sentence with %j again and again before a long word makes a headline at once", async (mark) => {
  const sentence = `The harbour board of the town agrees ${mark.repeat(16)}ends ${"b".repeat(90)} now.`;
  expect(await costOf(`TARNMOUTH (Wire) – ${sentence}\n`)).toBeLessThan(1_000);
});

test("a row of dialogue dashes takes time in proportion to its length", async () => {
  const cost = (lines: number) =>
    costOf(`Language: es\n\nTitular\n\n${"—Voy —dijo Ana Ruiz—. ".repeat(lines)}\n`);
  await cost(400);
  const [short, long] = [await cost(3_000), await cost(12_000)];
  expect(long).toBeLessThan(short * 6);
});
