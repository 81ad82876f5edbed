import { boundBehind, boundWords } from "#core/text/bound.ts";
import { FULL_WEEKDAY } from "#core/text/calendar.ts";
import type { Figure } from "#core/text/figure.ts";
import { findFigures } from "#core/text/figures.ts";
import { type Measure, measureOf } from "#core/text/measured.ts";
import type { Range } from "#core/text/text.ts";
import type { Proof, Statement } from "./difference.ts";
import { filedAt, sourceOf } from "./filing.ts";
import { findMagnitudes, type Measured } from "./magnitude.ts";
import { ownerOf } from "./owner.ts";
import { plain } from "./plain.ts";
import { newsOf, openingOf, type Reading } from "./reading.ts";
import { isTally, mayCountDoer, namesFarDate, scopeOf } from "./scope.ts";
import { certaintyOf, statesWhole } from "./whole.ts";

/** Sentences whose figures are read: what stands behind them is background. */
const MOST_SENTENCES = 24;

/** A statement with what decides whether another is about the same. */
export interface Told extends Statement {
  /** What its subject is described by: `Ostravan` of "40 Ostravan soldiers"; else empty. */
  readonly described: string;
  readonly running: boolean;
  /** It says until when was counted: "by noon". */
  readonly until: boolean;
  /** Days of the week on which it happened, as far as its sentence names them. */
  readonly days: readonly string[];
  /** Places that its sentence names, plain. */
  readonly places: readonly string[];
  /** Whom and what its report's opening names, plain: where it is. */
  readonly scene: readonly string[];
  /** Whom it says to take in or to leave out, and since when. */
  readonly taken: readonly string[];
  /** Whether its report tells that who did it died too, so that a count of the dead may take them in. */
  readonly doerDied: boolean;
  /** The copy gives a day, and no time of it. */
  readonly dayOnly: boolean;
}

/**
 * The figures that a report states for its event as a whole, each with its owner and its sentence. What
 * may count a part, another time, several events or a fear is left out, and so is a measure for which the
 * report itself has two values.
 */
export function statementsOf(reading: Reading): readonly Told[] {
  if (isTally(reading.filing.brief.headline, openingOf(reading))) return [];
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
  const bare = unit?.toLowerCase().replace(/\.$/u, "") ?? "";
  return /^(?:rs|rupees?|₹|pkr|inr)$/u.test(bare) ? "rupees" : bare.replace(/s$/u, "");
}

function inSentence(reading: Reading, range: Range, index: number): readonly Told[] {
  const text = reading.body.slice(range.start, range.end);
  if (scopeOf(text).isOther || isElsewhere(reading, range, index)) return [];
  if (namesFarDate(text, filedAt(reading.filing.article))) return [];
  const figures: readonly Measured[] = [
    ...findFigures(text, { start: 0, end: text.length }),
    ...findMagnitudes(text),
  ];
  return figures.flatMap((figure) => {
    const measure = figure.measured ?? measureOf(text, figure);
    const told = measure === null ? null : toTold(reading, range, figure, measure);
    return told === null || told.hedge !== null ? [] : [told];
  });
}

/**
 * Reads what a figure of a sentence states of a measure; `null` where it counts a part or is open, or where
 * nobody can tell who says it.
 */
export function toTold(
  reading: Reading,
  range: Range,
  figure: Figure,
  measure: Measure,
): Told | null {
  const { filing, body } = reading;
  const { article } = filing;
  const sentence = body.slice(range.start, range.end);
  const certainty = certaintyOf(sentence, figure);
  if (certainty.kind === "open" || !statesWhole(sentence, figure)) return null;
  const owned = ownerOf(reading, range, sentence, figure);
  if (owned === null) return null;
  const { value, upTo, bound, unit } = figure;
  const hedge = certainty.kind === "hedged" ? certainty.hedge : null;
  const proof: Proof = { article: article.id, text: sentence, ...pick(range) };
  return {
    ...measure,
    ...{ value, upTo, bound, unit, proof, hedge, owner: owned.owner },
    text: hedge === null ? printed(sentence, figure) : `${printed(sentence, figure)} (${hedge})`,
    described: describedBy(figure),
    until: UNTIL.test(sentence),
    source: sourceOf(article),
    at: filedAt(article),
    dayOnly: filedAt(article) % DAY === 0,
    days: daysOf(sentence),
    places: placesOf(reading, range),
    scene: sceneOf(reading),
    taken: scopeOf(sentence).taken,
    doerDied: mayCountDoer(body),
  };
}

