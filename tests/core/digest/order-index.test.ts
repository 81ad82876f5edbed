import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorsOf, createOrderIndex } from "#core/digest/order-index.ts";
import type { Topic } from "#core/digest/topic.ts";
import { matchesTopic, subjectOf } from "#core/digest/topic-match.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";

function read(text: string): Topic {
  const reading = parseTopic(text);
  return reading.ok ? reading.topic : expect.unreachable(text);
}

function subject(body: string, section: string | null = null) {
  const article = sampleArticle({ body, section, title: "T", tags: ["weather"] });
  return subjectOf({ article, brief: sampleBrief(article) });
}

describe("the words of which one must stand there", () => {
  test.each([
    ["flood", ["flood"]],
    ['"Port Zelín"', ["port"]],
    ["flood*", null], // it may go on
    ['"port zel"*', ["port"]],
    ["flood OR storm", ["flood", "storm"]],
    ["flood OR tag:weather", null],
    ["tag:weather AND flood", ["flood"]],
    ["(flood OR storm) AND velsk", ["velsk"]],
    ["NOT flood", null],
    ["flood AND NOT sport", ["flood"]],
    ["urgency<=3", null],
  ])("of %s are %j", (text, anchors) => expect(anchorsOf(read(text))).toEqual(anchors));
});

const WORDS = ["flood", "storm", "velsk", "Zelín", "雪", "a"];
const TOPIC: fc.Arbitrary<string> = fc.letrec<{ topic: string }>((tie) => ({
  topic: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...WORDS, "flood*", '"storm velsk"', "tag:weather", "urgency<=3", '"雪 雪"'),
    fc
      .tuple(tie("topic"), fc.constantFrom("AND", "OR"), tie("topic"))
      .map(([one, by, other]) => `(${one} ${by} ${other})`),
    tie("topic").map((one) => `NOT (${one})`),
  ),
})).topic;

test("an article is near every order that it meets", () => {
  fc.assert(
    fc.property(
      fc.array(TOPIC, { minLength: 1, maxLength: 8 }),
      fc.array(fc.constantFrom(...WORDS, "floods", "雪雪"), { maxLength: 6 }),
      fc.constantFrom(null, "FLOOD", "Storm Velsk", "Floods"),
      (texts, words, section) => {
        const places = texts.map((text) => ({ topics: read(text) }));
        const own = subject(`${words.join(" ")}.`, section);
        const near = new Set(createOrderIndex(places).near(own));
        for (const place of places) {
          if (matchesTopic(place.topics, own)) expect(near.has(place)).toBe(true);
        }
      },
    ),
  );
});

test("of thousands of orders those are near that have a word of the article, and those of all", () => {
  const places = [
    { topics: null },
    ...Array.from({ length: 5_000 }, (_, index) => ({ topics: read(`word${index}`) })),
  ];
  const near = [...createOrderIndex(places).near(subject("It was word7, and word4999."))];
  expect(near).toEqual([places[0], places[8], places[5_000]]);
});
