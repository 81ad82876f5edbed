import fc from "fast-check";
import { expect, test } from "vitest";
import { type Copy, LONGEST_ASIDE } from "#core/article/copy.ts";
import { makeArticle } from "#core/article/make.ts";
import { readStatus } from "#core/article/status.ts";
import { findDateline } from "#core/text/find-dateline.ts";
import type { Reading } from "#desk/port/copy.ts";
import { copyOf, readBytes, readText } from "./helpers.ts";

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
  "\x16\x16\x01W1234\x1fworld\nu i\x13\x11 BC-Harbour 05-09 0121\n",
  "\x01hna061 3 POL 211 hna 061\n\nNorway/\n",
  "\x02^Harbour closes<\n^By ANN FIELD=\n\t   OSLO (HN) _ ``It had to,'' she said.<\n",
  "a;b;c\n",
  "\x03AP-WF-05-09-25 1015GMT\n\x04",
  '<rss version="2.0"><channel><item><guid>1</guid><title>',
  "</title><description><![CDATA[<p>It closed.</p>]]></description></item></channel></rss>",
  '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="html">',
  "</content></entry></feed>",
  "EDS: please disregard\n(Eds: ",
  "+++\ntitle = 'Harbour'\ndraft = true\n+++\n",
  '{"title": "Harbour", "status": "withheld"}\n',
  "KILL\n",
  "Not for use in Norway\n© 2025 Harbour News\n",
  "â€œCafÃ©â€",
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
  expect(reading.stories.length).toBeGreaterThan(0);
  for (const story of reading.stories) {
    if (story.ok) checkCopy(story.copy);
    else expect(story.reason).toMatch(/[.)]$/u);
  }
}

function checkCopy(copy: Copy): void {
  const { body, title } = copy;
  // Copy without a text is an order, and never goes out.
  if (body.trim() === "") expect(readStatus(copy).status).not.toBe("usable");
  expect(body).not.toMatch(/\r|\n{3}|^\n|\n$/u);
  expect(`${title}${body}`.isWellFormed()).toBe(true);
  for (const { text } of copy.asides) {
    expect(text.trim()).not.toBe("");
    expect(text.length).toBeLessThanOrEqual(LONGEST_ASIDE);
    expect(text.isWellFormed()).toBe(true);
  }
  const article = makeArticle(copy, META);
  expect(article.title?.trim() ?? "x").not.toBe("");
  const opening = findDateline(body);
  if (opening !== null) {
    expect(opening.start).toBeLessThan(opening.end);
    expect(opening.end).toBeLessThanOrEqual(body.length);
  }
}

test("no bytes make a reader throw", async () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(NAMES, bytes, async (name, content) => check(await readBytes(name, content))),
    { numRuns: 1500 },
  );
});

test("no copy makes a reader throw, however it is cut and put together", async () => {
  await fc.assert(
    fc.asyncProperty(NAMES, MUTATED, async (name, text) => check(await readText(name, text))),
    { numRuns: 1500 },
  );
});

test("what stands in plain text stands in the body, word for word", async () => {
  const word = fc.stringMatching(/^[\p{L}\d“”’,;$€%]{1,12}$/u);
  const sentence = fc
    .array(word, { minLength: 3, maxLength: 40 })
    .map((words) => `${words.join(" ")}.`);
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 2, maxLength: 6 }), async (paragraphs) => {
      const text = paragraphs.join("\n\n");
      expect((await copyOf("a.txt", text)).body).toBe(text);
    }),
    { numRuns: 300 },
  );
});
