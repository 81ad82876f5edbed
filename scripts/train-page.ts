// node scripts/train-page.ts   learns the weights of core/text/page-line.ts from our own pages
import { join } from "node:path";
import { readGold } from "#tests/eval/gold.ts";
import { readKinds } from "#tests/eval/kinds.ts";
import { pageLessonsOf, readPageLessons } from "#tests/eval/page-samples.ts";
import { readLessons } from "#tests/eval/training.ts";
import { learn, writeWeights } from "./logistic.ts";

const FILE = join(import.meta.dirname, "../src/core/text/page-weights.ts");
const COMMENT =
  "Written by scripts/train-page.ts from our own pages: what each clue of page-clue.ts adds.";

const lessons = [
  ...readPageLessons(),
  ...readGold().flatMap(pageLessonsOf),
  // Texts that we wrote for the speakers and for the kinds are stories alone.
  ...[...readLessons(), ...readKinds()].flatMap(({ body }) =>
    pageLessonsOf({ body, furniture: [] }),
  ),
];
const length = writeWeights(FILE, COMMENT, learn(lessons, { rounds: 60, cost: 0.006 }));
process.stdout.write(`${lessons.length} lines, ${length} bytes in ${FILE}\n`);
