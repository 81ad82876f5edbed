// node scripts/train-stories.ts [SET.jsonl…]   learns the weights of core/story/pair.ts: from our own
// incidents, and from the half of outside sets that is there to learn from
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { FEATURES } from "#core/story/feature.ts";
import { pairOf } from "#core/story/pair.ts";
import { isSeries } from "#core/story/series.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Commonness, Signature } from "#core/story/story.ts";
import { type Weighed, weigh, weighedKeysOf } from "#core/story/weighed.ts";
import { WINDOW } from "#core/story/window.ts";
import { filingOf, type Report } from "#tests/core/story/filing.ts";
import { isHeldBack } from "#tests/eval/stories/half.ts";
import { readLessons } from "#tests/eval/stories/incident.ts";
import { learn, type Model, type Sample } from "#tests/eval/stories/learn.ts";
import { inTenDays, readStorySet } from "#tests/eval/stories/set.ts";

const FILE = join(import.meta.dirname, "../src/core/story/pair-weights.ts");
/** Our own pairs are fewer, and count as much more. */
const OWN = 5;
/** A set is read with its sources and without: copy doesn't always say who filed it. */
const EACH = 0.5;
/** So many events a day stand side by side, in ten days at most: one of a handful has its look-alikes near, too. */
const EVENTS_A_DAY = 50;
const MOST_DAYS = 10;
/** Pairs that have less in common than this are never asked about. */
const FEWEST_SHARED = 3;

interface Labelled {
  readonly story: string;
  readonly signature: Signature;
}

function labelled(story: string, report: Report): Labelled {
  return { story, signature: signatureOf(filingOf(report)) };
}

function withoutSource({ story, signature }: Labelled): Labelled {
  return { story, signature: { ...signature, source: null } };
}

function commonnessIn(reports: readonly Labelled[]): Commonness {
  const counts = new Map<string, number>();
  for (const { signature } of reports) {
    for (const key of new Set(weighedKeysOf(signature)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { stored: reports.length, of: (key) => counts.get(key) ?? 0 };
}

function samplesOf(reports: readonly Labelled[], weight: number): readonly Sample[] {
  const commonness = commonnessIn(reports);
  const weighed = reports.map(({ signature }) => weigh(signature, commonness));
  const samples: Sample[] = [];
  reports.forEach((one, at) => {
    reports.forEach((other, to) => {
      const [here, there] = [weighed[at], weighed[to]];
      if (to <= at || here === undefined || there === undefined || !mayMeet(here, there)) return;
      const pair = pairOf(here, there);
      if (isSeries(pair)) return;
      const values = FEATURES.map((name) => pair.features[name]);
      samples.push({ values, isSame: one.story === other.story, weight });
    });
  });
  return samples;
}

function mayMeet({ signature: a, names: here }: Weighed, { signature: b, names: there }: Weighed) {
  if (Math.abs(a.at - b.at) > WINDOW || a.kind !== b.kind || a.kind === "round-up") return false;
  let shared = 0;
  for (const key of here.weights.keys()) if (there.weights.has(key)) shared += 1;
  for (const key of a.lede) if (b.lede.includes(key)) shared += 1;
  return shared >= FEWEST_SHARED;
}

function written({ weights, bias }: Model): string {
  const lines = FEATURES.map((name, at) => {
    const key = /^[a-z]+$/u.test(name) ? name : JSON.stringify(name);
    return `  ${key}: ${Number((weights[at] ?? 0).toFixed(2))},`;
  });
  return [
    'import type { Feature } from "./feature.ts";',
    "",
    "/** Written by scripts/train-stories.ts: what each feature of a pair adds for the two being of one event. */",
    "export const WEIGHTS: Readonly<Record<Feature, number>> = {",
    ...lines,
    "};",
    `export const BIAS = ${Number(bias.toFixed(2))};`,
    "",
  ].join("\n");
}

const own = readLessons().flatMap((incidents, file) =>
  incidents.flatMap(({ about, reports }) =>
    reports.map((report) => labelled(`${file} ${about}`, report)),
  ),
);
const outside = process.argv.slice(2).flatMap((file) => {
  const toLearn = readStorySet(file).filter(({ story }) => !isHeldBack(story));
  const events = new Set(toLearn.map(({ story }) => story)).size;
  const days = Math.min(MOST_DAYS, Math.ceil(events / EVENTS_A_DAY));
  const named = inTenDays(toLearn, days).map(({ story, report }) => labelled(story, report));
  return [named, named.map(withoutSource)];
});
const samples = [...samplesOf(own, OWN), ...outside.flatMap((set) => samplesOf(set, EACH))];
const text = written(learn(samples));
writeFileSync(FILE, text);
process.stdout.write(`${samples.length} pairs, ${text.length} bytes in ${FILE}\n`);
