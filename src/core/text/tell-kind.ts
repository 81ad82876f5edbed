import type { KindEvidence, TextKind } from "./kind.ts";
import { type Clues, readClues } from "./kind-clues.ts";
import { shapedKind } from "./kind-shaped.ts";
import { type Signed, signed } from "./kind-signed.ts";
import { statedKind } from "./kind-stated.ts";
import { WEIGHTS } from "./kind-weights.ts";

/** The kinds that are told by how a text speaks; the others by their labels and lines. */
export const VOICED = ["report", "opinion", "advice", "list", "release"] as const;
export type VoicedKind = (typeof VOICED)[number];
/** What each clue adds to each kind. */
export type KindWeights = Readonly<Record<VoicedKind, Readonly<Record<string, number>>>>;

/**
 * So likely must it be that a text is no report. Set on articles that took no part in training: see
 * docs/quality.md.
 */
const SURE = 0.7;
/** And so likely that it is the kind that is told: what may be any of three is told as none. */
const LIKELY = 0.4;
/** Fewer sentences than this have no voice yet. */
const FEWEST_SENTENCES = 6;

/**
 * Tells what a text is: what it says of itself decides, then the form of its lines, then a small learned
 * model its voice. In doubt a text is a report.
 */
export function tellKind(evidence: KindEvidence): TextKind {
  const text = signed(evidence);
  return statedKind(text) ?? shapedKind(text) ?? voicedKind(text);
}

function voicedKind(text: Signed): TextKind {
  if (!text.isHeard || text.sentences.length < FEWEST_SENTENCES) return "report";
  const chances = chancesOf(readClues(text), WEIGHTS);
  if (1 - chances.report < SURE) return "report";
  const others = VOICED.filter((kind) => kind !== "report");
  const best = others.reduce((one, other) => (chances[other] > chances[one] ? other : one));
  return chances[best] < LIKELY ? "report" : best;
}

/** How likely each kind is: the softmax of the sums of weights. */
export function chancesOf(
  clues: Clues,
  weights: KindWeights,
): Readonly<Record<VoicedKind, number>> {
  const shown = Object.entries(clues).filter(([, value]) => value !== 0);
  const powers = VOICED.map((kind) => {
    let sum = weights[kind].bias ?? 0;
    for (const [name, value] of shown) sum += value * (weights[kind][name] ?? 0);
    return [kind, Math.exp(sum)] as const;
  });
  const total = powers.reduce((sum, [, power]) => sum + power, 0);
  return Object.fromEntries(powers.map(([kind, power]) => [kind, power / total])) as Record<
    VoicedKind,
    number
  >;
}
