import { expect, test } from "vitest";
import { tagsOf } from "#core/story/tags.ts";
import { findWords } from "#core/text/words.ts";

function tags(body: string): readonly string[] {
  return tagsOf(body, findWords(body));
}

test.each([
  [
    "before a name",
    "On Monday the tram driver Ida Kolm was thanked.",
    ["tram", "driver"],
    ["thank"],
  ],
  [
    "whose it is",
    "In May Orsk’s largest sugar mill was burned.",
    ["largest", "sugar", "mill"],
    ["burn"],
  ],
  ["of it", "In May the sugar ministry of Orsk borrowed.", ["sugar", "ministr"], ["borrow"]],
  ["who says so", "It was late, the sugar maker said.", ["sugar", "maker"], ["late"]],
  ["a firm that opens the report", "Sugarol grew. Sugarol sold pears.", ["sugarol"], ["pear"]],
])("what calls a name is found, and what happened is not: %s", (_, body, found, others) => {
  const all = tags(body);
  expect(all).toEqual(expect.arrayContaining(found));
  for (const other of others) expect(all).not.toContain(other);
});

test.each([
  ["a word that is written small elsewhere is no name", "Pears fell. They bought pears.", "pear"],
  ["a stop ends what belongs to a name", "They sold pears. Ida Kolm wept.", "pear"],
  ["a comma ends it, too", "They sold the pears, Ida Kolm wrote.", "pear"],
  ["what stands behind a name is its own", "Then Ida Kolm sold pears.", "pear"],
])("%s", (_, body, other) => {
  expect(tags(body)).not.toContain(other);
});
