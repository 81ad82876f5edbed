import { expect, test } from "vitest";
import { costOf, isWithin } from "#core/judgement/budget.ts";

const NO_LIMIT = { questions: 100, tokens: null, cost: null };
const PRICES = { read: 0.5, written: 2 };
const spent = (questions: number, read = 0, written = 0) => ({
  questions,
  tokens: { read, written },
});

test("prices are for a million tokens, read and written", () => {
  expect(costOf(spent(1, 2_000_000, 500_000), PRICES)).toBe(2);
  expect(costOf(spent(1, 2_000_000), null)).toBeNull();
});

test.each([
  ["questions that are left", { ...NO_LIMIT, questions: 3 }, spent(2), true],
  ["questions that are used up", { ...NO_LIMIT, questions: 3 }, spent(3), false],
  ["none at all", { ...NO_LIMIT, questions: 0 }, spent(0), false],
  ["tokens that are left", { ...NO_LIMIT, tokens: 100 }, spent(1, 60, 39), true],
  ["tokens that are used up", { ...NO_LIMIT, tokens: 100 }, spent(1, 60, 40), false],
  ["money that is left", { ...NO_LIMIT, cost: 1 }, spent(1, 1_999_998), true],
  ["money that is used up", { ...NO_LIMIT, cost: 1 }, spent(1, 2_000_000), false],
])("a budget with %s", (_what, budget, so, expected) => {
  expect(isWithin(budget, so, PRICES)).toBe(expected);
});
