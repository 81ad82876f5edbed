import { type Filing, filedAt, sourceOf } from "#core/change/filing.ts";
import { plain, plainWords } from "#core/change/plain.ts";
import { NEWS, newsOf, type Reading, readFiling } from "#core/change/reading.ts";
import { findFigures } from "#core/text/figures.ts";
import { findWords } from "#core/text/words.ts";
import { copyKind } from "./kind.ts";
import { sketchOf } from "./sketch.ts";
import type { Signature } from "./story.ts";

/** Sentences that open a report: lede and what completes it. */
const OPENING = 2;
const MOST_NAMES = 32;
const MOST_PLACES = 12;
const MOST_FIGURES = 12;
const MOST_OPENING = 32;
const MOST_WORDS = 48;
/** Smaller counts are alike by chance. */
const LEAST_FIGURE = 3;

/** Reads what grouping needs of an article. Total: no text makes it throw. */
export function signatureOf(filing: Filing): Signature {
  const reading = readFiling(filing);
  const { article, brief } = filing;
  const opening = openingWords(reading);
  return {
    article: article.id,
    source: sourceOf(article),
    at: filedAt(article),
    kind: copyKind(reading),
    ...namesOf(reading),
    figures: figuresOf(reading),
    numbered: numberedIn(reading),
    opening: [...opening].slice(0, MOST_OPENING),
    words: [...factWords(reading)].filter((key) => !opening.has(key)).slice(0, MOST_WORDS),
    ...sketchOf(brief.body),
  };
}

function namesOf(reading: Reading): Pick<Signature, "names" | "places" | "scene"> {
  const { filing, entities, names, told } = reading;
  const { article, brief } = filing;
  const news = new Set(told.slice(0, NEWS));
  const lede = new Set(told.slice(0, OPENING));
  const people = new Set<string>();
  const places = new Set<string>();
  const scene = new Set<string>();
  for (const { entity, sentence } of names) {
    const found = entities[entity];
    if (found === undefined || !news.has(sentence)) continue;
    if (found.kind !== "place") {
      for (const word of plainWords(found.name)) people.add(word);
      continue;
    }
    places.add(plain(found.name));
    if (lede.has(sentence)) scene.add(plain(found.name));
  }
  const stated = [brief.dateline?.place, article.located, ...article.places];
  const filed = stated.flatMap((place) =>
    place == null ? [] : [plain(place.split(",")[0] ?? "")],
  );
  const known = filed.filter((place) => place !== "");
  return {
    names: [...people].slice(0, MOST_NAMES),
    places: [...new Set([...places, ...known])].slice(0, MOST_PLACES),
    scene: [...(scene.size > 0 ? scene : new Set(known))].slice(0, MOST_PLACES),
  };
}

function figuresOf(reading: Reading): readonly string[] {
  const found = newsOf(reading).flatMap((range) => findFigures(reading.body, range));
  const told = found.flatMap(({ value, unit, counts, fate }) => {
    const what = fate ?? unit ?? plainWords(counts ?? "").at(-1);
    return what === undefined || (unit === null && value < LEAST_FIGURE)
      ? []
      : [`${what} ${value}`];
  });
  return [...new Set(told)].slice(0, MOST_FIGURES);
}

// Reads: "UPDATE 2-", "WRAPUP 3:", "2nd Ld", "Take 4": how often it was filed, not what it is of.
const TAKE =
  /\b(?:updates?|wrap-?up|lead|ld|take|version|revision|rev|corrected|correction|refile)[ -]?#?\d+\b|\b\d+(?:st|nd|rd|th)[ -]?(?:update|lead|ld|take|version)\b/gi;
const NUMBERED = /(?<![\p{L}\p{N}])[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu;

/** Numbers of the headline that count or measure nothing, neither there nor in the story. */
function numberedIn(reading: Reading): readonly string[] {
  const { headline } = reading.filing.brief;
  const whole = { start: 0, end: headline.length };
  const told = [
    ...findFigures(headline, whole),
    ...newsOf(reading).flatMap((range) => findFigures(reading.body, range)),
  ].filter(({ unit, counts, fate }) => unit !== null || counts !== null || fate !== null);
  const explained = new Set(told.flatMap(({ value, upTo }) => [value, upTo]));
  const found = headline.replace(TAKE, "").match(NUMBERED) ?? [];
  return found.filter((token) => !explained.has(Number(token)) && !isYear(token));
}

function isYear(token: string): boolean {
  return /^(?:19|20)\d\d$/u.test(token);
}

/** Keys of headline and opening, without names: those are weighed on their own. */
function openingWords(reading: Reading): ReadonlySet<string> {
  const texts = newsOf(reading, 1).map(({ start, end }) => reading.body.slice(start, end));
  return keysIn([reading.filing.brief.headline, ...texts].join("\n"), reading);
}

function factWords(reading: Reading): ReadonlySet<string> {
  const texts = newsOf(reading, OPENING).map(({ start, end }) => reading.body.slice(start, end));
  return keysIn(
    [...texts, ...reading.filing.brief.facts.map(({ text }) => text)].join("\n"),
    reading,
  );
}

function keysIn(text: string, { entities }: Reading): ReadonlySet<string> {
  const named = new Set(entities.flatMap(({ name }) => findWords(name).map(({ key }) => key)));
  const keys = findWords(text)
    .filter(({ content, figure, key }) => content && !figure && !named.has(key))
    .map(({ key }) => plain(key));
  return new Set(keys);
}
