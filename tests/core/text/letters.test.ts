import { expect, test } from "vitest";
import { countCapitals, isLetter, runsOf, someWord } from "#core/text/letters.ts";
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
  ["Ida MoeIda Moe told", { again: 4, within: true }],
  ["Ida Moe told Ingrid and Ida", { again: 2, within: false }],
  ["ruÉlan", { again: 0, within: true }],
])("counts the capitals that come again in %j", (text, found) =>
  expect(countCapitals(text)).toEqual(found));

test.each([
  ["— Élan’s crew’ left 3 half-built-- “𝒜b”.", ["Élan’s", "crew’", "left", "half-built--", "𝒜b"]],
  ["’tis -1", ["tis"]],
  ["", []],
])("asks of each word of %j", (text, words) => {
  const asked: [string, number][] = [];
  expect(someWord(text, "’-", (...word) => asked.push(word) > 9)).toBe(false);
  expect(asked.map(([word]) => word)).toEqual(words);
  const found = Array.from(text.matchAll(/\p{L}[\p{L}’-]*/gu));
  expect(asked).toEqual(found.map(({ 0: word, index }) => [word, index]));
});

test("asks of no word behind the one that it looks for", () => {
  const asked: string[] = [];
  expect(someWord("it ran on", "", (word) => asked.push(word) === 2)).toBe(true);
  expect(asked).toEqual(["it", "ran"]);
});

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
