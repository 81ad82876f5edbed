import { expect, test } from "vitest";
import { readGoldEvents } from "./gold.ts";
import { measureStories, ratesOfTally, sum } from "./measure.ts";

const events = readGoldEvents();
const score = measureStories(events);

test("the gold set has sixty articles on fifteen events", () => {
  expect(events.length).toBeGreaterThanOrEqual(15);
  expect(events.flatMap(({ articles }) => articles).length).toBeGreaterThanOrEqual(60);
});

test("stories are grouped as an editor groups them", () => {
  expect(score.bCubed.precision).toBeGreaterThanOrEqual(0.95);
  expect(score.bCubed.f1).toBeGreaterThanOrEqual(0.9);
});

test("no change and no disagreement is told that is none, and two of five changes are found", () => {
  const changes = ratesOfTally(sum([score.figures, score.names, score.facts]));
  expect(changes.precision).toBe(1);
  // Of the labels, names of officials who only speak are not told any more, nor bare statements of a report that is not
  // surely of the readers' matter: on general copy most of these misled.
  expect(changes.recall).toBeGreaterThanOrEqual(0.4);
  const differ = ratesOfTally(score.disagreements);
  expect(differ.precision).toBe(1);
  expect(differ.recall).toBeGreaterThanOrEqual(0.7);
});

test("near-identical copy is told from reports of the same", () => {
  const copies = ratesOfTally(score.copies);
  expect(copies).toEqual({ precision: 1, recall: 1, f1: 1 });
});
