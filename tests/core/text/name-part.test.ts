import { expect, test } from "vitest";
import { isNamePart } from "#core/text/name-part.ts";
import { tokenize } from "#core/text/token.ts";

test.each([
  ["Velian-speaking", false],
  ["Tarn-based", false],
  ["Orva-born", false],
  ["Xiao-ming", true],
  ["Jun-seo", true],
  ["Anne-Marie", true],
])("%s may be a part of a name: %s", (word, may) =>
  expect(isNamePart(tokenize(word)[0])).toBe(may));
