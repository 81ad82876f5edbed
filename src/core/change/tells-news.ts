import { readVoice, type Trait } from "#core/text/kind-voice.ts";
import type { Range } from "#core/text/text.ts";
import type { Bond } from "./bond.ts";

/** What a sentence does that tells what has happened, was said, or is to come. */
const TELLS: readonly Trait[] = ["only past", "says", "ahead", "dated"];
/** What one does that judges, asks, or says what holds of all. */
const JUDGES: readonly Trait[] = [
  ...(["verdict", "praise", "value", "strong", "equation", "turn", "informal"] as const),
  ...(["first", "we", "second", "mind", "ought", "order", "asked", "exclaimed"] as const),
];
// "has grounded every ship", "have been told"
const HAS_DONE =
  /\b(?:has|have) (?:\p{L}+ly |been |also |now )?\p{Ll}+(?:ed|en|un|ade|old|aid|ent|ost|ut|et)\b/u;
/** Longer ones are drawn out: most of such a sentence recalls what is known. */
const MOST_WORDS = 40;

/**
 * Says whether a sentence is in the voice of news: "Lorries blocked three roads on Monday". What explains, judges, paints
 * the scene or holds at any time ("The dam stands where two rivers meet") is no change of the story, however new its words
 * are.
 */
export function tellsNews(body: string, sentence: Range): boolean {
  const text = body.slice(sentence.start, sentence.end);
  if (text.split(/\s+/u).length > MOST_WORDS) return false;
  const opens = voiceOf(body, sentence);
  const tells = HAS_DONE.test(text) || TELLS.some((trait) => opens.has(trait));
  return tells && !JUDGES.some((trait) => opens.has(trait));
}

/**
 * Says whether a sentence of the news may be told as a change, by how surely its report is of the readers' matter. What says
 * when it happened, or whose word it is, can be held against what readers know; a bare statement may be background. Of 214
 * lines of general copy that readers judged two in five were true, and of those that these rules leave nine in ten.
 */
export function isSure(
  body: string,
  sentence: Range,
  bond: Bond,
  { isTurned, isOwned, nearness }: Signs,
): boolean {
  const isUntold = nearness <= TOLD;
  if (bond.isRevision || (bond.isTwin && isUntold)) return true;
  if (!bond.isNear) return false;
  const opens = voiceOf(body, sentence);
  if (opens.has("dated") && opens.has("only past")) return true;
  if (!bond.isClose) return false;
  if (isTurned && bond.isIncident) return true;
  const isOfIncident = bond.isIncident && opens.has("only past");
  if (isUntold && (isOfIncident || (isOwned && bond.isSameSource))) return true;
  return opens.has("says") && opens.has("only past") && !opens.has("aside");
}

/** A sentence is news where no known one has more of its words. */
const TOLD = 0.42;

/** What else is known of a sentence. */
export interface Signs {
  readonly isTurned: boolean;
  /** The brief names who says it. */
  readonly isOwned: boolean;
  /** The share of its words that the nearest known sentence has. */
  readonly nearness: number;
}

function voiceOf(body: string, sentence: Range): ReadonlySet<string> {
  return readVoice(body, [sentence], []).opens;
}
