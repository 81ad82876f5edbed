import { expect, test } from "vitest";
import { readField } from "#core/article/release/field.ts";
import { readFileName } from "#core/article/release/file-name.ts";
import type { ReleaseNotice } from "#core/article/release/notice.ts";

const TAKEN_IN = Date.UTC(2025, 4, 7, 12);

function shown(notice: ReleaseNotice | null): string | null {
  if (notice === null) return null;
  return notice.until === null ? "held" : new Date(notice.until).toISOString().slice(0, 16);
}

test.each([
  ["draft", "true", "held"],
  ["draft", "false", null],
  ["app:draft", "yes", "held"],
  ["published", "false", "held"],
  ["published", "true", null],
  ["is_published", "0", "held"],
  ["visibility", "private", "held"],
  ["visibility", "public", null],
  ["wp:status", "future", "held"],
  ["wp:status", "pending", "held"],
  ["wp:status", "publish", null],
  ["workflow_state", "in review", "held"],
  ["publishDate", "2025-05-09T00:01Z", "2025-05-09T00:01"],
  ["publishDate", "2025-05-06T00:01Z", null],
  ["releaseTime", "to be announced", "held"],
  ["scheduledAt", "1746748860", "2025-05-09T00:01"],
  ["date", "2027-03-01T08:00:00Z", "2027-03-01T08:00"],
  ["date", "2025-05-07T12:05:00Z", null], // two clocks, some minutes apart
  ["date", "2025-05-07", null],
  ["date", "sometime in June", null],
  ["x-embargo", "2025-05-09T00:01Z", "2025-05-09T00:01"],
  ["embargoUntil", "none", null],
  ["embargoUntil", "the speech", "held"],
  ["hold", "yes", "held"],
  ["hold", "no", null],
  ["household", "yes", null],
  ["note", "Embargoed until 0001 GMT, May 9", "2025-05-09T00:01"],
  ["keywords", "grain, embargo, island", null],
  ["description", "An embargo on grain until June hits farmers", null],
  ["description", "EMBARGOED UNTIL 0001 GMT, MAY 9: the minister resigns", "2025-05-09T00:01"],
])("a field %s of %j: %s", (name, value, expected) => {
  expect(shown(readField({ name, value }, TAKEN_IN, "file"))).toBe(expected);
});

test.each([
  ["expiryDate", "2025-02-01", "front matter", "held"],
  ["expiryDate", "2025-02-01", "page", null], // when its copy in a browser's store is stale
  ["expiryDate", "2027-02-01", "front matter", null],
  ["des", "Embargoes and Sanctions", "page", null],
  ["des", "Embargoed until 0001 GMT, May 9", "page", "2025-05-09T00:01"],
  ["note", "Embargo", "file", "held"],
] as const)("a field %s of %j, of the %s: %s", (name, value, origin, expected) => {
  expect(shown(readField({ name, value }, TAKEN_IN, origin))).toBe(expected);
});

test.each([
  ["EMBARGOED-budget.txt", "Budget rises", "held"],
  ["embargo_2025-05-09.txt", "Budget rises", "2025-05-09T12:00"],
  ["embargo_2025-05-09_budget.txt", "Budget rises", "held"], // whose day is it?
  ["drafts", "Budget rises", "held"],
  ["HOLD-budget.docx", "Budget rises", "held"],
  ["sperrfrist-haushalt.txt", "Haushalt steigt", "held"],
  ["draft-law-passes.md", "Draft law passes", null],
  ["grain-embargo-hits-farmers.md", "Farmers hit", null],
  ["embargo-on-grain.md", "Embargo on grain", null],
  ["budget.txt", "Budget rises", null],
])("a file %s whose headline is %j: %s", (name, title, expected) => {
  expect(shown(readFileName(name, title, TAKEN_IN))).toBe(expected);
});
