import fc from "fast-check";
import { expect, test } from "vitest";
import { readUsage, usageOf } from "#core/article/usage.ts";

const NOTHING = { usageTerms: null, copyright: null, editorNote: null };

test.each([
  ["Not for use in the United States", "Not for use in the United States"],
  ["NO RESALE. NO ARCHIVE.", "NO RESALE"],
  ["Internal only", "Internal only"],
  ["For subscribers only", "subscribers only"],
  ["Premium", "Premium"],
  ["Free for use. Not for online use.", "Not for online use"],
  ["© Harbour News 2025. Redistribution is prohibited.", "prohibited"],
  ["Norway out", "out"],
  ["For editorial use only", "only"],
  ["https://harbour.example/terms", "https://harbour.example/terms"], // nobody has read them
  ["Siehe Vertrag", "Siehe Vertrag"],
])("the terms %j restrict: %j", (terms, reason) => {
  expect(readUsage(terms)).toEqual({ restricted: true, reason });
});

test.each([
  null,
  "",
  " ",
  "none",
  "No restrictions",
  "No usage restrictions.",
  "Unrestricted use",
  "Free for all use",
  "For global distribution",
  "May be used freely.",
  "CC BY 4.0",
  "Public domain",
  "© Harbour News 2025. All rights reserved.",
  "Mandatory credit: Harbour News",
])("the terms %j restrict nothing", (terms) => {
  expect(readUsage(terms)).toEqual({ restricted: false, reason: null });
});

test.each([
  [{ editorNote: "EDS: internal only" }, true],
  [{ editorNote: "EDS: Not for publication" }, true],
  [{ copyright: "© Harbour News. For subscribers only." }, true],
  [{ copyright: "© Harbour News. All rights reserved." }, false],
  [{ editorNote: "EDS: Only the toll has changed; internally, call Bo" }, false],
])("%j beside no terms restricts: %s", (stated, expected) => {
  expect(usageOf({ ...NOTHING, ...stated }).restricted).toBe(expected);
});

test("any terms are read, and restricted ones say why", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (terms) => {
      const { restricted, reason } = readUsage(terms);
      expect(reason !== null).toBe(restricted);
    }),
  );
  for (const piece of ["no ", "not for ", "© ", ". ", "free for all "]) {
    expect(usageOf({ ...NOTHING, copyright: piece.repeat(50_000) })).toBeDefined();
    expect(readUsage(piece.repeat(50_000))).toBeDefined();
  }
});
