import { describe, expect, test } from "vitest";
import { anyPhrase, everyOf, everyPrefix, lexeme, vectorOf } from "#edge/store/postgres/vector.ts";

describe("a vector", () => {
  test.each<[string, Parameters<typeof vectorOf>[0], string]>([
    ["nothing", [["", "A"]], ""],
    ["a word", [["tide", "A"]], "'tide':1A"],
    ["a word that comes again", [["tide in tide", "D"]], "'tide':1D,3D 'in':2D"],
    // Two positions stay free: no phrase runs from one field into the next.
    [
      "two fields",
      [
        ["old quay", "A"],
        ["quay wall", "D"],
      ],
      "'old':1A 'quay':2A,5D 'wall':6D",
    ],
    [
      "an empty field between two",
      [
        ["old", "A"],
        ["", "B"],
        ["wall", "D"],
      ],
      "'old':1A 'wall':6D",
    ],
    ["blanks in a row", [[" old  quay ", "C"]], "'old':1C 'quay':2C"],
  ])("of %s", (_, fields, expected) => expect(vectorOf(fields)).toBe(expected));

  test("a position is never beyond the last one that there is", () => {
    const many = Array.from({ length: 20_000 }, (_, at) => (at === 16_383 ? "end" : "on")).join(
      " ",
    );
    expect(vectorOf([[many, "D"]])).toContain("'end':16383D");
  });

  test("of one word so many positions are kept as a vector takes", () => {
    const [, places = ""] = vectorOf([["tide ".repeat(999), "D"]]).split(":");
    expect(places.split(",")).toHaveLength(255);
  });

  test("a vector ends before it is longer than one may be, and its first words are in it", () => {
    const many = Array.from({ length: 200_000 }, (_, at) => `word${at}`);
    const vector = vectorOf([[many.join(" "), "D"]]);
    expect(vector).toContain("'word0':1D");
    expect(vector).not.toContain("'word199999'");
    expect(vector.split(" ").length).toBeGreaterThan(60_000);
  });
});

test.each([
  ["a word", 4, "tide"],
  ["one that is too long", 500, "a".repeat(5_000)],
  ["one of letters of four bytes", 500, "𐐨".repeat(5_000)],
  // Half of a letter would be stored as another.
  ["one that would be cut within a letter", 499, `a${"𐐨".repeat(5_000)}`],
])("%s is stored with %i characters", (_, length, word) => {
  expect(lexeme(word)).toHaveLength(length);
  expect(lexeme(word).isWellFormed()).toBe(true);
  expect(Buffer.byteLength(lexeme(word))).toBeLessThan(2_046);
});

test.each([
  [everyOf([["tide"]]), "(('tide'))"],
  [everyOf([["old quay"], ["tide", "tides"]]), "(('old' <-> 'quay')) & (('tide') | ('tides'))"],
  [anyPhrase(["old quay", "tide"]), "('old' <-> 'quay') | ('tide')"],
  [everyPrefix(["old qu"]), "('old' <-> 'qu':*)"],
  [everyPrefix(["qu", "ti"], "A"), "('qu':*A) & ('ti':*A)"],
  [everyPrefix(["old qu"], "A"), "('old':A <-> 'qu':*A)"],
])("a query %s", (query, expected) => expect(query).toBe(expected));
