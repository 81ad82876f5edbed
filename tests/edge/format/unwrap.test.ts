import { expect, test } from "vitest";
import { readParagraphs } from "#edge/format/unwrap.ts";

test.each([
  // A file wrapped at no width that shows: the break in mid-sentence before a small letter is mended.
  [
    [
      "A storm closed the port and left at least 14,000 households without",
      "electricity, the operator said.",
    ],
    [
      "A storm closed the port and left at least 14,000 households without electricity, the operator said.",
    ],
  ],
  // Verse and addresses are short, and their lines are meant.
  [["the wind blew", "the sea grew"], ["the wind blew\nthe sea grew"]],
  // A sentence that ended, and a list item, begin lines of their own.
  [
    ["What the council has decided to do about it:", "- one", "- two"],
    ["What the council has decided to do about it:\n- one\n- two"],
  ],
])("%j are the paragraphs %j", (lines, paragraphs) => {
  expect(readParagraphs(lines)).toEqual(paragraphs);
});

test("a paragraph of many wrapped lines takes time in proportion", () => {
  const line = "The ferry stops in June, the council of Port Ellis told us by a vote of nine";
  const began = process.cpuUsage();
  expect(readParagraphs(Array.from({ length: 20_000 }, () => line))).toHaveLength(1);
  expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
});
