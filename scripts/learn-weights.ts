import { readFileSync } from "node:fs";
import { contentKeys } from "#core/brief/candidate.ts";
import { type Eligible, findEligible } from "#core/brief/facts.ts";
import { chooseTold } from "#core/brief/promise.ts";
import { readStory } from "#core/brief/read.ts";
import { FEATURES } from "#core/brief/salience.ts";
import { WEIGHTS, type Weights } from "#core/brief/weights.ts";
import { findWords } from "#core/text/words.ts";

/** How many facts of a brief are held against the reference. */
const COUNTED = 3;
const NAMES = [...FEATURES, "repeated", "crowded"] as const;
const STEPS = [1.2, -1.2, 0.5, -0.5, 0.2, -0.2, 0.08, -0.08];
const ROUNDS = 12;
/** What a weight costs for its size, so that a few articles can't raise one far. */
const COST = 0.00004;

interface Lesson {
  readonly entries: readonly Eligible[];
  /** The words of its headline. */
  readonly known: ReadonlySet<string>;
  readonly reference: ReadonlyMap<string, number>;
  readonly size: number;
}

/** One set of articles; every set counts as much as any other, however many lines it has. */
type Lessons = readonly Lesson[];

/** Reads lines of `{"text", "title"?, "reference": [sentence, …]}`. */
function readLessons(path: string): Lessons {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => {
    const { text, title, reference } = JSON.parse(line);
    const story = readStory({ title: title ?? null, body: text, dateline: null, language: "en" });
    const keys = keysOf([reference].flat().join(" "));
    const known = contentKeys(findWords(story.headline ?? ""));
    return { entries: findEligible(story), known, reference: count(keys), size: keys.length };
  });
}

function keysOf(text: string): string[] {
  return findWords(text).map(({ key }) => key);
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How well the first facts cover the reference, word by word: F1 of precision and recall. */
function agreement({ entries, known, reference, size }: Lesson, weights: Weights): number {
  const terms = { count: COUNTED, weights, later: weights, known };
  const keys = chooseTold(entries, terms).flatMap(({ candidate }) =>
    candidate.words.map(({ key }) => key),
  );
  let shared = 0;
  for (const [key, times] of count(keys)) shared += Math.min(times, reference.get(key) ?? 0);
  return shared === 0 ? 0 : (2 * shared) / (keys.length + size);
}

function mean(lessons: Lessons, weights: Weights): number {
  return lessons.reduce((sum, lesson) => sum + agreement(lesson, weights), 0) / lessons.length;
}

function value(sets: readonly Lessons[], weights: Weights): number {
  const cost = NAMES.reduce((sum, name) => sum + weights[name] ** 2, 0) * COST;
  return sets.reduce((sum, lessons) => sum + mean(lessons, weights), 0) / sets.length - cost;
}

/** Climbs by one weight at a time until no step helps. */
function learn(sets: readonly Lessons[], from: Weights): Weights {
  let best = from;
  let most = value(sets, best);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = most;
    for (const name of NAMES) {
      for (const step of STEPS) {
        const tried = { ...best, [name]: Math.round((best[name] + step) * 100) / 100 };
        const worth = value(sets, tried);
        if (worth > most) {
          most = worth;
          best = tried;
        }
      }
    }
    if (most - before < 1e-5) break;
  }
  return best;
}

function half(lessons: Lessons, which: number): Lessons {
  return lessons.filter((_, index) => index % 2 === which);
}

function report(label: string, sets: readonly Lessons[], weights: Weights): void {
  const shares = sets.map((lessons) => (100 * mean(lessons, weights)).toFixed(2));
  process.stdout.write(`${label}: ${shares.join("  ")}\n`);
}

const sets = process.argv.slice(2).map(readLessons);
if (sets.length === 0) {
  process.stderr.write("usage: node scripts/learn-weights.ts SET.jsonl…\n");
  process.exitCode = 2;
} else {
  report("as they stand", sets, WEIGHTS);
  for (const which of [0, 1]) {
    const learnt = learn(
      sets.map((lessons) => half(lessons, which)),
      WEIGHTS,
    );
    report(
      `half ${which}, seen`,
      sets.map((lessons) => half(lessons, which)),
      learnt,
    );
    report(
      `half ${which}, unseen`,
      sets.map((lessons) => half(lessons, 1 - which)),
      learnt,
    );
    report(
      `  before, unseen`,
      sets.map((lessons) => half(lessons, 1 - which)),
      WEIGHTS,
    );
  }
  const learnt = learn(sets, WEIGHTS);
  report("learnt from all", sets, learnt);
  process.stdout.write(`${JSON.stringify(learnt, null, 2)}\n`);
}
