import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { changesBetween, sayChange } from "#core/change/changes.ts";
import { disagreements, sayDisagreement } from "#core/change/disagreement.ts";
import type { Filing } from "#core/change/filing.ts";
import { compareRevisions } from "#core/change/revision.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const Text = z.strictObject({ title: z.string(), body: z.string() });
const Pair = z.strictObject({
  ...{ id: z.string(), way: z.enum(["revision", "later", "beside"]), before: Text, after: Text },
  held: z.boolean().default(false),
  told: z.array(z.string()).default([]),
  may: z.array(z.string()).default([]),
});

/** Two texts on one matter, and what readers must be told, or may not. */
export type Pair = z.infer<typeof Pair>;

/** What the rules make of a pair. */
export interface PairScore {
  readonly id: string;
  readonly held: boolean;
  readonly lines: readonly string[];
  /** Whether one of the lines tells what must be told. */
  readonly isTold: boolean;
  /** Lines that give a figure, a name or a difference, and that nobody has allowed. */
  readonly wrong: readonly string[];
}

/** Reads the changes that are true, or the pairs that only look like one. */
export function readPairs(which: "true" | "near"): readonly Pair[] {
  const path = fileURLToPath(new URL(`./${which}.yaml`, import.meta.url));
  return z.array(Pair).parse(parse(readFileSync(path, "utf8")));
}

interface Line {
  readonly text: string;
  /** A sentence as it stands claims no more than its copy does. */
  readonly isClaim: boolean;
}

export function scorePair(pair: Pair): PairScore {
  const { id, held, told, may } = pair;
  const lines = linesOf(pair);
  const allowed = [...told, ...may].map((pattern) => new RegExp(pattern, "u"));
  const wrong = lines.filter(
    ({ text, isClaim }) => isClaim && !allowed.some((pattern) => pattern.test(text)),
  );
  const isTold = told.some((pattern) =>
    lines.some(({ text }) => new RegExp(pattern, "u").test(text)),
  );
  const texts = (of: readonly Line[]) => of.map(({ text }) => text);
  return { id, held, lines: texts(lines), isTold, wrong: texts(wrong) };
}

const SIX = Date.parse("2026-05-08T06:20:00Z");
const HOUR = 3_600_000;
const LATER = 26;

function linesOf({ way, before, after }: Pair): readonly Line[] {
  const one = fileText("one", "Tarn Wire", 0, before);
  if (way === "revision") return revised(one, fileText("one", "Tarn Wire", 1, after));
  const isBeside = way === "beside";
  const other = fileText(
    "two",
    isBeside ? "Velsk Press" : "Tarn Wire",
    isBeside ? 0.5 : LATER,
    after,
  );
  const differ = disagreements([one, other]).map(sayDisagreement);
  return [...changed(one, other), ...differ.map((text) => ({ text, isClaim: true }))];
}

function changed(one: Filing, other: Filing): readonly Line[] {
  return changesBetween([one], other).map((change) => ({
    text: sayChange(change),
    isClaim: change.kind !== "fact",
  }));
}

function revised({ article: one }: Filing, { article: other }: Filing): readonly Line[] {
  const announced = /^CORRECTED/u.test(other.title ?? "")
    ? ({ kind: "correction", text: "CORRECTED" } as const)
    : null;
  const { details } = compareRevisions(one, { ...other, announced });
  return details.map((text) => ({
    text: text.replace(/^new: “(?<sentence>.*)”$/su, "$<sentence>"),
    isClaim: text !== "headline changed" && !text.startsWith("new: "),
  }));
}

function fileText(
  id: string,
  source: string,
  hours: number,
  { title, body }: Pair["before"],
): Filing {
  return filingOf({ id, source, at: new Date(SIX + hours * HOUR).toISOString(), title, body });
}
