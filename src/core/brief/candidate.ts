import type { Attribution } from "#core/speech/attribution.ts";
import type { Claim } from "#core/speech/claim.ts";
import { createFullestName } from "#core/speech/fullest-name.ts";
import type { Entity, Mention } from "#core/speech/mention.ts";
import { findOwner } from "#core/speech/owner.ts";
import type { Quote } from "#core/speech/quote.ts";
import { createQuotedShare, findQuoted } from "#core/speech/quoted.ts";
import type { LanguageRules } from "#core/text/language/rules.ts";
import { once } from "#core/text/once.ts";
import type { Passage, Range, Sentence } from "#core/text/text.ts";
import { type Token, tokenAt } from "#core/text/token.ts";
import { findWords, type Word } from "#core/text/words.ts";
import { dangles, speaksOfSomeone } from "./dangling.ts";
import {
  keepsScopeOf,
  leansBack,
  opensWithPronoun,
  pointsOutside,
  speaksOfOthers,
} from "./leaning.ts";
import { settledOwner } from "./settled-owner.ts";
import { maskQuoted, shorten } from "./shorten.ts";

/** A longer sentence is a table or a text without stops: nothing is cut from it. */
const MOST_LETTERS = 1200;

/** More sentences than articles have; beyond them stands a table or a book. */
const MOST_SENTENCES = 4000;

/** `lost`: someone is missing from it; `back`: it is linked to what came before, and names all it speaks of. */
export type Leaning = "none" | "back" | "lost";

/** A sentence of the story with its words, as the choice of facts sees it. */
export interface Candidate {
  readonly sentence: Sentence;
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
  /** As the fact would read: without its connective and what the attribution carries. */
  readonly short: string;
  /** The words of `short`. */
  readonly words: readonly Word[];
  /** The keys of those that say something, each once. */
  readonly keys: ReadonlySet<string>;
  /** The share of its sentence that stands in quotation marks. */
  readonly quoted: number;
  /** Who claims it, by the fullest name in the article. */
  readonly owner: string | null;
  /** Whether it speaks of someone or something that only another sentence names. */
  readonly leaning: Leaning;
  /** Whether it tells of anyone, in the article's own voice, whom a later "he" or "she" may mean. */
  readonly people: boolean;
  /** Whether it names anyone in the article's own voice. */
  readonly named: boolean;
  /** Whether the candidate before it is the sentence before it in the story. */
  readonly follows: boolean;
}

