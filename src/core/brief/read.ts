import { findQuotes, type QuoteFindings } from "#core/speech/quotes.ts";
import { findTableQuotes } from "#core/speech/table-quotes.ts";
import { type AnalysedText, analyse } from "#core/text/analysed.ts";
import { type LanguageRules, rulesFor, tableOf } from "#core/text/language/rules.ts";
import { MARKS_ALONE } from "#core/text/language/table.ts";
import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";
import { readStops, type Stops } from "#core/text/stops.ts";
import type { Passage, Range } from "#core/text/text.ts";
import type { Draft } from "./brief.ts";
import type { Story } from "./candidate.ts";
import { storyHeadline } from "./story-headline.ts";

/**
 * As much of a body as is read, in UTF-16 units: some 50,000 words, more than any article has. What
 * lies beyond is a book or a log, and a digest tells of neither.
 */
export const LONGEST_BODY = 300_000;
/** And as many lines. */
export const MOST_LINES = 12_000;

/** A draft's text as `core/text` reads it, once: for who writes its brief, and for who proves it. */
export interface DraftText {
  /** As much of the draft's body as is read, from its top. */
  readonly body: string;
  readonly rules: LanguageRules;
  readonly stops: Stops;
  readonly passages: readonly Passage[];
}

/** Reads the passages of a draft. */
export function readText({ title, body: whole, language, repeated }: DraftOfText): DraftText {
  const body = readable(whole);
  const rules = rulesFor(language, body);
  const stops = readStops(body, tableOf(rules));
  return { body, rules, stops, passages: findPassages(body, stops, new Set(repeated), title) };
}

type DraftOfText = Pick<Draft, "title" | "body" | "language" | "repeated">;

/** Reads all that a brief is chosen from: passages, sentences, who said what. */
export function readStory(draft: Omit<Draft, "id">, text: DraftText = readText(draft)): Story {
  const { title, dateline, source = null } = draft;
  const { body, rules, stops, passages } = text;
  const sentences = findSentences(body, passages, stops);
  const headline = storyHeadline({ title, source, body, passages });
  const analysed = analyse({ title, body, dateline, passages, sentences });
  const said = findSaid(analysed, rules);
  const { lostMarks } = stops;
  const { tokens } = analysed;
  const read = { body, passages, sentences, tokens, headline, rules, lostMarks };
  return { ...read, untold: new Set(), ...said };
}

/** Who says what, by the rules of the article's language. */
function findSaid(
  text: AnalysedText,
  rules: LanguageRules,
): QuoteFindings & { readonly marked: readonly Range[] | null } {
  if (rules.by === "english") return { ...findQuotes(text), marked: null };
  const table = tableOf(rules);
  const found = findTableQuotes(text, table ?? MARKS_ALONE, table !== null);
  return { ...found, claims: [], mentions: [], entities: [], credits: [] };
}

/** Cut behind a line where one ends near the limit, so that nobody's words are cut in two. */
function readable(body: string): string {
  let line = 0;
  for (let count = 0; count < MOST_LINES; count += 1) {
    const end = body.indexOf("\n", line);
    const isLong = (end < 0 ? body.length : end) > LONGEST_BODY;
    if (isLong) return body.slice(0, line > LONGEST_BODY / 2 ? line : LONGEST_BODY);
    if (end < 0) return body;
    line = end + 1;
  }
  return body.slice(0, line);
}
