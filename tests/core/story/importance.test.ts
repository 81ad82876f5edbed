import fc from "fast-check";
import { expect, test } from "vitest";
import { importanceOf, sayImportance, type Weight } from "#core/story/importance.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 4, 8, 6);
const PLAIN: Weight = { urgency: null, latest: NOW, isDated: false, sources: 1, topics: 0 };
const score = (weight: Partial<Weight>) => importanceOf({ ...PLAIN, ...weight }, NOW).score;

test("what is unstated counts as ordinary", () => {
  expect(score({ urgency: 5 })).toBe(score({}));
});

test("more urgent, newer, of more sources and nearer to the topics is more important", () => {
  expect(score({ urgency: 4 })).toBeGreaterThan(score({}));
  expect(score({ latest: NOW - HOUR })).toBeLessThan(score({}));
  expect(score({ sources: 2 })).toBeGreaterThan(score({}));
  expect(score({ topics: 0.5 })).toBeGreaterThan(score({}));
});

test("no age, sources or topics outweigh a step of urgency", () => {
  const weight = fc.record({
    latest: fc.integer({ min: NOW - 1_000 * HOUR, max: NOW + HOUR }),
    isDated: fc.boolean(),
    sources: fc.integer({ min: 0, max: 1_000 }),
    topics: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(weight, weight, fc.constantFrom(1, 2, 3, 4, 5, 6, 7), (one, other, urgency) => {
      const above = score({ ...one, urgency: urgency as 1 });
      expect(above).toBeGreaterThan(score({ ...other, urgency: (urgency + 1) as 2 }));
    }),
  );
});

test("its reasons add up to its score, and are said the weightiest first", () => {
  const importance = importanceOf(
    { urgency: 2, latest: NOW - 6 * HOUR, isDated: false, sources: 4, topics: 0.5 },
    NOW,
  );
  expect(importance.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(
    importance.score,
  );
  expect(sayImportance(importance)).toBe(
    "urgency 2 (+175), came in 6 h before it (+4), 4 sources (+4), topics 50 % (+3)",
  );
});

test("says by which of the two it goes: when it came in, or the date in its copy", () => {
  const dated = { urgency: null, latest: NOW - 6 * HOUR, sources: 1, topics: 0 };
  expect(sayImportance(importanceOf({ ...dated, isDated: true }, NOW))).toContain(
    "dated 6 h before it by its copy (+4)",
  );
});
