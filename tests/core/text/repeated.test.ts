import { expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";
import { findPassages } from "#core/text/passages.ts";
import { findRepeated, lineKey } from "#core/text/repeated.ts";

const BOX = "The Tarn Gazette is free for all who live on the coast.";
const story = (...lines: readonly string[]): string => lines.join("\n\n");
const FERRY = story(
  "The ferry to Velsk stops in June, the council decided on Monday night.",
  "The boats will be sold, and a bus will run instead of them along the coast.",
);
const MILL = story(
  "A fire has burned down the old mill of Reyl on the night to Sunday.",
  "Nobody was hurt, but the flour of a whole year is lost to the town.",
);
const CHOIR = story(
  "The choir of Moor has won the great prize of the northern counties.",
  "It sang for eleven minutes without a note, and the hall stood up for it.",
);

test.each([
  ["under three stories", story(FERRY, BOX), [story(MILL, BOX), story(CHOIR, BOX)], [lineKey(BOX)]],
  [
    "with other marks and capitals",
    story(FERRY, BOX),
    [story(MILL, BOX.toUpperCase()), story(CHOIR, `• ${BOX}`)],
    [lineKey(BOX)],
  ],
  ["under two stories", story(FERRY, BOX), [story(MILL, BOX), CHOIR], []],
  [
    "under one story, told three times",
    story(FERRY, BOX),
    [story(FERRY, BOX), story(FERRY, "Update.", BOX), story(MILL, BOX)],
    [],
  ],
  [
    "what is furniture anyway",
    story(FERRY, "Read more: all of it"),
    [story(MILL, "Read more: all of it"), story(CHOIR, "Read more: all of it")],
    [],
  ],
  [
    "a short sub-head",
    story(FERRY, "What next?"),
    [story(MILL, "What next?"), story(CHOIR, "What next?")],
    [],
  ],
  ["most of the text", story("Short.", BOX), [story(MILL, BOX), story(CHOIR, BOX)], []],
  ["no other texts", story(FERRY, BOX), [], []],
])("repeated %s", (_, body, others, expected) =>
  expect(findRepeated(body, others)).toEqual(expected));

test("what its source repeats is furniture of a story, and no fact", () => {
  const body = story(FERRY, BOX);
  const repeated = [lineKey(BOX)];
  expect(findPassages(body, undefined, new Set(repeated)).map(({ kind }) => kind)).toEqual([
    "prose",
    "prose",
    "furniture",
  ]);
  const draft = { id: "a1", title: "Ferry stops", body, dateline: null, language: "en" };
  const factsOf = (more: object) =>
    createWriteBrief()({ ...draft, ...more }).facts.map(({ text }) => text);
  expect(factsOf({})).toContain(BOX);
  expect(factsOf({ repeated })).not.toContain(BOX);
});
