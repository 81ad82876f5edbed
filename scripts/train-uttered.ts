// node scripts/train-uttered.ts   learns the weights of core/speech/uttered.ts from our own texts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readGold } from "#tests/eval/gold.ts";
import { readLessons } from "#tests/eval/training.ts";
import { readUttered, utteredOfGold, utteredOfText } from "#tests/eval/uttered-samples.ts";
import { type Labelled, learn, written } from "./logistic.ts";

const FILE = join(import.meta.dirname, "../src/core/speech/uttered-weights.ts");
const COMMENT =
  "Written by scripts/train-uttered.ts from our own texts: what each clue of uttered-clue.ts adds.";

const samples = [
  ...readLessons().flatMap(({ body }) => utteredOfText(body)),
  ...readGold().flatMap(utteredOfGold),
  ...readUttered(),
];
const labelled = samples.map(({ clues, truth }): Labelled => [clues, truth]);
const text = written(COMMENT, learn(labelled));
writeFileSync(FILE, text);
const not = samples.filter(({ truth }) => !truth).length;
process.stdout.write(
  `${samples.length} samples, ${not} nobody's, ${text.length} bytes in ${FILE}\n`,
);
