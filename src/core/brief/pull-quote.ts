import type { Quote } from "#core/speech/quote.ts";
import { isBalanced } from "#core/text/marks.ts";
import { once } from "#core/text/once.ts";
import { findWords, type Word } from "#core/text/words.ts";
import type { Fact } from "./brief.ts";
import { contentKeys, type Story } from "./candidate.ts";
import { isPlaced } from "./placed.ts";
import { isReadAlone } from "./read-alone.ts";
import { share } from "./salience.ts";
import {
  type Bounds,
  isToldAgain,
  type Printed,
  printedOf,
  repeats,
  type Telling,
  tellingOf,
} from "./told.ts";
import { isSentence } from "./whole.ts";

/** As many as stand beside the facts: each that is printed may be at fault, and one in five that judges saw was. */
const MOST = 2;
const FEWEST_WORDS = 5;
const MOST_WORDS = 60;
/** Of those that say something. */
const FEWEST_KEYS = 3;
/**
 * In an article of more letters a quote has a word of the headline, or so many of what is printed: else it may be of another
 * matter than they. Of those that have not, readers found every second one at fault; in shorter ones no more than of the others.
 */
const LONG_BODY = 4_000;
const FEWEST_OF_PRINTED = 2;
/** As many of the words that a fact cites: "first amendment" is what many speak of. */
const FEWEST_CITED = 2;
/** A sentence of a quote with fewer of them is not looked at by itself. */
const FEWEST_TELLING = 6;
/** One that the facts tell to this extent, or another quote, says nothing new. */
const TOLD: Bounds = {
  repeats: 0.6,
  told: 0.8,
  toldAgain: 0.6,
  row: 3.5,
  rowShare: 0.25,
  longRow: 6,
};
/** The same where the headline promises it, and of two quotes: by most of its words alone. */
const SAID: Bounds = { ...TOLD, row: Infinity, longRow: Infinity };
/** As far behind a quote as its own sentence may go on with the next one, in letters. */
const MOST_BETWEEN = 160;
/** As far back as the time is told at which something was said. */
const MOST_BEFORE = 300;

