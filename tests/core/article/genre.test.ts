import { expect, test } from "vitest";
import { readGenre } from "#core/article/genre.ts";

const aside = (place: string, field: string | null, text: string) => ({ place, field, text });

test.each([
  ["a field", [aside("the fields of the item", "genre", "Opinion")], null, "Opinion"],
  ["a field of names", [aside("the fields of the item", "genre.name", "Review")], null, "Review"],
  ["a field of the front matter", [aside("the front matter", "type", "column")], null, "column"],
  ["another field", [aside("the front matter", "typeface", "column")], null, null],
  ["a heading", [aside("above the story", null, "PRESS RELEASE")], null, "Press release"],
  [
    "a letterhead",
    [aside("above the story", null, "1 May\nNews release from The Harbour Trust")],
    null,
    "Press release",
  ],
  ["a line below the story", [aside("below the story", null, "PRESS RELEASE")], null, null],
  [
    "a line that speaks of one",
    [aside("above the story", null, "The press release was late.")],
    null,
    null,
  ],
  ["a notice", [], "FOR IMMEDIATE RELEASE", "Press release"],
  ["another notice", [], "EMBARGOED UNTIL 9 MAY", null],
] as const)("genre by %s", (_, asides, embargo, expected) =>
  expect(readGenre({ asides, embargo })).toBe(expected));
