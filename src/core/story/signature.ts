import { type Filing, filedAt, sourceOf } from "#core/change/filing.ts";
import { plain } from "#core/change/plain.ts";
import { newsOf, openingOf, type Reading, readFiling } from "#core/change/reading.ts";
import { findFigures } from "#core/text/figures.ts";
import { happeningsIn } from "#core/text/happening.ts";
import type { Range } from "#core/text/text.ts";
import { findWords } from "#core/text/words.ts";
import { capitalsOf } from "./capitals.ts";
import { detailsOf } from "./details.ts";
import { copyKind } from "./kind.ts";
import { localNames } from "./local.ts";
import { sketchOf } from "./sketch.ts";
import type { Signature } from "./story.ts";
import { tagsOf } from "./tags.ts";

/** Sentences that open a report: lede and what completes it. */
const OPENING = 2;
/** What stands behind so many words is background. */
const NEWS_WORDS = 250;
const MOST_PEOPLE = 24;
const MOST_PLACES = 12;
const MOST_LEDE = 48;
const MOST_WORDS = 120;
const MOST_CAPITALS = 60;
/** Of a headline of fewer words the story may have none. */
const FEWEST_HEADED = 4;
/** A page of so many sentences has its story among them. */
const MOST_TOLD = 20;

/** Reads what grouping needs of an article. Total: no text makes it throw. */
export function signatureOf(filing: Filing): Signature {
  const reading = readFiling(filing);
  const { article, brief } = filing;
  const headline = withoutSite(brief.headline);
  const isBare = tellsNothing(reading, headline);
  const news = isBare ? { start: 0, end: 0 } : newsRange(reading);
  const opening = { start: news.start, end: Math.min(news.end, openingEnd(reading)) };
  const lede = keysIn(`${headline}\n${reading.body.slice(opening.start, opening.end)}`);
  const words = keysIn(reading.body.slice(opening.end, news.end));
  const openers = new Set(reading.sentences.map(({ start }) => start));
  const text = reading.body.slice(news.start, news.end);
  const read = { range: news, words: findWords(text) };
  const capitals = capitalsOf(headline, reading.body, read, opening, openers);
  const names = new Set([...capitals.opening, ...capitals.further]);
  return {
    article: article.id,
    source: sourceOf(article),
    at: filedAt(article),
    kind: copyKind(reading),
    lede: [...lede].slice(0, MOST_LEDE),
    opener: openerOf(headline, reading),
    headed: [...keysIn(headline)].slice(0, MOST_LEDE),
    tags: tagsOf(text, read.words).filter((key) => !names.has(key)),
    words: [...words.difference(lede)].slice(0, MOST_WORDS),
    titled: capitals.titled,
    named: capitals.opening.slice(0, MOST_CAPITALS),
    mentioned: capitals.further.slice(0, MOST_CAPITALS),
    ...namesOf(reading, news),
    local: localKeys(localNames(reading, headline, news)),
    details: detailsOf(headline, reading.body, news, opening),
    numbered: numberedIn(reading),
    ...sketchOf(isBare ? "" : brief.body),
  };
}

// Reads behind a headline: " - WTRN Action News 5 - Tarnmouth, Ohio", " | Tarn Post", " :: tarn.com"
const SITE =
  /\s(?:[-–—|]|::)\s[^|]*?(?:\bnews\b|\btv\b|\bradio\b|\.(?:com|org|net|tv)\b|\bposts?\b|\bherald\b|\btribune\b|\bgazette\b|\btimes\b|\b(?:ABC|CBS|NBC|FOX|PBS) ?\d*\b|\b[KW][A-Z]{3}\b).*$/i;

/** The name of a site behind a headline is no part of it. */
function withoutSite(headline: string): string {
  const bare = headline.replace(SITE, "");
  return bare.length * 3 < headline.length ? headline : bare;
}

/**
 * Says whether what was taken for the story is the site's own: beside furniture it has no word of its headline, or as
 * many lines of it as others are sure furniture, and it names nobody and no place. "Sign in using your profile" stands on
 * the pages of twenty stations, with as many headlines: it is no copy of anything, and the headline is all that is known.
 */
function tellsNothing(reading: Reading, headline: string): boolean {
  const { body, passages, names, entities } = reading;
  const furniture = passages.filter(({ kind }) => kind === "furniture").length;
  if (furniture === 0) return false;
  // "Please" and "Visit" are names of no kind.
  const isNamed = names.some(({ entity }) => entities[entity]?.kind !== "unknown");
  if (!isNamed && furniture * 2 >= passages.length) return true;
  const headed = keysIn(headline);
  if (headed.size < FEWEST_HEADED) return false;
  const told = newsOf(reading, MOST_TOLD).map(({ start, end }) => body.slice(start, end));
  return headed.isDisjointFrom(keysIn(told.join("\n")));
}

/** The stretch of the body that is the news: its first 250 words, up to the end of a sentence. */
function newsRange({ body, sentences, told }: Reading): Range {
  const first = sentences[told[0] ?? -1];
  if (first === undefined) return { start: 0, end: 0 };
  let left = NEWS_WORDS;
  let { end } = first;
  for (const index of told) {
    const sentence = sentences[index];
    if (sentence === undefined || left <= 0) break;
    left -= body.slice(sentence.start, sentence.end).split(/\s+/u).length;
    end = sentence.end;
  }
  return { start: first.start, end };
}

function openingEnd({ sentences, told }: Reading): number {
  const last = told.slice(0, OPENING).at(-1);
  return sentences[last ?? -1]?.end ?? 0;
}

// Reads: "A second ferry sank off Velsk", "In a separate attack", "Another blast"
const ANOTHER = /\b(?:another|second|third|separate|unrelated)\b/i;

function openerOf(headline: string, reading: Reading): readonly string[] {
  const opener = openingOf(reading);
  if (ANOTHER.test(headline) || ANOTHER.test(opener)) return [];
  return [...keysIn(opener)].slice(0, MOST_LEDE);
}

function namesOf(reading: Reading, news: Range): Pick<Signature, "people" | "scene"> {
  const { filing, entities, names, sentences, told } = reading;
  const { article, brief } = filing;
  const lede = new Set(told.slice(0, OPENING));
  const people = new Set<string>();
  const scene = new Set<string>();
  for (const { entity, sentence } of names) {
    const found = entities[entity];
    const start = sentences[sentence]?.start ?? news.end;
    if (found === undefined || start >= news.end) continue;
    if (found.kind === "person" && found.name.includes(" ")) people.add(plain(found.name));
    if (found.kind === "place" && lede.has(sentence)) scene.add(plain(found.name));
  }
  const stated = [brief.dateline?.place, article.located, ...article.places];
  const filed = stated.flatMap((place) =>
    place == null ? [] : [plain(place.split(",")[0] ?? "")],
  );
  const known = filed.filter((place) => place !== "");
  return {
    people: [...people].slice(0, MOST_PEOPLE),
    scene: [...(scene.size > 0 ? scene : new Set(known))].slice(0, MOST_PLACES),
  };
}

function localKeys(names: readonly string[]): readonly string[] {
  const words = findWords([...new Set(names)].join("\n"));
  const keys = words.filter(({ content }) => content).map(({ key }) => plain(key));
  return [...new Set(keys)].slice(0, MOST_CAPITALS);
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

function keysIn(text: string): ReadonlySet<string> {
  const words = findWords(text).filter(({ content, figure }) => content && !figure);
  const keys = words.map(({ key }) => plain(key));
  return new Set([...keys, ...happeningsIn(keys)]);
}
