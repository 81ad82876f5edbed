import { writeFileSync } from "node:fs";
import { chanceOf, nameOf, type WeightOf } from "#core/text/chance.ts";

/** What is true of one thing, with the clues that it shows. */
export interface Example {
  readonly clues: readonly string[];
  readonly right: boolean;
}

/** How weights are learned. */
export interface Course {
  readonly rounds: number;
  /** What a weight costs for its size at each example. */
  readonly cost: number;
}

/** How what tells a page from its story is learned. */
export const PAGE_COURSE: Course = { rounds: 60, cost: 0.006 };

const STEP = 0.15;
/** A weight smaller than this says nothing. */
const LEAST = 0.05;

/** Logistic regression, one example after the other in their order: the same every time. */
export function learn(
  examples: readonly Example[],
  { rounds, cost }: Course,
): Record<string, number> {
  const weights = new Map<string, number>();
  const weightOf: WeightOf = (clue) => weights.get(nameOf(clue)) ?? 0;
  const steps: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const { clues, right } of examples) {
      const error = chanceOf(clues, weightOf) - (right ? 1 : 0);
      for (const name of clues) {
        const weight = weights.get(name) ?? 0;
        const slope = error + cost * weight;
        const seen = (steps[name] ?? 0.01) + slope * slope;
        steps[name] = seen;
        weights.set(name, weight - (STEP * slope) / Math.sqrt(seen));
      }
    }
  }
  return Object.fromEntries(weights);
}

/** Those that say something, rounded, in the order of their names. */
export function roundedWeights(weights: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(weights)
    .filter(([, weight]) => Math.abs(weight) >= LEAST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => [name, Number(weight.toFixed(2))]);
}

/** Writes weights as a module; returns its length. */
export function writeWeights(
  file: string,
  comment: string,
  weights: Readonly<Record<string, number>>,
): number {
  const lines = roundedWeights(weights).map(
    ([name, weight]) => `  ${/^[a-z]+$/u.test(name) ? name : JSON.stringify(name)}: ${weight},`,
  );
  const text = [
    `/** ${comment} */`,
    "export const WEIGHTS: Readonly<Record<string, number>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
  writeFileSync(file, text);
  return text.length;
}
