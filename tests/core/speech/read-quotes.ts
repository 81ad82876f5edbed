import { findQuotes, type QuoteFindings } from "#core/speech/quotes.ts";
import { analyse } from "#core/text/analysed.ts";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";

/** Finds the quotes of a body, as a brief does. */
export function readQuotes(body: string): QuoteFindings {
  const passages = findPassages(body);
  const sentences = findSentences(body, passages);
  return findQuotes(analyse({ title: null, body, dateline: null, passages, sentences }));
}

/** Each quote with its speaker's name, `null` where that is unsettled. */
export function whoSaid(body: string): [string, string | null][] {
  return readQuotes(body).quotes.map(({ text, speaker }) => [text, speaker?.name ?? null]);
}
