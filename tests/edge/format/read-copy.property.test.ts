import fc from "fast-check";
import { expect, test } from "vitest";
import { findDateline } from "#core/article/find-dateline.ts";
import { makeArticle } from "#core/article/make.ts";
import type { Reading } from "#desk/port.ts";
import { readBytes, readText } from "./helpers.ts";

const META = { id: "x", revision: 1, path: "a", contentHash: "", takenIn: Date.UTC(2025, 4, 7) };
const NAMES = fc.constantFrom("a.txt", "a.md", "a.html", "a", "a.json", "a.eml");

const WIRE = [
  "---\ntitle: Harbour\nembargo: 2025-05-09\ntags: [a, b]\n---\n",
  "<!doctype html><html><head><title>Harbour</title></head><body><nav>x</nav><p>",
  "</p></body></html>",
  '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"A"}]}</script>',
  "OSLO, May 7 (Harbour News) – The harbour closed.\n\n",
  "EMBARGOED UNTIL 0001 GMT, May 9\n",
  "By Ann Field\n",
  "# Heading\n\n",
  "- one\n- two\n",
  "| a | b |\n|---|---|\n",
  "```\ncode\n",
  "> quote\n",
  "[link](http://",
  "<ul><li>a",
  "&amp;&#0;&#xD800;",
  "“Yes,” she said.\n",
  "\u202e\ud800\u0001",
  "***\n###\nEnds\n",
  "\r\n\r",
];

/** Pieces of real copy, cut and put together in any order. */
const MUTATED = fc
  .array(
    fc.oneof(
      fc.constantFrom(...WIRE),
      fc.string({ maxLength: 20 }),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

function check(reading: Reading): void {
  if (!reading.ok) {
    expect(reading.reason).toMatch(/[.)]$/u);
    return;
  }
  const { body, title } = reading.copy;
  expect(body.trim()).not.toBe("");
  expect(body).not.toMatch(/\r|\n{3}|^\n|\n$/u);
  expect(`${title}${body}`.isWellFormed()).toBe(true);
  const article = makeArticle(reading.copy, META);
  expect(article.title?.trim() ?? "x").not.toBe("");
  const opening = findDateline(body);
  if (opening !== null) {
    expect(opening.start).toBeLessThan(opening.end);
    expect(opening.end).toBeLessThanOrEqual(body.length);
  }
}

test("no bytes make a reader throw", () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  fc.assert(
    fc.property(NAMES, bytes, (name, content) => check(readBytes(name, content))),
    { numRuns: 1500 },
  );
});

test("no copy makes a reader throw, however it is cut and put together", () => {
  fc.assert(
    fc.property(NAMES, MUTATED, (name, text) => check(readText(name, text))),
    { numRuns: 1500 },
  );
});

test("what stands in plain text stands in the body, word for word", () => {
  const word = fc.stringMatching(/^[\p{L}\d“”’,;$€%]{1,12}$/u);
  const sentence = fc
    .array(word, { minLength: 3, maxLength: 40 })
    .map((words) => `${words.join(" ")}.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 6 }), (paragraphs) => {
      const text = paragraphs.join("\n\n");
      const reading = readText("a.txt", text);
      expect(reading.ok && reading.copy.body).toBe(text);
    }),
    { numRuns: 300 },
  );
});
