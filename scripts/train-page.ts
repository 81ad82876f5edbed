// node scripts/train-page.ts   learns the weights of core/text/page-line.ts from our own pages
import { join } from "node:path";
import { readAllPageLessons } from "#tests/eval/page-samples.ts";
import { learn, PAGE_COURSE, writeWeights } from "./logistic.ts";

const FILE = join(import.meta.dirname, "../src/core/text/page-weights.ts");
const COMMENT =
  "Written by scripts/train-page.ts from our own pages: what each clue of page-clue.ts adds.";

const lessons = readAllPageLessons();
const length = writeWeights(FILE, COMMENT, learn(lessons, PAGE_COURSE));
process.stdout.write(`${lessons.length} lines, ${length} bytes in ${FILE}\n`);
