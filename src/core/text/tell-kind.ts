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
/** A sender's text says so in more than one way. */
const LIKELY_SENT = 0.65;
/** So likely must it be that a report is its writer's view or advice for its judgements to be doubted. */
const DOUBT = 0.22;
/** Fewer sentences than this have no voice yet. */
const FEWEST_SENTENCES = 6;

/** What a text is told to be. */
export interface ToldKind {
  readonly kind: TextKind;
  /** Whether what is told as a report may be its writer's view: it speaks like one. */
  readonly isDoubted: boolean;
}

/**
 * Tells what a text is: what it says of itself decides, then the form of its lines, then a small learned
 * model its voice. In doubt a text is a report.
 */
export function tellKind(evidence: KindEvidence): ToldKind {
  const text = signed(evidence);
  const kind = statedKind(text) ?? shapedKind(text);
  return kind === null ? voicedKind(text) : { kind, isDoubted: false };
}

function voicedKind(text: Signed): ToldKind {
  const report = { kind: "report", isDoubted: false } as const;
  if (!text.isHeard || text.sentences.length < FEWEST_SENTENCES) return report;
  const chances = chancesOf(readClues(text), WEIGHTS);
  const doubted: ToldKind = isVerdict(text.title)
    ? { kind: "opinion", isDoubted: false }
    : {
        ...report,
        isDoubted: chances.opinion + chances.advice >= DOUBT,
      };
  if (1 - chances.report < SURE) return doubted;
  const others = VOICED.filter((kind) => kind !== "report");
  const best = others.reduce((one, other) => (chances[other] > chances[one] ? other : one));
  const isLikely = chances[best] >= (best === "release" ? LIKELY_SENT : LIKELY);
  return isLikely ? { kind: best, isDoubted: false } : doubted;
}

// Royal Arrogance | A shameless con; not: Moe mocked for hypocrisy, "A shameless con"
const VERDICT =
  /^(?:(?:an?|the|this|that) )?(?:[\p{L}-]+(?:al|ic|ive|ous|ing|ful|less|ish|able|ary|ite|ate|[’']s) ){0,3}(?:arrogance|hypocrisy|con|sham|farce|disgrace|folly|madness|nonsense|charade|betrayal|cowardice|absurdity|idiocy|insanity|travesty|humbug|hubris)[.!]?$/iu;

/** A headline that is nothing but a judgement is no report's. */
function isVerdict(title: string): boolean {
  return VERDICT.test(title.trim());
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
