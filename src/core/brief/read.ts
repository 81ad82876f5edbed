import { findQuotes, type QuoteFindings } from "#core/speech/quotes.ts";
import { findTableQuotes } from "#core/speech/table-quotes.ts";
import { type AnalysedText, analyse } from "#core/text/analysed.ts";
import { type LanguageRules, rulesFor, tableOf } from "#core/text/language/rules.ts";
import { MARKS_ALONE } from "#core/text/language/table.ts";
import { findPassages } from "#core/text/passages.ts";
import { isReleaseLabel } from "#core/text/release-label.ts";
import { findSentences } from "#core/text/sentences.ts";
import { readStops, type Stops } from "#core/text/stops.ts";
import type { Passage, Range } from "#core/text/text.ts";
import type { Draft } from "./brief.ts";
import type { Story } from "./candidate.ts";
import { ownHeadline } from "./own-headline.ts";

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
export function readText({ body: whole, language, repeated }: DraftOfText): DraftText {
  const body = readable(whole);
  const rules = rulesFor(language, body);
  const stops = readStops(body, tableOf(rules));
  return { body, rules, stops, passages: findPassages(body, stops, new Set(repeated)) };
}

type DraftOfText = Pick<Draft, "body" | "language" | "repeated">;

/** Reads all that a brief is chosen from: passages, sentences, who said what. */
export function readStory(draft: Omit<Draft, "id">, text: DraftText = readText(draft)): Story {
  const { title, dateline, source = null } = draft;
  const { body, rules, stops, passages } = text;
  const sentences = findSentences(body, passages, stops);
  const headline = ownHeadline(title, { source, body }) ?? openingHeading(body, passages);
  const said = findSaid(analyse({ title, body, dateline, passages, sentences }), rules);
  return { body, passages, sentences, headline, rules, lostMarks: stops.lostMarks, ...said };
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

/** As many lines as a letter's head has: a label, who writes, in which office. */
const LETTERHEAD_LINES = 6;
const FEWEST_WORDS = 3;

/**
 * A body whose first line is a heading carries its headline itself; below a letter's head, the last
 * heading before the text.
 */
function openingHeading(body: string, passages: readonly Passage[]): string | null {
  const told = passages.filter(({ kind }) => kind !== "furniture");
  const text = told.findIndex(({ kind }) => kind !== "heading");
  const heads = told.slice(0, text < 0 ? 0 : text).map(({ start, end }) => body.slice(start, end));
  const [first] = heads;
  if (first === undefined) return oneHeading(body, told);
  const isHead = heads.some((line) => isReleaseLabel(line));
  if (!isHead || heads.length > LETTERHEAD_LINES) return ownHeadline(first);
  const own = heads.flatMap((line) => (isReleaseLabel(line) ? [] : (ownHeadline(line) ?? [])));
  return own.findLast((line) => line.split(" ").length >= FEWEST_WORDS) ?? null;
}

/** The heading of a body that has no other words. */
function oneHeading(body: string, [first]: readonly Passage[]): string | null {
  return first?.kind === "heading" ? ownHeadline(body.slice(first.start, first.end)) : null;
}
