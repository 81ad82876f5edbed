import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

/** Words and marks that news copy is made of, in any order. */
const PIECES = [
  "“",
  "”",
  '"',
  "‘",
  "’",
  "'",
  "«",
  "»",
  "„",
  "``",
  "''",
  "\n\n",
  "\n",
  " ",
  ". ",
  ", ",
  "? ",
  "! ",
  ": ",
  " — ",
  "(",
  ")",
  " . . . ",
  "said",
  "told",
  "according to",
  "who",
  "and",
  "the",
  "he",
  "she",
  "they",
  "Ann Roe",
  "Dr. Hall",
  "Mr",
  "President",
  "of",
  "the ministry",
  "police",
  "’s",
  "al-Haddad",
  "We won",
  "that",
  "was",
  "Иван Петров",
  "王伟",
  "😀",
  "\ud800",
  "12",
  "U.S.",
  "KC",
  "constructor",
];
const copy = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 120 })
  .map((pieces) => pieces.join(" "));
const dense = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 120 })
  .map((pieces) => pieces.join(""));
const body = fc.oneof(copy, dense, fc.string({ unit: "binary", maxLength: 400 }));

test("every quote is verbatim, in order and apart from the next", () => {
  fc.assert(
    fc.property(body, (text) => {
      let last = 0;
      for (const { text: words, start, end } of readQuotes(text).quotes) {
        expect(text.slice(start, end)).toBe(words);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
    { numRuns: 400 },
  );
});

test("every speaker is named in the article's own words, where the article names them", () => {
  fc.assert(
    fc.property(body, (text) => {
      for (const { speaker } of readQuotes(text).quotes) {
        if (speaker === null) continue;
        expect(text.slice(speaker.start, speaker.end).trim()).not.toBe("");
        expect(text.replace(/\s+/gu, " ")).toContain(speaker.name);
        expect(text.replace(/\s+/gu, " ")).toContain(speaker.role ?? "");
      }
    }),
    { numRuns: 400 },
  );
});

test("the same copy gives the same findings", () => {
  fc.assert(
    fc.property(body, (text) => {
      expect(readQuotes(text)).toEqual(readQuotes(text));
    }),
  );
});

test("every claim and mention lies in the article", () => {
  fc.assert(
    fc.property(body, (text) => {
      const { claims, mentions, entities } = readQuotes(text);
      for (const { start, end, attributionStart, attributionEnd } of claims) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
        expect(0 <= attributionStart && attributionStart <= attributionEnd).toBe(true);
        expect(attributionEnd).toBeLessThanOrEqual(text.length);
      }
      for (const { start, end, entity } of mentions) {
        expect(0 <= start && start < end && end <= text.length).toBe(true);
        if (entity !== null) expect(entities[entity]?.id).toBe(entity);
      }
    }),
  );
});
