// node scripts/train-uttered.ts   learns the weights of core/speech/uttered.ts from our own texts
import { join } from "node:path";
import { readGold } from "#tests/eval/gold.ts";
import { readLessons } from "#tests/eval/training.ts";
import { readUttered, utteredOfGold, utteredOfText } from "#tests/eval/uttered-samples.ts";
import { learn, writeWeights } from "./logistic.ts";

const FILE = join(import.meta.dirname, "../src/core/speech/uttered-weights.ts");
const COMMENT =
  "Written by scripts/train-uttered.ts from our own texts: what each clue of uttered-clue.ts adds.";

const samples = [
  ...readLessons().flatMap(({ body }) => utteredOfText(body)),
  ...readGold().flatMap(utteredOfGold),
  ...readUttered(),
];
const examples = samples.map(({ clues, truth }) => ({ clues, right: truth }));
const length = writeWeights(FILE, COMMENT, learn(examples, { rounds: 20, cost: 0.005 }));
const not = samples.filter(({ truth }) => !truth).length;
process.stdout.write(`${samples.length} samples, ${not} nobody's, ${length} bytes in ${FILE}\n`);
