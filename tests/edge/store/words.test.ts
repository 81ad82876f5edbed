import fc from "fast-check";
import { expect, test } from "vitest";
import { everyPrefix, matchOf } from "#edge/store/sqlite/match.ts";
import { type AskedWords, choicesOf, phrasesOf, prefixesOf, words } from "#edge/store/words.ts";

const NOTHING: AskedWords = { text: [], from: [], speaker: [], place: [], without: [] };
const TEXT = "{headline byline tags body}";

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
])("queries for %s", (text, whole, prefix) => {
  const asked = { ...NOTHING, text: choicesOf(text.split(" ").map((word) => [word])) };
  expect(matchOf(asked)).toBe(`${TEXT} : (${whole})`);
  expect(everyPrefix(prefixesOf(text))).toBe(prefix);
});

test.each([" - ", "", "!?"])("nothing is asked for by “%s”", (text) => {
  expect(phrasesOf([text])).toEqual([]);
  expect(prefixesOf(text)).toEqual([]);
});

test.each([
  ["Solen", '"solen"'],
  ["Mira  SOLEN", 'NEAR("mira" "solen", 4)'],
  ["a b c d e f", 'NEAR("a" "b" "c" "d" "e" "f", 4)'],
  ["a b c d e f g", '("a b c d e f g" OR NEAR("a" "b" "c" "d" "e" "f" "g", 4))'],
  ["Baden Baden", '"baden"'],
])("the query for the name %s", (text, query) =>
  expect(matchOf({ ...NOTHING, place: words(text) })).toBe(`{places} : (${query})`));

test("of a list of phrases any one is asked for, of each list", () => {
  const text = [["storm", "storms"], ["old quay"]];
  expect(matchOf({ ...NOTHING, text })).toBe(`${TEXT} : (("storm" OR "storms") AND "old quay")`);
});

test("what must not stand there is taken from what should, or is asked for by itself", () => {
  const without = ["fire", "two words"];
  const refused = `${TEXT} : ("fire" OR "two words")`;
  expect(matchOf({ ...NOTHING, text: [["tide"]], without })).toBe(
    `(${TEXT} : ("tide")) NOT (${refused})`,
  );
  expect(matchOf({ ...NOTHING, without })).toBe(refused);
});

test("a query is made of quoted letters, digits and spaces, whatever the text", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const text = choicesOf([typed.split(" "), typed.split("a")]);
      if (text.length === 0) return;
      const query = matchOf({ ...NOTHING, text }).slice(TEXT.length);
      expect(query).toMatch(/^ : \(\(?"[^"*\p{C}]+"\)?( (AND|OR) \(?"[^"*\p{C}]+"\)?)*\)$/u);
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
