import { expect, test } from "vitest";
import { readSearch } from "#core/reply/search-words.ts";

test.each([
  ["flood", ["flood"], []],
  ['"harbour bridge" flood', ["harbour bridge", "flood"], []],
  ["“harbour bridge” -ferry", ["harbour bridge"], ["ferry"]],
  ['flood -"old ferry"', ["flood"], ["old ferry"]],
  ["cross-border U.S.", ["cross-border", "U.S."], []],
  ["flood - ferry", ["flood", "ferry"], []],
  ['"never closed', ["never closed"], []],
  ["tcp:ip", ["tcp ip"], []],
  ["", [], []],
  ["-", [], []],
])("a search for %s", (typed, words, without) => {
  expect(readSearch(typed)).toEqual({ words, without });
});