/** What candidates are read from. */
export interface Story {
  readonly body: string;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  /** Those of the whole body. */
  readonly tokens: readonly Token[];
  /** The copy's own, which says what the story is about; `null` where it has none. */
  readonly headline: string | null;
  readonly lostMarks: boolean;
  /** By which rules it is read. */
  readonly rules: LanguageRules;
  /** What stands in quotation marks, where it is read by other rules than those of English. */
  readonly marked: readonly Range[] | null;
  readonly quotes: readonly Quote[];
  readonly claims: readonly Claim[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** Those of its sentences that its facts leave out, whatever they say. */
  readonly untold: ReadonlySet<Sentence>;
  /** Lines that only say whose the words above or below are. */
  readonly credits: readonly Range[];
}

/** The sentences of the story proper, fit or not to be facts: what is around one measures it. */
export function findCandidates(story: Story): readonly Candidate[] {
  const { body, passages, lostMarks } = story;
  const sentences = story.sentences.slice(0, MOST_SENTENCES);
  const end = sentences.at(-1)?.end ?? body.length;
  const words = findWords(body, story.tokens.slice(0, tokenAt(story.tokens, end)));
  const names = findNames(body, words);
  const known = { body, entities: story.entities, fullestName: createFullestName(body) };
  const quotedShare = createQuotedShare(findQuoted(body, passages, lostMarks));
  const claimsIn = createWithin(story.claims, ({ attributionStart }) => attributionStart);
  const quotesIn = createWithin(story.quotes, ({ start }) => start);
  const mentionsIn = createWithin(story.mentions, ({ start }) => start);
  const wordsIn = createWithin(words, ({ start }) => start);
  const candidates: Candidate[] = [];
  let last = -1;
  for (const [index, sentence] of sentences.entries()) {
    const kind = passages[sentence.passage]?.kind;
    if (kind !== "prose" && kind !== "item") continue;
    if (story.credits.some(({ start }) => start === sentence.start)) continue;
    const mentions = mentionsIn(sentence);
    const quoted = quotedShare(sentence);
    const spoken = { claims: claimsIn(sentence), quotes: quotesIn(sentence), mentions, quoted };
    const text = body.slice(sentence.start, sentence.end);
    const found = text.length > MOST_LETTERS ? null : findOwner(known, sentence, spoken);
    const attribution = settledOwner(text, found, candidates.at(-1)?.owner ?? null);
    const opens = last < 0;
    const follows = !opens && last === index - 1;
    const before = follows ? (candidates.at(-1)?.text ?? "") : null;
    const read = readCandidate(body, sentence, { words: wordsIn(sentence), quoted, attribution });
    const named = names.has(read.words[0]?.key ?? "");
    const leaning = once(() => leaningOf(read, { before, named, opens }));
    const lower = once(() => text.toLowerCase());
    const people = once(() => tellsOfPeople(text, mentions, story.entities));
    candidates.push({
      ...{ ...read, named: namesPeople(mentions, story.entities), follows },
      get lower() {
        return lower();
      },
      get leaning() {
        return leaning();
      },
      get people() {
        return people();
      },
    });
    last = index;
  }
  return candidates;
}

/** Makes a reader of what starts within a range; items and ranges come in order. */
function createWithin<T>(
  items: readonly T[],
  startOf: (item: T) => number,
): (range: Range) => readonly T[] {
  let at = 0;
  return ({ start, end }) => {
    const startAt = (index: number, none: number) => {
      const item = items[index];
      return item === undefined ? none : startOf(item);
    };
    while (startAt(at, start) < start) at += 1;
    const from = at;
    while (startAt(at, end) < end) at += 1;
    return items.slice(from, at);
  };
}

interface Reading {
  readonly words: readonly Word[];
  readonly quoted: number;
  readonly attribution: Attribution | null;
}

type Read = Omit<Candidate, "lower" | "leaning" | "people" | "named" | "follows">;

function readCandidate(
  body: string,
  sentence: Sentence,
  { attribution, quoted, words }: Reading,
): Read {
  const text = body.slice(sentence.start, sentence.end);
  const { start, end, short } =
    text.length > MOST_LETTERS
      ? { start: 0, end: text.length, short: text }
      : shorten(text, attribution);
  const kept = words.filter((word) => {
    const at = word.start - sentence.start;
    return at >= start && at < end;
  });
  return {
    sentence,
    text,
    short,
    words: kept,
    keys: contentKeys(kept),
    quoted,
    owner: attribution?.owner ?? null,
  };
}

function namesPeople(mentions: readonly Mention[], entities: readonly Entity[]): boolean {
  return mentions.some(
    ({ form, quoted, entity }) =>
      form === "name" && !quoted && entities[entity ?? -1]?.kind === "person",
  );
}

function tellsOfPeople(
  text: string,
  mentions: readonly Mention[],
  entities: readonly Entity[],
): boolean {
  const named = mentions.some(
    ({ form, quoted, entity }) =>
      form !== "pronoun" && !quoted && entities[entity ?? -1]?.kind === "person",
  );
  return named || speaksOfSomeone(maskQuoted(text));
}

// "Their savings gone, nearly 90 workers came home": in a story's first sentence, who is meant comes behind.
const COMES_BEHIND = /, .*(?:\p{Lu}\p{L}*\p{Ll}|\p{N} \p{Ll}+s\b)/su;

const NAMES = /\p{Ll} \p{Lu}\p{L}*\p{Ll}/u;

/** Where a sentence stands. */
interface Stands {
  /** The sentence before it, where that is the story's as well. */
  readonly before: string | null;
  /** Whether its first word is a name. */
  readonly named: boolean;
  /** Whether it is the first of the story. */
  readonly opens: boolean;
}

function leaningOf({ text, short }: Read, { before, named, opens }: Stands): Leaning {
  const pronoun = opensWithPronoun(short);
  if (pronoun || dangles(short, named) || speaksOfOthers(short)) {
    if (!opens || !(pronoun ? COMES_BEHIND : NAMES).test(short)) return "lost";
  } else if (leansBack(short) || pointsOutside(short)) return "back";
  return before !== null && keepsScopeOf(before, text) ? "back" : "none";
}

/** The keys of the words that say something, each once. */
export function contentKeys(words: readonly Word[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const word of words) if (word.content) keys.add(word.key);
  return keys;
}

/** Words with a capital that no sentence's start gave them. */
function findNames(body: string, words: readonly Word[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { start, key, capital, content } of words) {
    if (capital && content && /[\p{L},] $/u.test(body.slice(Math.max(0, start - 2), start))) {
      names.add(key);
    }
  }
  return names;
}
