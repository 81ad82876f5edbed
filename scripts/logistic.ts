import { chanceOf } from "#core/speech/chance.ts";

const ROUNDS = 20;
const STEP = 0.15;
/** What a weight costs for its size at each sample. */
const COST = 0.005;
/** A weight smaller than this says nothing. */
const LEAST = 0.05;

/** Clues, and whether what they speak for is so. */
export type Labelled = readonly [clues: readonly string[], truth: boolean];

/** Logistic regression, one sample after the other in their order: the same every time. */
export function learn(samples: readonly Labelled[], cost = COST): Record<string, number> {
  const weights: Record<string, number> = {};
  const steps: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [names, truth] of samples) {
      const error = chanceOf(names, weights) - (truth ? 1 : 0);
      for (const name of names) {
        const weight = weights[name] ?? 0;
        const slope = error + cost * weight;
        const seen = (steps[name] ?? 0.01) + slope * slope;
        steps[name] = seen;
        weights[name] = weight - (STEP * slope) / Math.sqrt(seen);
      }
    }
  }
  return weights;
}

/** The weights as a module, in the order of their names. */
export function written(comment: string, weights: Readonly<Record<string, number>>): string {
  const lines = Object.entries(weights)
    .filter(([, weight]) => Math.abs(weight) >= LEAST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, weight]) =>
        `  ${/^[a-z]+$/u.test(name) ? name : JSON.stringify(name)}: ${Number(weight.toFixed(2))},`,
    );
  return [
    `/** ${comment} */`,
    "export const WEIGHTS: Readonly<Record<string, number>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}
