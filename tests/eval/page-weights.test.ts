import { expect, test } from "vitest";
import { WEIGHTS } from "#core/text/page-weights.ts";
import { learn, PAGE_COURSE, roundedWeights } from "../../scripts/logistic.ts";
import { readAllPageLessons } from "./page-samples.ts";

test("the weights of pages are those that their script learns from the copy as it is", () => {
  const learned = roundedWeights(learn(readAllPageLessons(), PAGE_COURSE));
  expect(learned).toEqual(Object.entries(WEIGHTS));
});
