import { findAttribution } from "#core/speech/attribution.ts";
import { FULL_WEEKDAY } from "#core/text/calendar.ts";
import { findFigures } from "#core/text/figures.ts";
import { type Measure, measureOf } from "#core/text/measured.ts";
import type { Range } from "#core/text/text.ts";
import { statesWhole } from "#core/text/whole.ts";
import type { Proof, Statement } from "./difference.ts";
import { type Filing, filedAt, sourceOf } from "./filing.ts";
import { findMagnitudes, type Measured } from "./magnitude.ts";
import { newsOf, type Reading, readFiling } from "./reading.ts";

/** Sentences whose figures are read: what stands behind them is background. */
const MOST_SENTENCES = 24;

// "A flood killed 90 people there in 2014": another event.
const OTHER_TIME =
  /\b(?:last (?:year|month|week|spring|summer|autumn|winter|century|decade|january|february|march|april|may|june|july|august|september|october|november|december)|(?:in|since|of|until|by|from) (?:\p{L}+ )?(?:1[89]|20)\d\d|(?:years?|decades?|months?|weeks?) (?:ago|earlier|before|since)|previous(?:ly)?|annual(?:ly)?|(?:every|each|per) (?:year|month|week|day)|a (?:year|month|week|day)(?! (?:after|later|before|earlier|on|ahead))|(?:this|the) (?:year|season|decade|century)|on average|typically|historical(?:ly)?|similar|anniversary|worst|deadliest|in recent (?:years|months|weeks))\b/iu;
// A claim that is not the whole sentence's has an owner that nobody has read.
const SPEECH =
  /\b(?:said|says|according to|told|claim(?:s|ed)?|reported|reports|announced|added|cit(?:ed|ing))\b/u;
/** A statement with what decides whether another is about the same. */
export interface Told extends Statement {
  readonly running: boolean;
  /** It says until when was counted: "by noon". */
  readonly until: boolean;
  /** Days of the week that its sentence names. */
  readonly days: readonly string[];
}

/**
 * The figures that a report states for a thing as a whole, each with its owner and its sentence. What may
 * count a part, another time or a fear is left out, and so is a measure for which the report itself has
 * two values.
 */
export function statementsOf(filing: Filing): readonly Told[] {
  const reading = readFiling(filing);
  const found = newsOf(reading, MOST_SENTENCES).flatMap((range, index) =>
    inSentence(reading, range, index),
  );
  const byKey = Map.groupBy(found, keyOf);
  return [...byKey.values()].flatMap((same) => {
    const [first] = same;
    const settled = same.every(({ value, upTo }) => value === first?.value && upTo === first.upTo);
    return first === undefined || !settled ? [] : [first];
  });
}

/** What two statements must have in common to be about the same: measure, subject and unit. */
export function keyOf({ measure, subject, unit }: Statement): string {
  return [measure, subject, unitKey(unit)].join("|");
}

/** How a reader sees what is measured: `killed`, `soldiers killed`. */
export function labelOf({ measure, subject }: Statement): string {
  return subject === "" || subject === "people" ? measure : `${subject} ${measure}`;
}

function unitKey(unit: string | null): string {
  const plain = unit?.toLowerCase().replace(/\.$/u, "") ?? "";
  return /^(?:rs|rupees?|₹|pkr|inr)$/u.test(plain) ? "rupees" : plain.replace(/s$/u, "");
}

function inSentence(reading: Reading, range: Range, index: number): readonly Told[] {
  const { body } = reading;
  const text = body.slice(range.start, range.end);
  if (OTHER_TIME.test(text) || isElsewhere(reading, range, index)) return [];
  const figures: readonly Measured[] = [
    ...findFigures(text, { start: 0, end: text.length }),
    ...findMagnitudes(text),
  ];
  return figures.flatMap((figure) => {
    const measure = statesWhole(text, figure) ? (figure.measured ?? measureOf(text, figure)) : null;
    const owned = measure === null ? null : ownerOf(reading, range, text, figure);
    return measure === null || owned === null
      ? []
      : [toTold(reading, range, figure, measure, owned.owner)];
  });
}

function toTold(
  { filing }: Reading,
  { start, end }: Range,
  figure: Measured,
  measure: Measure,
  owner: string | null,
): Told {
  const { article, brief } = filing;
  const { value, upTo, bound, unit } = figure;
  const sentence = brief.body.slice(start, end);
  const proof: Proof = { article: article.id, text: sentence, start, end };
  return {
    ...measure,
    ...{ value, upTo, bound, unit, owner, proof },
    text: bound === null ? printed(figure) : `${bound} ${printed(figure)}`,
    until: UNTIL.test(sentence),
    source: sourceOf(article),
    at: filedAt(article),
    days: (sentence.match(DAY) ?? []).map((day) => day.toLowerCase()),
  };
}

/** Words as digits, so that readers can compare: `twelve` is 12. */
function printed({ text, value, unit, upTo }: Measured): string {
  return unit === null && upTo === null && !/\p{N}/u.test(text) ? String(value) : text;
}

const UNTIL =
  /\b(?:by|as of|until) (?:about |around |late |early |mid-?)?(?:\d|noon|midday|midnight|dawn|dusk|nightfall|morning|afternoon|evening|sunset|sunrise|mon|tues|wednes|thurs|fri|satur|sun|today|then|the (?:morning|afternoon|evening|end))/i;
const DAY = new RegExp(`\\b${FULL_WEEKDAY}\\b`, "gu");

/** Beyond its opening a report may count what happened in one of several places. */
function isElsewhere(
  { sentences, entities, names }: Reading,
  range: Range,
  index: number,
): boolean {
  if (index < 2) return false;
  return names.some(({ sentence, entity }) => {
    const at = sentences[sentence]?.start;
    return at === range.start && entities[entity]?.kind === "place";
  });
}

/** Who claims a sentence; `null` where someone claims a part of it, and nobody knows which. */
function ownerOf(
  { filing }: Reading,
  { start, end }: Range,
  text: string,
  figure: Range,
): { readonly owner: string | null } | null {
  const { facts, quotes } = filing.brief;
  const quote = quotes.find((one) => one.start < end && one.end > start);
  if (quote !== undefined) {
    const whole = quote.end - quote.start > (end - start) / 2;
    return whole && quote.speaker !== null ? { owner: quote.speaker.name } : null;
  }
  const fact = facts.find((one) => one.start === start && one.end === end);
  const owner = fact?.attribution ?? findAttribution(text)?.owner ?? null;
  if (owner !== null || !SPEECH.test(text)) return { owner };
  return ownerOfClause(text, figure);
}

// "A ferry sank, and the coastguard said that 31 people were killed."
const NEXT_CLAUSE = /(?:, (?:and|but|while)|; (?:and |but )?) ?(?=\S)/gu;

/** Who claims the clause of a figure, where the sentence before it is the report's own. */
function ownerOfClause(text: string, figure: Range): { readonly owner: string } | null {
  const breaks = [...text.slice(0, figure.start).matchAll(NEXT_CLAUSE)];
  const last = breaks.at(-1);
  if (last === undefined) return null;
  const owner = findAttribution(text.slice(last.index + last[0].length))?.owner;
  return owner === undefined ? null : { owner };
}
