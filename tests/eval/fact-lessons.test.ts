import { join } from "node:path";
import { expect, test } from "vitest";
import { learnFacts, lessonsOf, readLabel, readLabelled } from "../../scripts/fact-lessons.ts";

const SAMPLE = join(import.meta.dirname, "labelled/articles.jsonl");

test.each([
  ["f3", { kind: "f", worth: 3, needs: [], lost: false }],
  ["q1<2,11", { kind: "q", worth: 1, needs: [2, 11], lost: false }],
  ["o0!", { kind: "o", worth: 0, needs: [], lost: true }],
])("the label %s", (text, label) => expect(readLabel(text)).toEqual(label));

const lessons = readLabelled(SAMPLE).map(lessonsOf);

test("each sentence that may be a fact is a lesson of news and view, and of hanging once for all that may stand above it", () => {
  const [first] = lessons;
  expect(first?.news.map(({ right }) => right)).toContain(true);
  expect(first?.view).toHaveLength(first?.news.length ?? 0);
  expect(first?.hangs.length).toBeGreaterThan(first?.news.length ?? 0);
  // "It will stay shut": behind its bridge it stands, alone it hangs.
  const shut = first?.hangs.filter(({ clues }) => clues.includes("opens it")) ?? [];
  expect(new Set(shut.map(({ right }) => right))).toEqual(new Set([true, false]));
});

test("the same labels teach the same weights", () => {
  const weights = learnFacts(lessons);
  expect(learnFacts(readLabelled(SAMPLE).map(lessonsOf))).toEqual(weights);
  expect(weights.news["place 0"]).toBeGreaterThan(weights.news["place 4"] ?? 0);
  expect(weights.hangs["need unmet"]).toBeGreaterThan(weights.hangs["need met"] ?? 0);
});
