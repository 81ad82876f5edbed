import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Figure } from "#core/text/figure.ts";
import { findFigures } from "#core/text/figures.ts";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";
import { share } from "./metric/spans.ts";
import { percent, type Figure as Shown } from "./report.ts";

const LabelledFigure = z.strictObject({
  text: z.string(),
  value: z.number(),
  upTo: z.number().nullable().default(null),
  bound: z.string().nullable().default(null),
  unit: z.string().nullable().default(null),
  counts: z.string().nullable().default(null),
  fate: z.string().nullable().default(null),
});
export type LabelledFigure = z.infer<typeof LabelledFigure>;

const FILE = join(import.meta.dirname, "gold-figures.yaml");

/** Reads which figures an editor reads in some of the gold articles. */
export function readGoldFigures(): Map<string, LabelledFigure[]> {
  const read = z
    .record(z.string(), z.array(LabelledFigure))
    .parse(parse(readFileSync(FILE, "utf8")));
  return new Map(Object.entries(read));
}

/** What was read of the figures of one article. */
export interface FigureScore {
  readonly labelled: number;
  readonly found: number;
  /** Found with the value that the labels have. */
  readonly right: number;
  /** Of those, with the same unit, bound, and what they count. */
  readonly whole: number;
  /** For people. */
  readonly faults: readonly string[];
}

/** Holds the figures of an article's story against its labels, in their order. */
export function measureFigures(body: string, labels: readonly LabelledFigure[]): FigureScore {
  const passages = findPassages(body);
  const told = findSentences(body, passages).filter(({ passage }) => {
    const kind = passages[passage]?.kind;
    return kind === "prose" || kind === "item";
  });
  const found = told.flatMap((sentence) => findFigures(body, sentence));
  const rest = [...labels];
  const faults: string[] = [];
  let whole = 0;
  for (const figure of found) {
    const at = rest.findIndex(({ text, value }) => text === figure.text && value === figure.value);
    const [label] = at < 0 ? [] : rest.splice(at, 1);
    if (label === undefined) faults.push(`no figure: ${describe(figure)}`);
    else if (describe(label) === describe(figure)) whole += 1;
    else faults.push(`${describe(figure)} is ${describe(label)}`);
  }
  faults.push(...rest.map((label) => `missed: ${describe(label)}`));
  const right = labels.length - rest.length;
  return { labelled: labels.length, found: found.length, right, whole, faults };
}

function describe(figure: Omit<LabelledFigure, never> | Figure): string {
  const { text, value, upTo, bound, unit, counts, fate } = figure;
  return [text, value, upTo, bound, unit, counts, fate].map((part) => part ?? "–").join(", ");
}

/** The scores of all labelled articles as figures. */
export function figureRows(scores: readonly FigureScore[]): Shown[] {
  const sum = (key: "labelled" | "found" | "right" | "whole") =>
    scores.reduce((total, score) => total + score[key], 0);
  return [
    percent("figures: precision", share(sum("right"), sum("found"))),
    percent("figures: recall", share(sum("right"), sum("labelled"))),
    percent("figures: with what they count, of those found", share(sum("whole"), sum("right"))),
  ];
}
