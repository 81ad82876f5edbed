// node scripts/train-kind.ts   learns the weights of core/text/tell-kind.ts from our own texts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Clues, readClues } from "#core/text/kind-clues.ts";
import { signed } from "#core/text/kind-signed.ts";
import { chancesOf, VOICED, type VoicedKind } from "#core/text/tell-kind.ts";
import { evidenceOfSample, type KindSample, kindsOfGold, readKinds } from "#tests/eval/kinds.ts";

const ROUNDS = 60;
const STEP = 0.1;
/** What a weight costs for its size at each sample. */
const COST = 0.01;
/** A weight smaller than this says nothing. */
const LEAST = 0.05;
const FILE = join(import.meta.dirname, "../src/core/text/kind-weights.ts");

interface Lesson {
  readonly kind: VoicedKind;
  readonly clues: Clues;
}
type Weights = Record<VoicedKind, Record<string, number>>;

/** Multinomial logistic regression, one text after the other in the order of the files: the same every time. */
function learn(lessons: readonly Lesson[]): Weights {
  const weights = empty();
  const steps = empty();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { kind, clues } of lessons) {
      const chances = chancesOf(clues, weights);
      for (const one of VOICED) {
        const error = chances[one] - (one === kind ? 1 : 0);
        for (const [name, value] of [["bias", 1] as const, ...Object.entries(clues)]) {
          if (value === 0) continue;
          const weight = weights[one][name] ?? 0;
          const slope = error * value + COST * weight;
          const seen = (steps[one][name] ?? 0.01) + slope * slope;
          steps[one][name] = seen;
          weights[one][name] = weight - (STEP * slope) / Math.sqrt(seen);
        }
      }
    }
  }
  return weights;
}

function empty(): Weights {
  return { report: {}, opinion: {}, advice: {}, list: {}, release: {} };
}

function written(weights: Weights): string {
  const kinds = VOICED.map((kind) => {
    const lines = Object.entries(weights[kind])
      .filter(([, weight]) => Math.abs(weight) >= LEAST)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, weight]) => `    ${keyOf(name)}: ${Number(weight.toFixed(2))},`);
    return [`  ${kind}: {`, ...lines, "  },"].join("\n");
  });
  return [
    "/** Written by scripts/train-kind.ts from our own texts: what each clue of kind-clues.ts adds to each kind. */",
    "export const WEIGHTS = {",
    ...kinds,
    "} as const;",
    "",
  ].join("\n");
}

function keyOf(name: string): string {
  return /^[a-z]+$/u.test(name) ? name : JSON.stringify(name);
}

/** Each text thrice: as it is, without its headline, and its second half alone, since copy comes in all of these. */
function lessonsOf({ kind, title, body }: KindSample): Lesson[] {
  const blocks = body.split(/\n\n+/u);
  const half = blocks.slice(Math.floor(blocks.length / 2)).join("\n\n");
  const forms = [
    { title, body },
    { title: "", body },
    { title, body: half },
  ];
  return forms.map((form) => ({ kind, clues: readClues(signed(evidenceOfSample(form))) }));
}

const lessons = [...readKinds(), ...kindsOfGold()].flatMap(lessonsOf);
const text = written(learn(lessons));
writeFileSync(FILE, text);
process.stdout.write(`${lessons.length} texts, ${text.length} bytes in ${FILE}\n`);
