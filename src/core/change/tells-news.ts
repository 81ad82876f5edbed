import { readVoice, type Trait } from "#core/text/kind-voice.ts";
import type { Range } from "#core/text/text.ts";

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
  const { opens } = readVoice(body, [sentence], []);
  const tells = HAS_DONE.test(text) || TELLS.some((trait) => opens.has(trait));
  return tells && !JUDGES.some((trait) => opens.has(trait));
}
