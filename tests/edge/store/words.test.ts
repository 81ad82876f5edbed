import fc from "fast-check";
import { expect, test } from "vitest";
import { everyPhrase, everyPrefix, nameWords, words } from "#edge/store/words.ts";

test.each([
  ["Łódź Café", ["lodz", "cafe"]],
  ["Dar’s U.S. cross-border $4.2bn", ["dar", "s", "u", "s", "cross", "border", "4", "2bn"]],
  ["soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"]],
  ["ﬁnal Ⅷ ²", ["final", "viii", "2"]],
  ["ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]],
  ["مُحَمَّد علي", ["محمد", "علی"]],
  ["हिन्दी", ["हिन्दी"]],
  ["東京tower", ["東", "京", "tower"]],
  ["ไทย", ["ไ", "ท", "ย"]],
  ["— … !?", []],
])("words of %s", (text, expected) => expect(words(text)).toEqual(expected));

test("kana keep their voice", () => expect(words("が")).not.toEqual(words("か")));

test.each([
  ["lodz  CAFÉ", '"lodz" AND "cafe"', '"lodz" * AND "cafe" *'],
  ["cross-border", '"cross border"', '"cross border" *'],
  ["twice TWICE", '"twice"', '"twice" *'],
  ['" OR "x', '"or" AND "x"', '"or" * AND "x" *'],
  [" - ", null, null],
])("queries for %s", (text, whole, prefix) => {
  expect(everyPhrase(text.split(" "))).toBe(whole);
  expect(everyPrefix(text)).toBe(prefix);
});

test.each([
  ["Solen", '"solen"'],
  ["Mira  SOLEN", 'NEAR("mira" "solen", 4)'],
  ["a b c d e f", 'NEAR("a" "b" "c" "d" "e" "f", 4)'],
  ["a b c d e f g", '("a b c d e f g" OR NEAR("a" "b" "c" "d" "e" "f" "g", 4))'],
  ["Baden Baden", '"baden"'],
  ["— ?", null],
])("the query for the name %s", (text, query) => expect(nameWords(text)).toBe(query));

test("a query is made of quoted letters, digits and spaces, whatever the text", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const query = everyPhrase(text.split(" "));
      if (query !== null) expect(query).toMatch(/^"[^"*\p{C}]+"( AND "[^"*\p{C}]+")*$/u);
    }),
    { numRuns: 2_000 },
  ));

test("folding once is folding for good, so that what is stored is what is searched for", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      expect(words(words(text).join(" "))).toEqual(words(text));
    }),
    { numRuns: 2_000 },
  ));
