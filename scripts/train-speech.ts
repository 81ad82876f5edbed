// node scripts/train-speech.ts   learns the weights of core/speech/attach.ts from our own texts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chanceOf } from "#core/speech/attach.ts";
import { readGold } from "#tests/eval/gold.ts";
import { samplesOfGold } from "#tests/eval/gold-samples.ts";
import { samplesOfLesson } from "#tests/eval/lesson-samples.ts";
import type { Sample } from "#tests/eval/samples.ts";
import { readLessons } from "#tests/eval/training.ts";

const ROUNDS = 20;
const STEP = 0.15;
/** What a weight costs for its size at each sample. */
const COST = 0.005;
/** A weight smaller than this says nothing. */
const LEAST = 0.05;
const FILE = join(import.meta.dirname, "../src/core/speech/attach-weights.ts");

/** Logistic regression, one sample after the other in the order of the files: the same every time. */
function learn(samples: readonly Sample[]): Record<string, number> {
  const weights: Record<string, number> = {};
  const steps: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { clues, right } of samples) {
      clues.forEach((names, at) => {
        const truth = right[at] ?? null;
        if (truth === null) return;
        const error = chanceOf(names, weights) - (truth ? 1 : 0);
        for (const name of names) {
          const weight = weights[name] ?? 0;
          const slope = error + COST * weight;
          const seen = (steps[name] ?? 0.01) + slope * slope;
          steps[name] = seen;
          weights[name] = weight - (STEP * slope) / Math.sqrt(seen);
        }
      });
    }
  }
  return weights;
}

function written(weights: Readonly<Record<string, number>>): string {
  const lines = Object.entries(weights)
    .filter(([, weight]) => Math.abs(weight) >= LEAST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, weight]) =>
        `  ${/^[a-z]+$/u.test(name) ? name : JSON.stringify(name)}: ${Number(weight.toFixed(2))},`,
    );
  return [
    "/** Written by scripts/train-speech.ts from our own texts: what each clue of clue.ts adds. */",
    "export const WEIGHTS: Readonly<Record<string, number>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}

const samples = [...readLessons().flatMap(samplesOfLesson), ...readGold().flatMap(samplesOfGold)];
const text = written(learn(samples));
writeFileSync(FILE, text);
process.stdout.write(`${samples.length} samples, ${text.length} bytes in ${FILE}\n`);
