// node scripts/train-speech.ts   learns the weights of core/speech/attach.ts from our own texts
import { join } from "node:path";
import { readGold } from "#tests/eval/gold.ts";
import { samplesOfGold } from "#tests/eval/gold-samples.ts";
import { samplesOfLesson } from "#tests/eval/lesson-samples.ts";
import { readLessons } from "#tests/eval/training.ts";
import { type Example, learn, writeWeights } from "./logistic.ts";

const FILE = join(import.meta.dirname, "../src/core/speech/attach-weights.ts");
const COMMENT =
  "Written by scripts/train-speech.ts from our own texts: what each clue of clue.ts adds.";

const samples = [...readLessons().flatMap(samplesOfLesson), ...readGold().flatMap(samplesOfGold)];
const examples = samples.flatMap(({ clues, right }) =>
  clues.flatMap((names, at): Example[] => {
    const truth = right[at] ?? null;
    return truth === null ? [] : [{ clues: names, right: truth }];
  }),
);
const length = writeWeights(FILE, COMMENT, learn(examples, { rounds: 20, cost: 0.005 }));
process.stdout.write(`${samples.length} samples, ${length} bytes in ${FILE}\n`);