const DAY = 86_400_000;

function pick({ start, end }: Range): Range {
  return { start, end };
}

/** Small numbers as digits, so that readers can compare (`twelve` is 12); "two lakh" stays as it is. */
function printed(sentence: string, figure: Figure): string {
  const { start, end, text, value, unit, upTo, bound } = figure;
  const isWord = unit === null && upTo === null && !/[\p{N} ]/u.test(text);
  const number = isWord ? String(value) : text;
  if (bound === null) return number;
  const before = boundWords(sentence.slice(0, start));
  if (before !== null) return `${before.toLowerCase()} ${number}`;
  const behind = boundBehind(sentence.slice(end));
  return behind === null ? `${bound} ${number}` : number + sentence.slice(end, end + behind.length);
}

/** Describing words of no weight: "12 other local people". */
const PLAIN = /^(?:other|local|more|young|innocent|about|the|of|its|their|those|these)$/u;

function describedBy({ counts }: Figure): string {
  const words = counts?.split(" ").slice(0, -1) ?? [];
  return words.filter((word) => !PLAIN.test(word.toLowerCase())).join(" ");
}

const UNTIL =
  /\b(?:by|as of|until) (?:about |around |late |early |mid-?)?(?:\d|noon|midday|midnight|dawn|dusk|nightfall|morning|afternoon|evening|sunset|sunrise|mon|tues|wednes|thurs|fri|satur|sun|today|then|(?:the )?close|the (?:morning|afternoon|evening|end))/i;
const WEEKDAY = new RegExp(`\\b${FULL_WEEKDAY}\\b`, "gu");
// "…, the coastguard said in a statement on Tuesday": when it was said, not when it happened.
const SAID_ON = new RegExp(
  `\\b(?:said|says|told (?:\\p{L}+ ){1,4}?|confirmed|announced|added|reported|stated)(?: in an? \\p{L}+| at an? \\p{L}+ \\p{L}+)?(?: (?:late|early))?(?: on)?(?: (?:late|early))? ${FULL_WEEKDAY}\\b`,
  "gu",
);

// "Anselm came on Tuesday, a day after the river burst its banks"
const DAY_AFTER = /\b(?:an?|one|two|three|four|five|six|\d) days? after\b/i;

function daysOf(sentence: string): readonly string[] {
  if (DAY_AFTER.test(sentence)) return [];
  const days = sentence.replace(SAID_ON, "").match(WEEKDAY) ?? [];
  return days.map((day) => day.toLowerCase());
}

function placesOf({ sentences, entities, names }: Reading, range: Range): readonly string[] {
  return names.flatMap(({ sentence, entity }) => {
    const named = entities[entity];
    const isHere = sentences[sentence]?.start === range.start;
    return isHere && named?.kind === "place" ? [plain(named.name)] : [];
  });
}

/** "Turnout was 66 per cent": which town's, the lede says. */
function sceneOf({ filing, entities, names, told }: Reading): readonly string[] {
  const named = names.flatMap(({ sentence, entity }) =>
    sentence === told[0] ? plain(entities[entity]?.name ?? "") : [],
  );
  const place = filing.brief.dateline?.place;
  return place == null ? named : [...named, plain(place)];
}

/** Beyond its opening a report may count what happened in one of several places. */
function isElsewhere(reading: Reading, range: Range, index: number): boolean {
  return index >= 2 && placesOf(reading, range).length > 0;
}
