import { type AnalysedText, analyse } from "#core/text/analysed.ts";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";
import { readStops } from "#core/text/stops.ts";

/** Analyses a text as it stands, so that offsets are the text's own. */
export function analyseText(body: string, title: string | null = null): AnalysedText {
  const stops = readStops(body);
  const passages = findPassages(body, stops);
  const sentences = findSentences(body, passages, stops);
  return analyse({ title, body, dateline: null, passages, sentences });
}
