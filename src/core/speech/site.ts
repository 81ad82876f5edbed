import type { AnalysedText } from "#core/text/analysed.ts";
import type { Sentence } from "#core/text/text.ts";
import { tokenAt } from "#core/text/token.ts";
import type { FoundClaim } from "./claim.ts";
import type { NounPhrase } from "./noun-phrase.ts";
import type { Attribution } from "./speech.ts";
import type { Utterance } from "./utterance.ts";

/** Token indexes, the first inclusive, the last not. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A place where somebody's words stand: a quotation, or the clause of a verb of speech. */
export interface Site {
  /** The quotation, marks included; for a claim its verb of speech. */
  readonly words: Window;
  readonly quotation: boolean;
  /** Its sentence, no further than the quotations beside it. */
  readonly sentence: Window;
  /** What the rules take for the words that say who speaks; `null` where they find none. */
  readonly attribution: Attribution | null;
}

/** The site of each quotation that someone uttered, in their order. */
export function sitesOfUtterances(text: AnalysedText, utterances: readonly Utterance[]): Site[] {
  const { tokens, sentences } = text;
  return utterances.map(({ quotation, sentence, attribution }, at) => {
    const { open, close, passage } = quotation;
    const words = { from: tokenAt(tokens, open), to: tokenAt(tokens, close) };
    const [first, last] = [sentences[sentence.first], sentences[sentence.last]];
    const start = tokenAt(tokens, Math.min(first?.start ?? open, open));
    let end = tokenAt(tokens, Math.max(last?.end ?? close, close));
    const next = sentences[sentence.last + 1];
    // “No more lies.” Dar shook his head, he said.
    if (end - words.to < 2 && next?.passage === passage) end = tokenAt(tokens, next.end);
    const before = tokenAt(tokens, utterances[at - 1]?.quotation.close ?? 0);
    const behind = tokenAt(tokens, utterances[at + 1]?.quotation.open ?? Infinity);
    const room = { from: Math.max(start, before), to: Math.min(end, behind) };
    return { words, quotation: true, sentence: around(room, attribution?.subject), attribution };
  });
}

/** The site of each claim; claims stand in the order of their sentences. */
export function sitesOfClaims(text: AnalysedText, claims: readonly FoundClaim[]): Site[] {
  const { tokens, sentences } = text;
  let at = 0;
  return claims.map(({ attribution }) => {
    const verb = attribution.cue?.first ?? attribution.subject?.first ?? 0;
    const offset = tokens[verb]?.start ?? 0;
    while (at + 1 < sentences.length && isBefore(sentences[at], offset)) at += 1;
    const { start = offset, end = offset } = sentences[at] ?? {};
    const room = { from: tokenAt(tokens, start), to: tokenAt(tokens, end) };
    const words = { from: verb, to: verb + 1 };
    const sentence = around(room, attribution.subject);
    return { words, quotation: false, sentence, attribution };
  });
}

function isBefore(sentence: Sentence | undefined, offset: number): boolean {
  return sentence !== undefined && sentence.end <= offset;
}

/** The rules may have looked a sentence further. */
function around({ from, to }: Window, subject: NounPhrase | null | undefined): Window {
  if (subject == null) return { from, to };
  return { from: Math.min(from, subject.first), to: Math.max(to, subject.last + 1) };
}
