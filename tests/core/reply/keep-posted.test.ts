import { expect, test } from "vitest";
import { topicText } from "#core/digest/topic.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { keepPosted, topicOfSearch } from "#core/reply/keep-posted.ts";
import { parseLine } from "#core/reply/parse.ts";
import { readSearch } from "#core/reply/search-words.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { asked } from "#tests/asked.ts";

const sought = (words: string, others: object = {}) => ({
  ...ANYTHING,
  ...readSearch(words),
  ...others,
});

test.each([
  ["flood", {}, "flood"],
  ['storm "velsk bay" -sport', {}, 'storm AND "velsk bay" AND NOT sport'],
  [
    "bridge",
    { speaker: "Mira Solen", place: "tarnmouth", from: "Reuters" },
    'bridge AND source:Reuters AND person:"Mira Solen" AND place:tarnmouth',
  ],
  ["or", {}, '"or"'],
  ["-sport", {}, null], // everything else is nothing in particular
  ["", {}, null],
])("a search for %s is kept up as a topic", (words, others, expected) => {
  const topic = topicOfSearch(sought(words, others));
  expect(topic === null ? null : topicText(topic)).toBe(expected);
  if (topic !== null) expect(parseTopic(topicText(topic))).toMatchObject({ ok: true });
});

test.each([
  "flood",
  'storm "velsk bay" -sport',
  "person",
  "off",
])("the buttons below a search for %s ask for what was searched", (words) => {
  const [block = expect.unreachable()] = keepPosted(sought(words, { speaker: "Solen" }), asked());
  const asks = block.kind === "buttons" ? block.buttons : [];
  const text = topicText(
    topicOfSearch(sought(words, { speaker: "Solen" })) ?? expect.unreachable(),
  );
  const read = asks.map((one) => parseLine(one.kind === "ask" ? one.ask : "", asked()));
  expect(read).toMatchObject([
    { command: "digest", options: { edition: "me", plus: text } },
    { command: "alert", options: { topic: text } },
  ]);
});

test("a search for the word by which alerts end ends none", () => {
  const [block = expect.unreachable()] = keepPosted(sought("off"), asked());
  expect(block).toMatchObject({ buttons: [{}, { ask: 'alert "off"' }] });
});

test("what is too long for a button is written out", () => {
  const [block = expect.unreachable()] = keepPosted(sought("harbour ".repeat(12)), asked());
  expect(block).toMatchObject({ kind: "note" });
});
