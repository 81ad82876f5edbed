import { expect, test } from "vitest";
import { heldReason, isShown } from "#core/article/held.ts";
import { articleOf, TAKEN_IN } from "./sample.ts";

const UNTIL = Date.UTC(2025, 4, 9, 0, 1);

test.each([
  [{}, TAKEN_IN, null],
  [
    { embargo: "0001 GMT, May 9" },
    UNTIL - 1,
    {
      until: UNTIL,
      rule: "Under embargo until 2025-05-09 00:01 UTC, by “0001 GMT, May 9” in the embargo field",
    },
  ],
  [{ embargo: "0001 GMT, May 9" }, UNTIL, null],
  [
    { embargo: "tbc" },
    UNTIL,
    {
      until: null,
      rule: "Held by “tbc” in the embargo field; an editor may release it, or write the moment as 2026-05-09T00:01Z",
    },
  ],
  [
    { title: "ADVISORY: withhold" },
    UNTIL,
    {
      until: null,
      rule: "Withheld until a version comes that may be used: “ADVISORY: withhold”",
    },
  ],
  [
    { title: "KILL: Pier collapses", embargo: "0001 GMT, May 9" },
    UNTIL - 1,
    { until: null, rule: "Its publisher has withdrawn it: “KILL: Pier collapses”" },
  ],
])("copy that states %j is held at %d: %j", (stated, now, expected) => {
  const article = articleOf(stated);
  expect(heldReason(article, now)).toEqual(expected);
  expect(isShown(article, now)).toBe(expected === null);
});
