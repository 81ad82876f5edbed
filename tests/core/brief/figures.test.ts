import { expect, test } from "vitest";
import { findFigures } from "#core/brief/figures.ts";

function read(text: string): (readonly [string, number, string | null, string | null])[] {
  return findFigures(text, { start: 0, end: text.length }).map(
    ({ text, value, unit, counts }) => [text, value, unit, counts] as const,
  );
}

test.each([
  ["At least 31 civilians died.", ["31", 31, null, "civilians"]],
  ["Fire left 31 killed.", ["31", 31, null, "killed"]],
  ["They shot down five Air Force jets.", ["five", 5, null, "Air Force jets"]],
  ["a $4.2bn deal", ["$4.2bn", 4_200_000_000, "$", null]],
  ["a loan of US$3 billion", ["US$3 billion", 3_000_000_000, "US$", null]],
  ["Prices rose 3.1 % in May", ["3.1 %", 3.1, "percent", null]],
  ["a fall of 12 per cent", ["12 per cent", 12, "percent", null]],
  ["two lakh farmers", ["two lakh", 200_000, null, "farmers"]],
  ["Rs. 2.5 crore was lost", ["Rs. 2.5 crore", 25_000_000, "Rs", null]],
  ["1,50,000 voters", ["1,50,000", 150_000, null, "voters"]],
  ["a hundred and fifty people", ["a hundred and fifty", 150, null, "people"]],
  ["twenty-five thousand homes", ["twenty-five thousand", 25_000, null, "homes"]],
  ["40 euros each", ["40", 40, "euros", null]],
])("figure of %s", (text, expected) => expect(read(text)).toEqual([expected]));

test.each([
  ["in 2019"],
  ["on 3 May"],
  ["on May 3"],
  ["at 5:30"],
  ["the 21st century"],
  ["a 40-year-old man"],
  ["a 2-1 win"],
  ["No. 10"],
  ["someone knew"],
])("no figure in %s", (text) => expect(read(text)).toEqual([]));

test("offsets point at the figure in the body", () => {
  const body = "Of 31 men, 12 came back.";
  const figures = findFigures(body, { start: 10, end: body.length });
  expect(figures.map(({ start, end }) => body.slice(start, end))).toEqual(["12"]);
});
