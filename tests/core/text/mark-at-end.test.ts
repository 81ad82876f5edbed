import { expect, test } from "vitest";
import { markAtEnd } from "#core/text/mark-at-end.ts";

test.each([
  ["a note)", ")]", 6],
  ["a note]).", ")]", 6],
  ["(a) note.", ")]", -1],
  ["a note", ")]", -1],
  ["?!", "?", 0],
  ["", ")]", -1],
])("of %j the marks %j first end at %i", (text, marks, at) => {
  expect(markAtEnd(text, marks)).toBe(at);
});
