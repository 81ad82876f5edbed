import { expect, test } from "vitest";
import { countCapitals, isLetter, runsOf } from "#core/text/letters.ts";
import { oneLine, withoutSpace } from "#core/text/space.ts";

test.each([
  ["The Élan left at 5.", ["The", "Élan", "left", "at"]],
  ["it’s half-built", ["it", "s", "half", "built"]],
  ["😀 𝒜b 船", ["𝒜b", "船"]],
  ["— 12 —", []],
])("finds the runs of letters in %j", (text, runs) => {
  expect(runsOf(text)).toEqual(runs);
  expect(text.match(/\p{L}+/gu) ?? []).toEqual(runs);
});

test.each([
  ["it’s half-built, 3.5 m", ["it’s", "half-built", "3.5", "m"]],
  ["crews’ boats - two--three", ["crews", "boats", "two", "three"]],
])("joins runs by single marks in %j", (text, runs) =>
  expect(runsOf(text, "letter or figure", "'’.,-")).toEqual(runs));

test.each([
  ["Ida MoeIda Moe told", { all: 4, within: true }],
  ["Ida Moe told it", { all: 2, within: false }],
  ["ruÉlan", { all: 1, within: true }],
])("counts the capitals of %j", (text, found) => expect(countCapitals(text)).toEqual(found));

test("knows a letter from what is none", () => {
  expect(["a", "Z", "é", "5", "’", ""].map(isLetter)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("leaves one plain space between words", () => {
  expect(oneLine("a\nb  c\u00a0d")).toBe("a b c d");
  expect(oneLine("a b")).toBe("a b");
});

test("cuts white space off both ends of a stretch", () => {
  expect(withoutSpace("x  ab \ny", 1, 7)).toEqual({ start: 3, end: 5 });
  expect(withoutSpace("x   y", 1, 4)).toBeNull();
});
