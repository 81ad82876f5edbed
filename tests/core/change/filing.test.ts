import { expect, test } from "vitest";
import { sourceOf } from "#core/change/filing.ts";
import { sampleArticle } from "#tests/samples.ts";

test.each([
  ["web.archive.org", null], // a copy of any paper's page
  ["archive.ph", null],
  ["archive.tarnpost.com", "archive.tarnpost.com"], // a paper's own
  ["Tarn Archive News", "Tarn Archive News"],
])("what %s files", (source, expected) => {
  expect(sourceOf(sampleArticle({ source, dateline: null }))).toBe(expected);
});