const STARTS = /^["'“‘(]*[\p{Lu}\p{N}]/u;
const STOPS = /[.!?,]["'”’)]*$/u;
/** The comma before an attribution is no part of a quote; it ends a sentence all the same: “It held,” she said. */
const COMMA = /^(?:,|["'”’»]{1,2},)/u;
const SENTENCES = /(?<=[.!?]) (?=\p{Lu})/u;
const CUT = /^[^\p{L}]*(?:\.\.\.|…)|(?:\.\.\.|…)["'”’)]*$|\[(?:\.\.\.|…)/u;
/** Said at another time than the rest; printed beside it, nobody sees that. */
const ANOTHER_TIME =
  /\b(?:in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december),? )?(?:19|20)\d\d|at the (?:time|height of)|had (?:\p{Ll}+ )?(?:said|told|written|warned|argued|claimed|promised|tweeted|posted)|previously|last (?:year|month|week|spring|summer|autumn|fall|winter)|(?:weeks|months|years|decades) (?:ago|earlier|before)|earlier this (?:year|month|week)|once (?:said|told|wrote)|back then|used to say)\b/iu;

/** Names the year of what was said, of which the head of the article has none. */
const DATED =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?<year>(?:19|20)\d\d)\b|\b(?<of>(?:19|20)\d\d) (?:\p{Ll}+ )?(?:interview|speech|letter|post|tweet|video|report|book|memoir|essay|article|column|statement|rally|hearing|debate|documentary)\b/giu;
/** The head of an article, in letters. */
const HEAD = 300;
/** "At the time, the mayor spoke." may open the paragraph before the quote's own. */
const AT_THE_TIME = /^\W*(?:speaking )?(?:at the time|back then)\b/iu;
/** What governs a quote of which it is the object: the words alone say the contrary, or state a wish. */
const GOVERNED =
  /\b(?:den(?:y|ies|ied|ying)|wanted to (?:see|hear)|fail(?:ed|s)? to|whether|refus\p{Ll}+|doubt\p{Ll}*|disput\p{Ll}+|reject\p{Ll}+|dismiss\p{Ll}+|never (?:said|told|claimed|wrote)|(?:not|n['’]t) (?:say|claim|believe|think))\b[^.:“"]{0,30}["“]?$/iu;

/** What quotes are chosen from, and what is printed beside them. */
export interface Beside {
  readonly facts: readonly Fact[];
  readonly headline: string;
  readonly quotes: readonly Quote[];
}

/**
 * Chooses the pull quotes of a brief: those that are printed beside its facts, the worthiest first. Each
 * is a whole utterance of someone who is named, can be read without what stands around it in the article, was said now, and
 * tells what no fact tells; or the headline is built on it. What stands alone is known of English only: in another
 * language they are the first ones, and where speakers are not read, whoever said them.
 *
 * @returns their numbers among the quotes, at most three
 */
export function pullQuotes(story: Story, beside: Beside): readonly number[] {
  const { by } = story.rules;
  const named = [...beside.quotes.entries()].filter(
    ([, { speaker }]) => speaker !== null || by === "marks",
  );
  if (by !== "english") return named.slice(0, MOST).map(([index]) => index);
  const pulled: Ranked[] = [];
  for (const one of rank(story, beside, named)) {
    if (pulled.length === MOST) break;
    const isNew = pulled.every((other) => !repeats(one, other, SAID) && !repeats(other, one, SAID));
    if (isNew) pulled.push(one);
  }
  return pulled.map(({ index }) => index);
}

/** A quote that may be pulled. */
interface Ranked extends Telling {
  readonly index: number;
  readonly worth: number;
}

function rank(
  { body, entities }: Story,
  { facts, headline, quotes }: Beside,
  named: readonly (readonly [number, Quote])[],
): readonly Ranked[] {
  const tellings = facts.map(({ text }) => tellingOf(text, findWords(text)));
  const shown = facts.map(({ text }) => inARow(findWords(text)));
  const title = contentKeys(findWords(headline));
  const told = printedOf(tellings, title);
  const people = entities.flatMap(({ kind, name }) => (kind === "person" ? [name] : []));
  const ofPrinted = contentKeys(facts.flatMap(({ text }) => findWords(text)));
  const isShort = body.length <= LONG_BODY;
  const printed = {
    known: told.shown,
    body,
    people,
    text: [headline, ...facts.map(({ text }) => text)].join(" "),
  };
  const promises = quotedIn(headline);
  const cited = facts.flatMap(({ text }) => quotedIn(text, FEWEST_CITED));
  const ranked = named.flatMap(([index, quote]): readonly Ranked[] => {
    const words = findWords(quote.text);
    const telling = tellingOf(quote.text, words);
    const isAlone = () =>
      isWhole(quote, quotes[index + 1], body, words) && isReadAlone(quote, words, printed);
    const isPromised = holdsAny(words, promises);
    const isElse = () => isOfAnotherTime(quote, body) || isGoverned(quote, body);
    if (
      !(isPromised || ((isShort || isTied(telling, title, ofPrinted)) && isAlone())) ||
      !isPlaced(quote.speaker, printed.text) ||
      isElse() ||
      isTurned(quote, quotes[index + 1], body)
    )
      return [];
    const isTold = isPromised
      ? tellings.some((fact) => repeats(telling, fact, SAID))
      : holdsAny(words, cited) || holdsRun(words, shown) || isToldIn(telling, quote.text, told);
    if (isTold) return [];
    return [{ index, ...telling, worth: share(telling.keys, title) + 1 / (1 + index / 4) }];
  });
  return ranked.toSorted((one, other) => other.worth - one.worth);
}

/** Says whether a quote is of what the headline and the facts are about: "The bread is good" is not, beside a ferry. */
function isTied(
  { keys }: Telling,
  title: ReadonlySet<string>,
  printed: ReadonlySet<string>,
): boolean {
  return !keys.isDisjointFrom(title) || keys.intersection(printed).size >= FEWEST_OF_PRINTED;
}

/** Says whether what is printed tells a quote, or one long sentence of it. */
function isToldIn(telling: Telling, text: string, printed: Printed): boolean {
  const parts = text.split(SENTENCES).map((part) => tellingOf(part, findWords(part)));
  const long = parts.filter(({ keys }) => keys.size >= FEWEST_TELLING);
  return [telling, ...long].some((one) => isToldAgain(one, printed, TOLD));
}

/** What a headline or a fact has in quotation marks, word for word; so many of its words say something. */
function quotedIn(text: string, fewest = 0): readonly string[] {
  const parts = text.matchAll(/(?<!\p{L})["“‘'](?<said>[^"“”‘]{8,}?)["”’'](?!\p{L})/gu);
  return Array.from(parts, ({ groups }) => findWords(groups?.said ?? ""))
    .filter((words) => contentKeys(words).size >= fewest)
    .map(inARow);
}

function holdsAny(words: readonly Word[], parts: readonly string[]): boolean {
  return parts.some((part) => inARow(words).includes(part));
}

/** As many words on end, small ones too, of which so many say something, nobody says twice by chance. */
const RUN = 7;
const TELLING_IN_RUN = 3;

/** Says whether a quote has a run of words that a fact has: "in clear violation of the terms of the lease". */
function holdsRun(words: readonly Word[], facts: readonly string[]): boolean {
  return words.some((_, at) => {
    const run = words.slice(at, at + RUN);
    if (run.length < RUN || contentKeys(run).size < TELLING_IN_RUN) return false;
    return holdsIn(facts, inARow(run));
  });
}

function holdsIn(texts: readonly string[], part: string): boolean {
  return texts.some((text) => text.includes(part));
}

function inARow(words: readonly Word[]): string {
  return ` ${words.map(({ key }) => key).join(" ")} `;
}

/** Says whether a quote is a sentence or more, and not cut by what the article puts between. */
function isWhole(
  { text, end, speaker }: Quote,
  next: Quote | undefined,
  body: string,
  words: readonly Word[],
): boolean {
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS) return false;
  if (contentKeys(words).size < FEWEST_KEYS) return false;
  if (!STARTS.test(text) || CUT.test(text) || !isBalanced(text)) return false;
  const goesOn =
    next !== undefined &&
    next.start - end < MOST_BETWEEN &&
    !body.slice(end, next.start).includes("\n") &&
    next.speaker?.name === speaker?.name &&
    !STARTS.test(next.text);
  const ends = STOPS.test(text) || COMMA.test(body.slice(end, end + 3));
  return ends && !goesOn && isSentence(STOPS.test(text) ? text : `${text}.`);
}

/** Says whether the article tells of another time at which something was said. */
function isOfAnotherTime({ start, end }: Quote, body: string): boolean {
  const before = lineBefore(body, start, MOST_BEFORE);
  const next = body.slice(end, end + MOST_BETWEEN);
  const stop = next.search(/\n|[.!?] /u);
  const behind = stop < 0 ? next : next.slice(0, stop);
  const above = once(() => body.slice(0, body.lastIndexOf("\n", start - 1) + 1).trimEnd());
  if ([before, behind].some((text) => ANOTHER_TIME.test(text) || isDated(text, above))) return true;
  if (before.length >= MOST_MARKS) return false;
  return AT_THE_TIME.test(above().slice(above().lastIndexOf("\n") + 1));
}

/** What stands on a quote's line before it, so much of it at most. */
function lineBefore(body: string, start: number, most: number): string {
  const near = body.slice(Math.max(0, start - most), start);
  return near.slice(near.lastIndexOf("\n") + 1);
}

/** As many letters stand before a quote that opens its line. */
const MOST_MARKS = 3;

function isDated(text: string, above: () => string): boolean {
  return Array.from(text.matchAll(DATED)).some(
    ({ groups }) =>
      !above()
        .slice(0, HEAD)
        .includes(groups?.year ?? groups?.of ?? ""),
  );
}

const BUT =
  /^["'“‘(]*(?:but|however|yet|still,|except|that said|nevertheless|nonetheless|on the other hand)(?!\p{L})/iu;
// “It sails well,” she said, but added that it leaks. | But he said it leaks.
const BUT_SAYS =
  /^[^.!?“"\n]{0,80}(?:,| –| —) (?:but|though|although|while|however) (?:(?:he|she|they|it|also|quickly) )?(?:added?|stressed|warned|conceded|acknowledged|admitted|said|noted|cautioned|insisted|questioned)\b|^[^.!?“"\n]{0,80}[.!?]["”]? But (?:he|she|they) /u;

/** Says whether who is quoted goes on with a "but" that is not printed: "Each pier has its rust. But this one is falling". */
function isTurned({ end, speaker }: Quote, next: Quote | undefined, body: string): boolean {
  const behind = body.slice(end, end + MOST_BETWEEN).replace(/^[,.!?]?["'”’»]+/u, "");
  if (BUT_SAYS.test(behind)) return true;
  if (next === undefined || next.start - end > MOST_BETWEEN) return false;
  const isSame = next.speaker === null || next.speaker.name === speaker?.name;
  return isSame && BUT.test(next.text);
}

/** Says whether the sentence denies what is quoted, or only wishes it. */
function isGoverned({ start }: Quote, body: string): boolean {
  return GOVERNED.test(lineBefore(body, start, MOST_BETWEEN).trimEnd());
}
