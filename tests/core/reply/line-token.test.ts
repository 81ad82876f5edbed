import { expect, test } from "vitest";
import { readSearch } from "#core/reply/search-words.ts";

test.each([
  ["flood", ["flood"], []],
  ['"flood" flood harbour', ["flood", "flood", "harbour"], [], ["flood"]],
  ['"harbour bridge" flood', ["harbour bridge", "flood"], [], ["harbour bridge"]],
  ["“harbour bridge” -ferry", ["harbour bridge"], ["ferry"], ["harbour bridge"]],
  ['flood -"old ferry"', ["flood"], ["old ferry"]],
  ["cross-border U.S.", ["cross-border", "U.S."], []],
  ["flood - ferry", ["flood", "ferry"], []],
  ['"never closed', ["never closed"], [], ["never closed"]],
  ["tcp:ip", ["tcp ip"], []],
  ["", [], []],
  ["-", [], []],
] as const)("a search for %s", (typed, words, without, exact: readonly string[] = []) => {
  expect(readSearch(typed)).toEqual({ words, exact, without });
});
