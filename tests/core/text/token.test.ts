import { expect, test } from "vitest";
import { tokenize } from "#core/text/token.ts";
import { contentWords } from "#core/text/vocabulary.ts";
import { findWords } from "#core/text/words.ts";

const read = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["Moe’s well-known U.S. firm", ["Moe", "’s", "well-known", "U.S.", "firm"]],
  ["Rt. Hon. Moe", ["Rt.", "Hon.", "Moe"]],
  ["on Monday.The police", ["on", "Monday", ".", "The", "police"]],
  ["1,200 of 3.5m", ["1,200", "of", "3.5m"]],
  ["a hon. man, Hon. Moe", ["a", "hon", ".", "man", ",", "Hon.", "Moe"]],
  // A picture is no letter, a letter of a rarer script is one.
  ["ja😀nein", ["ja", "😀", "nein"]],
  ["𐐀𐐁 sat", ["𐐀𐐁", "sat"]],
  ["❤\ufe0f Moe", ["❤", "\ufe0f", "Moe"]],
])("tokens of %s", (text, expected) => expect(read(text)).toEqual(expected));

test.each([
  ["The strike hit 12 ships", ["strik", "hit", "12", "ship"]],
  ["Moe’s strikes", ["moe", "strik"]],
  ["It said so on Monday", []],
  ["twelve of them", ["twelv"]],
])("words of %s that say something", (text, expected) =>
  expect(findWords(text).flatMap(({ content, key }) => (content ? [key] : []))).toEqual(expected));

test.each([
  ["12 twelve twenty-five 3rd lakh", [true, true, true, true, true]],
  ["one ones m often", [false, false, false, false]],
])("of the words %s those that are numbers: %j", (text, expected) =>
  expect(findWords(text).map(({ figure }) => figure)).toEqual(expected));

test.each([
  ["The cross-border trade of 2019", ["cross", "border", "trade"]],
  ["東京都", ["東京", "京都"]],
  ["Tarn’s harbour", ["harbour"]],
])("what %s is about", (text, expected) => expect([...contentWords(text)]).toEqual(expected));
