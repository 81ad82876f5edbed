import fc from "fast-check";
import { expect, test } from "vitest";
import { article, file, ids, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const COPY = article("a", {
  title: "Łódź café reopens after cross-border row",
  body: "Søren O’Neill of the U.S. team spoke to Владимир Ёлкин. 東京の渋谷で会議が開かれた。 हिन्दी समाचार. قالَ الوزير. İstanbul straße",
  byline: "Zoë Nguyễn",
  tags: ["AI", "Côte d’Ivoire"],
});

/** What is searched for, and whether the article above has it. */
const WORDS: readonly (readonly [string, boolean])[] = [
  ["lodz", true],
  ["ŁÓDŹ CAFE", true],
  ["cafe\u0301", true], // the accent as a character of its own
  ["caf", false], // part of a word
  ["cross-border", true],
  ["border-cross", false],
  ["soren oneill", false],
  ["soren o'neill", true],
  ["ai", true], // two letters
  ["ive", false],
  ["u.s.", true],
  ["елкин", true],
  ["渋谷", true], // no space around it
  ["谷渋", false],
  ["हिन्दी", true],
  ["हन्द", false], // other vowel signs make another word
  ["قال", true],
  ["istanbul STRASSE", true],
  ["nguyen", true],
  ["lodz lisbon", false], // every word
  ["!!!", false],
  ["", false],
];

/** What is typed, and whether the headline above is offered. */
const TYPED: readonly (readonly [string, boolean])[] = [
  ["", true],
  ["l", true],
  ["lod ca", true],
  ["CA ŁÓ", true],
  ["cross-b", true],
  ["cross-o", false],
  ["afe", false], // within a word
  ["lodz x", false],
  ["soren", false], // in the body only
  ["?!", true], // nothing typed yet
];

/** Pieces of the query language of SQLite, of SQL, and of patterns. */
const MISCHIEF = fc.array(
  fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc.constantFrom('"', "'", "*", "^", "NEAR(", ")", "AND", "OR", "NOT", "-", "+", ":", "{", "}"),
    fc.constantFrom(
      "body",
      "headline :",
      "--",
      ";",
      "%",
      "_",
      "\\",
      "\u0000",
      "\ud800",
      "rowid",
      "((",
    ),
  ),
  { maxLength: 12 },
);

export function searchContract(newPlace: () => Promise<Place>): void {
  test.each(WORDS)("a search for “%s” finds the article: %s", (words, found) =>
    withStore(newPlace, async (store) => {
      await file(store, COPY);
      expect(ids(await store.archive.search(words, NOON, 9))).toEqual(found ? ["a"] : []);
    }));

  test.each(TYPED)("the headline is offered for “%s”: %s", (typed, found) =>
    withStore(newPlace, async (store) => {
      await file(store, COPY);
      const listed = await store.archive.headlines(typed, NOON, 9);
      expect(listed).toEqual(found ? [{ id: "a", headline: COPY.title }] : []);
    }));

  test("a word in the headline counts for more than one in the body", () =>
    withStore(newPlace, async (store) => {
      const body = "The harbour master spoke about the weather, the tide and the moon.";
      await file(store, article("body", { title: "Weather", body }));
      await file(store, article("head", { title: "Harbour", body: "It rained all day long." }));
      await file(store, article("none", { title: "Sport", body: "Nil all." }));
      expect(ids(await store.archive.search("harbour", NOON, 9))).toEqual(["head", "body"]);
      expect(ids(await store.archive.search("harbour", NOON, 1))).toEqual(["head"]);
    }));

  test("no text is more than words to search for", () =>
    withStore(newPlace, async (store) => {
      await file(store, COPY);
      await file(store, article("b", { title: "AND OR NOT NEAR", body: "rowid body headline" }));
      await fc.assert(
        fc.asyncProperty(MISCHIEF, async (pieces) => {
          const text = pieces.join(" ");
          await store.archive.search(text, NOON, 9);
          await store.archive.headlines(text, NOON, 9);
        }),
        { numRuns: 500 },
      );
      expect(ids(await store.archive.search("NOT", NOON, 9))).toEqual(["b"]);
      expect(ids(await store.archive.search("headline:cafe", NOON, 9))).toEqual([]);
      expect(ids(await store.archive.search("lod*", NOON, 9))).toEqual([]);
      expect(ids(await store.archive.search("lisbon OR cafe", NOON, 9))).toEqual([]);
    }));

  test("a text of many thousand words is searched for like any other", () =>
    withStore(newPlace, async (store) => {
      const many = Array.from({ length: 5_000 }, (_, index) => `w${index}`).join(" ");
      await file(store, article("long", { title: "Long", body: many }));
      expect(ids(await store.archive.search(many, NOON, 9))).toEqual(["long"]);
      expect(ids(await store.archive.search(`${many} more`, NOON, 9))).toEqual([]);
    }));
}
