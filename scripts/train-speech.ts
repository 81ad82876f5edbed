// node scripts/train-speech.ts   learns the weights of core/speech/attach.ts from our own texts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readGold } from "#tests/eval/gold.ts";
import { samplesOfGold } from "#tests/eval/gold-samples.ts";
import { samplesOfLesson } from "#tests/eval/lesson-samples.ts";
import { readLessons } from "#tests/eval/training.ts";
import { type Labelled, learn, written } from "./logistic.ts";

const FILE = join(import.meta.dirname, "../src/core/speech/attach-weights.ts");
const COMMENT =
  "Written by scripts/train-speech.ts from our own texts: what each clue of clue.ts adds.";

const samples = [...readLessons().flatMap(samplesOfLesson), ...readGold().flatMap(samplesOfGold)];
const labelled = samples.flatMap(({ clues, right }) =>
  clues.flatMap((names, at): Labelled[] => {
    const truth = right[at] ?? null;
    return truth === null ? [] : [[names, truth]];
  }),
);
const text = written(COMMENT, learn(labelled));
writeFileSync(FILE, text);
process.stdout.write(`${samples.length} samples, ${text.length} bytes in ${FILE}\n`);
