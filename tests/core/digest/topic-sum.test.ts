import { expect, test } from "vitest";
import { type Topic, topicText } from "#core/digest/topic.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { leftOut, minusTopic, plusTopic } from "#core/digest/topic-sum.ts";

/** Empty for every article. */
function read(text: string): Topic | null {
  if (text === "") return null;
  const reading = parseTopic(text);
  if (!reading.ok) throw new TypeError(reading.fault.says);
  return reading.topic;
}

const say = (topic: Topic | null) => (topic === null ? "" : topicText(topic));

test.each([
  ["flood", "storm", "flood OR storm"],
  ["flood OR storm", "storm", "flood OR storm"],
  ["flood AND velsk", "storm", "flood AND velsk OR storm"],
  ["flood AND NOT sport", "storm", "(flood OR storm) AND NOT sport"],
  ["(flood OR storm) AND NOT sport", "quake", "(flood OR storm OR quake) AND NOT sport"],
  ["flood AND NOT sport", "sport", "flood"],
  ["NOT sport", "SPORT", ""], // every article again
  ["NOT sport AND NOT opera", "opera", "NOT sport"],
  ["NOT sport", "storm", "NOT sport"], // it is carried already
  ["", "storm", ""],
])("to a digest of %j is added %s", (carried, more, expected) => {
  const before = read(carried);
  const after = plusTopic(before, read(more) ?? expect.unreachable());
  expect(say(after)).toBe(expected);
  if (expected === carried) expect(after).toBe(before);
  if (after !== null) expect(read(topicText(after))).toEqual(after);
});

test.each([
  ["", "section:sport", "NOT section:sport"],
  ["flood", "sport", "flood AND NOT sport"],
  ["flood AND velsk", "sport", "flood AND velsk AND NOT sport"],
  ["flood OR storm", "sport", "(flood OR storm) AND NOT sport"],
  // What was wanted is so no more, and stays out where it comes with something else.
  ["flood OR storm", "storm", "flood AND NOT storm"],
  ["flood AND NOT sport", "sport", "flood AND NOT sport"],
  [
    "flood AND NOT sport",
    "tag:opera OR tag:ballet",
    "flood AND NOT sport AND NOT (tag:opera OR tag:ballet)",
  ],
  ["flood", "flood", "nothing"],
  ["flood AND NOT sport", "flood", "nothing"],
])("of a digest of %j is left out %s", (carried, less, expected) => {
  const before = read(carried);
  const after = minusTopic(before, read(less) ?? expect.unreachable());
  if (after === "nothing") return expect(after).toBe(expected);
  expect(say(after)).toBe(expected);
  if (expected === carried) expect(after).toBe(before);
  if (after !== null) expect(read(topicText(after))).toEqual(after);
});

test("what a digest leaves out is told", () => {
  expect(leftOut(read("(flood OR storm) AND NOT sport AND NOT tag:opera")).map(topicText)).toEqual([
    "sport",
    "tag:opera",
  ]);
  expect(leftOut(read("flood AND (storm OR NOT sport)"))).toEqual([]);
  expect(leftOut(null)).toEqual([]);
});
