import type { Filed } from "#core/digest/edition.ts";
import { foldedWords } from "#core/digest/fold.ts";
import { sentenceEnds } from "#core/text/boundary.ts";
import { readStops } from "#core/text/stops.ts";
import type { Range } from "#core/text/text.ts";
import { type Match, matchesIn } from "./matched.ts";

/** Of one article in a list; the others are a button away. */
const MOST_OF_ONE = 3;
/** Of a body so much is looked at on either side of a part, in UTF-16 units. */
const AROUND = 500;

/** What is asked about: of each list any, a word or several beside each other; empty for whatever there is. */
export type Subject = readonly (readonly string[])[];

/** Something of an article, and where it stands in its body. */
interface Part extends Range {
  readonly text: string;
}

/** How near parts are to a subject: they say it themselves; it is said right before them; neither is so. */
export type Nearness = "saying" | "beside" | "none";
const NEAREST_FIRST: readonly Nearness[] = ["saying", "beside", "none"];

/** An article with what it tells of a subject. */
export interface Told<T> {
  readonly filed: Filed;
  /** Those that are nearest to the subject. */
  readonly parts: readonly T[];
  readonly near: Nearness;
}

/** The quotes of an article by whom, or by anyone where that is empty. */
export function quotesBy({ brief }: Filed, speaker: string) {
  const name = foldedWords(speaker);
  return brief.quotes.filter((quote) => {
    if (name.length === 0) return true;
    const own = new Set(foldedWords(quote.speaker?.name ?? ""));
    return name.every((word) => own.has(word));
  });
}

/**
 * Articles with their parts, those first whose parts are nearest to the subject, and else in the order in which they were
 * given. Those without any part are left out.
 */
export function onSubjectFirst<T extends Part>(
  articles: readonly Filed[],
  partsOf: (filed: Filed) => readonly T[],
  subject: Subject,
): readonly Told<T>[] {
  const told = articles
    .map((filed) => partsOn(filed, partsOf(filed), subject))
    .filter(({ parts }) => parts.length > 0);
  return NEAREST_FIRST.flatMap((nearness) => told.filter(({ near }) => near === nearness));
}

/** As much of it as a list has of one article. Of parts that are not on the subject, those which are the least far from it. */
export function shownOf<T extends Part>(
  { filed, parts, near }: Told<T>,
  subject: Subject,
): Told<T> {
  const sorted = near === "none" ? nearestFirst(filed.article.body, parts, subject) : parts;
  return { filed, near, parts: sorted.slice(0, MOST_OF_ONE) };
}

/** The facts of an article that are on a subject; where none is, the first one. */
export function factsOn(filed: Filed, subject: Subject) {
  const { parts, near } = partsOn(filed, filed.brief.facts, subject);
  return near === "none" ? parts.slice(0, 1) : parts;
}

function partsOn<T extends Part>(filed: Filed, parts: readonly T[], subject: Subject): Told<T> {
  const { body } = filed.article;
  const saying = parts.filter(({ text }) => says(text, subject));
  if (saying.length > 0) return { filed, near: "saying", parts: saying };
  const beside = parts.filter((part) => isSaidBefore(body, part, subject));
  return beside.length > 0
    ? { filed, near: "beside", parts: beside }
    : { filed, near: "none", parts };
}

/** Whether a text has all of a subject, in whichever forms. */
function says(text: string, subject: Subject): boolean {
  if (subject.length === 0) return true;
  const words = ` ${foldedWords(text).join(" ")} `;
  return subject.every((choice) =>
    choice.some((phrase) => words.includes(` ${foldedWords(phrase).join(" ")} `)),
  );
}

/**
 * Whether a subject is said in the sentences that a part stands in and the one before them, within their paragraph: "On
 * the strait he was blunt. …". Not in the whole paragraph: much copy has a single one, and what stands behind a quote is
 * more often the next matter.
 */
function isSaidBefore(body: string, { start, end }: Range, subject: Subject): boolean {
  const line = body.indexOf("\n", end);
  const from = Math.max(body.lastIndexOf("\n", start - 1) + 1, start - AROUND);
  const text = body.slice(from, Math.min(line < 0 ? body.length : line, end + AROUND));
  if (!says(text, subject)) return false;
  const ends = sentenceEnds(text, 0, text.length, readStops(text));
  const own = ends.findIndex((one) => from + one > start);
  const last = ends.find((one) => from + one >= end);
  return says(text.slice(ends[own - 2] ?? 0, last), subject);
}

/** By how far what is asked about stands from them; those of which that is nowhere in the text keep their order. */
function nearestFirst<T extends Part>(
  body: string,
  parts: readonly T[],
  subject: Subject,
): readonly T[] {
  const matches = matchesIn(body, subject);
  const far = new Map(parts.map((part) => [part, distance(part, matches, subject.length)]));
  const of = (part: T) => far.get(part) ?? Number.MAX_SAFE_INTEGER;
  return parts.toSorted((a, b) => of(a) - of(b));
}

/** From a part to the farthest of what is asked about, where that stands nearest, in UTF-16 units. */
function distance(part: Range, matches: readonly Match[], asked: number): number {
  const nearest = Array.from({ length: asked }, () => Number.MAX_SAFE_INTEGER);
  for (const { phrase, start } of matches) {
    nearest[phrase] = Math.min(nearest[phrase] ?? 0, Math.abs(start - part.start));
  }
  return Math.max(0, ...nearest);
}
