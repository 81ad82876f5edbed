import fc from "fast-check";
import { expect, test } from "vitest";
import { readVersion, stepIn } from "#core/article/version.ts";

test.each([
  ["2", 2],
  ["002", 2],
  [" 7 ", 7],
  ["v3", 3],
  ["version 4", 4],
  ["2.0", 2],
  ["1618095828", 1618095828],
  ["urn:newsml:harbour.example:20250507:pier:3", 3],
  ["urn:newsml:harbour.example:20250507:pier:3U", 3],
  ["tag:harbour.example,2025:pier;version=12", 12],
  ["20250507T101500Z", 20250507101500],
  ["2025-05-07T10:15:00+00:00", 20250507101500],
  ["1st Ld", 1],
  ["1st Ld-Writethru", 1],
  ["3rd Lead", 3],
  ["Second Lead", 2],
  ["UPDATE 2", 2],
  ["1.2", null],
  ["final", null],
  ["Pier99", null],
  ["", null],
])("the version %j is %s", (text, expected) => {
  expect(readVersion(text)).toBe(expected);
});

test.each([
  ["UPDATE 2-Pier collapses", 2],
  ["CORRECTED-UPDATE 3-Pier collapses", 3],
  ["BC-Oslo-Pier, 2nd Ld-Writethru", 2],
  ["OSLO-PIER/ (UPDATE 1)", 1],
  ["OSLO-PIER/ (UPDATE 2, PIX, CORRECTED)", 2],
  ["Windows update 11 breaks pier", null],
  ["Chapter 2", null],
  [null, null],
])("the step in %j is %s", (text, expected) => {
  expect(stepIn(text)).toBe(expected);
});

test("any text has a version or none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const version = readVersion(text);
      if (version !== null) expect(Number.isSafeInteger(version)).toBe(true);
    }),
  );
});
