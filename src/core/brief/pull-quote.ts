import type { Quote } from "#core/speech/quote.ts";
import { isBalanced } from "#core/text/marks.ts";
import { findWords, type Word } from "#core/text/words.ts";
import type { Fact } from "./brief.ts";
import { contentKeys, type Story } from "./candidate.ts";
import { dangles } from "./dangling.ts";
import { isHeld } from "./held.ts";
import { leansBack, pointsOutside, speaksOfOthers } from "./leaning.ts";
import { findMeant } from "./meant.ts";
import { share } from "./salience.ts";
import {
  type Bounds,
  isToldAgain,
  type Printed,
  repeats,
  type Telling,
  tellingOf,
} from "./told.ts";
import { isSentence } from "./whole.ts";

/** As many as stand beside the facts: a reader takes in no more at a glance. */
const MOST = 3;
const FEWEST_WORDS = 5;
const MOST_WORDS = 60;
/** Of those that say something. */
const FEWEST_KEYS = 3;
/** As many of the words that a fact cites: "first amendment" is what many speak of. */
const FEWEST_CITED = 2;
/** A sentence of a quote with fewer of them is not looked at by itself. */
const FEWEST_TELLING = 6;
/** One that the facts tell to this extent, or another quote, says nothing new. */
const TOLD: Bounds = { repeats: 0.6, told: 0.8, toldAgain: 0.6, row: 3.5, rowShare: 0.25 };
/** The same where the headline promises it, and of two quotes: by most of its words alone. */
const SAID: Bounds = { ...TOLD, row: Infinity };
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
/** What answers someone, or goes on with what was said before: nobody reads to what. */
const ANSWERS =
  /^["'“‘(]*(?:yes|yeah|yep|no|nope|well|so|and|but|or|because|absolutely|exactly|obviously|of course|sure|okay|ok|right|correct|oh|look|listen|maybe|perhaps|also|again|then|either|neither|me too|thank|thanks|you know|i mean|who|which|whose|when|if so|what i(?:['’]m| am) saying)(?![\p{L}’'-])/iu;
const QUESTION = /\?["'”’)]*$/u;
const POINTS =
  /(?<![\p{L}’'-])(?:it|its|they|them|their|theirs|that|one|ones|he|him|his|she|her|hers)(?![\p{L}-])/giu;
/** What only who was there sees, or who read the sentence before. */
const SHOWS =
  /(?<![\p{L}’'-])(?:this|these|here|there|then|those(?! (?:who|whose|that|in|of|from|with)\b))(?![\p{L}-])/iu;
/** "that" that points at nothing: the conjunction and the relative. */
const JOINS =
  /(?<=\b(?:\p{L}{2,}) )that (?=(?:the|an?|i|we|you|he|she|it|they|there|this|these|our|my|your|his|her|their|its|\p{Lu}|\p{Ll}+s|no|not|will|would|can|could|is|are|was|were|has|have|had|had|may|might)\b)/giu;
/** Nothing stands for what these speak of: "it is time that", "there are boats". */
const EMPTY =
  /(?<![\p{L}’'-])(?:there (?:is|are|was|were|has|have|had|will|would|may|might|can|could|isn|aren|wasn|weren)|there['’](?:s|re|ll|ve)|this (?:morning|afternoon|evening|week|weekend|month|year|season|summer|winter|spring|autumn|time|country|city|town)|it (?:is|was|['’]s) (?:time|up to|not only)|at (?:this|that) (?:point|stage|time)|one (?:of|day|person|thing))(?!\p{L})/giu;
/** As many words that say something stand before an "it" that may mean what they name. */
const NAMED_BEFORE = 2;
/** Said at another time than the rest; printed beside it, nobody sees that. */
const ANOTHER_TIME =
  /\b(?:in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december),? )?(?:19|20)\d\d|at the time|had (?:\p{Ll}+ )?(?:said|told|written|warned|argued|claimed|promised|tweeted|posted)|previously|last (?:year|month|week|spring|summer|autumn|fall|winter)|(?:weeks|months|years|decades) (?:ago|earlier|before)|earlier this (?:year|month|week)|once (?:said|told|wrote)|back then|used to say)\b/iu;

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
  { body }: Story,
  { facts, headline, quotes }: Beside,
  named: readonly (readonly [number, Quote])[],
): readonly Ranked[] {
  const tellings = facts.map(({ text }) => tellingOf(text, findWords(text)));
  const title = contentKeys(findWords(headline));
  const known = tellings.reduce((all, { keys }) => all.union(keys), title);
  const promises = quotedIn(headline);
  const cited = facts.flatMap(({ text }) => quotedIn(text, FEWEST_CITED));
  const ranked = named.flatMap(([index, quote]): readonly Ranked[] => {
    const words = findWords(quote.text);
    const telling = tellingOf(quote.text, words);
    const isAlone = () =>
      isWhole(quote, quotes[index + 1], body, words) && isReadAlone(quote.text, words, known);
    const isPromised = holdsAny(words, promises);
    if (!(isPromised || isAlone()) || isOfAnotherTime(quote, body)) return [];
    const isTold = isPromised
      ? tellings.some((fact) => repeats(telling, fact, SAID))
      : holdsAny(words, cited) || isToldIn(telling, quote.text, { tellings, known: title });
    if (isTold) return [];
    return [{ index, ...telling, worth: share(telling.keys, title) + 1 / (1 + index / 4) }];
  });
  return ranked.toSorted((one, other) => other.worth - one.worth);
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

/** Says whether a quote can be read by who knows headline and facts alone. */
function isReadAlone(text: string, words: readonly Word[], known: ReadonlySet<string>): boolean {
  if (ANSWERS.test(text) || QUESTION.test(text)) return false;
  if (leansBack(text) || pointsOutside(text) || isHeld(text)) return false;
  if (speaksOfOthers(text) || dangles(text, false)) return false;
  if (pointsAway(text, words)) return false;
  // What it only mentions is of whatever kind: "Stay away from the sea wall."
  return findMeant(text, words).every(
    ({ keys, opens, placed, someone }) =>
      placed || !(opens || someone) || keys.some((key) => known.has(key)),
  );
}

/** Says whether a pronoun stands for something that the words before it do not name. */
function pointsAway(text: string, words: readonly Word[]): boolean {
  const read = text.replace(JOINS, blank).replace(EMPTY, blank);
  if (SHOWS.test(read)) return true;
  return [...read.matchAll(POINTS)].some(
    ({ index }) =>
      words.filter(({ content, end }) => content && end <= index).length < NAMED_BEFORE,
  );
}

function blank(text: string): string {
  return " ".repeat(text.length);
}

/** Says whether the article tells of another time at which something was said. */
function isOfAnotherTime({ start, end }: Quote, body: string): boolean {
  const from = Math.max(body.lastIndexOf("\n", start - 1) + 1, start - MOST_BEFORE);
  const behind = body.slice(end, end + MOST_BETWEEN).split(/\n|[.!?] /u, 1)[0] ?? "";
  return ANOTHER_TIME.test(body.slice(from, start)) || ANOTHER_TIME.test(behind);
}
