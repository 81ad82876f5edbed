import { expect, test } from "vitest";
import { shorten } from "#core/brief/shorten.ts";

function cut(text: string, tag: string): string {
  const start = text.indexOf(tag);
  return shorten(text, { owner: "Moe", start, end: start + tag.length, trailing: true }).short;
}

test.each([
  ["The crane fell on Monday, Moe said.", ", Moe said", "The crane fell on Monday."],
  ["But the crane fell on Monday, Moe said.", ", Moe said", "The crane fell on Monday."],
  ["Further, the crane fell on Monday, Moe said.", ", Moe said", "The crane fell on Monday."],
  [
    "Further talks on the crane ended on Monday, Moe said.",
    ", Moe said",
    "Further talks on the crane ended on Monday.",
  ],
])("%s without its attribution", (text, tag, expected) => expect(cut(text, tag)).toBe(expected));

test.each([
  // No clause remains, or not a whole one.
  ["A crane for the quay, Moe said.", ", Moe said"],
  ["The crane fell and, Moe said.", ", Moe said"],
  // It denies, counts, hedges, quotes.
  ["The crane fell on Monday, Moe never said.", ", Moe never said"],
  ["The crane fell on Monday, Moe said on 4 June.", ", Moe said on 4 June"],
  ["The crane fell on Monday, Moe allegedly said.", ", Moe allegedly said"],
  ["The crane fell on Monday, Moe “said”.", ", Moe “said”"],
  // The tag parts a subject from its verb.
  ["A part of the reason that boats wait, Moe said, is the fog.", ", Moe said, is the fog"],
  // It stands inside.
  ["The crane, Moe said, fell on Monday.", ", Moe said"],
])("printed whole: %s", (text, tag) => expect(cut(text, tag)).toBe(text));
