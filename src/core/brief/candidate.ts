import type { Attribution } from "#core/speech/attribution.ts";
import type { Claim } from "#core/speech/claim.ts";
import { createFullestName } from "#core/speech/fullest-name.ts";
import type { Entity, Mention } from "#core/speech/mention.ts";
import { findOwner } from "#core/speech/owner.ts";
import type { Quote } from "#core/speech/quote.ts";
import { createQuotedShare, findQuoted } from "#core/speech/quoted.ts";
import type { LanguageRules } from "#core/text/language/rules.ts";
import type { Passage, Range, Sentence } from "#core/text/text.ts";
import { findWords, type Word } from "#core/text/words.ts";
import { dangles } from "./dangling.ts";
import { findReferent, leansBack } from "./referent.ts";
import { type Cut, connectiveLength, findAsides, isSpare, leaveOut } from "./shorten.ts";
import { findThing } from "./thing.ts";

/** A longer sentence is a table or a text without stops: nothing is cut from it. */
const MOST_LETTERS = 1200;

/** How many sentences back someone may be whom a pronoun means; speech between them is no distance. */
const REACH = 3;
const ALL_QUOTED = 0.9;

/** More sentences than articles have; beyond them stands a table or a book. */
const MOST_SENTENCES = 4000;

/** A sentence of the story with its words, as the choice of facts sees it. */
export interface Candidate {
  readonly sentence: Sentence;
  readonly text: string;
  /** As the fact would read: without connective, asides and what the attribution carries. */
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
  readonly leans: boolean;
  /** Whether a referent in brackets makes it stand alone. */
  readonly mended: boolean;
}

/** What candidates are read from. */
export interface Story {
  readonly body: string;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
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
}

/** The sentences of the story proper, fit or not to be facts: what is around one measures it. */
export function findCandidates(story: Story): readonly Candidate[] {
  const { body, passages, lostMarks } = story;
  const sentences = story.sentences.slice(0, MOST_SENTENCES);
  const words = findWords(body.slice(0, sentences.at(-1)?.end));
  const names = findNames(body, words);
  const known = { body, entities: story.entities, fullestName: createFullestName(body) };
  const quotedShare = createQuotedShare(findQuoted(body, passages, lostMarks));
  const claimsIn = createWithin(story.claims, ({ attributionStart }) => attributionStart);
  const quotesIn = createWithin(story.quotes, ({ start }) => start);
  const mentionsIn = createWithin(story.mentions, ({ start }) => start);
  const wordsIn = createWithin(words, ({ start }) => start);
  const candidates: Candidate[] = [];
  let before: (readonly Mention[])[] = [];
  let last = "";
  for (const sentence of sentences) {
    const kind = passages[sentence.passage]?.kind;
    if (kind !== "prose" && kind !== "item") continue;
    const mentions = mentionsIn(sentence);
    const quoted = quotedShare(sentence);
    const spoken = { claims: claimsIn(sentence), quotes: quotesIn(sentence), mentions, quoted };
    const attribution =
      sentence.end - sentence.start > MOST_LETTERS ? null : findOwner(known, sentence, spoken);
    // Where marks were lost, a sentence may be anyone's words, and its "she" anyone.
    const referent = lostMarks
      ? null
      : (findReferent(body, story.entities, sentence, [...before, mentions]) ??
        findThing(body.slice(sentence.start, sentence.end), last));
    last = body.slice(sentence.start, sentence.end);
    if (quoted < ALL_QUOTED) before = [...before.slice(1 - REACH), mentions];
    candidates.push(
      readCandidate(body, sentence, {
        words: wordsIn(sentence),
        names,
        quoted,
        attribution,
        referent,
      }),
    );
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
  readonly names: ReadonlySet<string>;
  readonly quoted: number;
  readonly attribution: Attribution | null;
  readonly referent: Cut | null;
}

function readCandidate(body: string, sentence: Sentence, reading: Reading): Candidate {
  const { attribution, referent, quoted, words, names } = reading;
  const text = body.slice(sentence.start, sentence.end);
  const cuts = text.length > MOST_LETTERS ? [] : findCuts(text, attribution);
  const kept =
    cuts.length === 0 ? words : words.filter(({ start }) => !isCut(start - sentence.start, cuts));
  const first = kept[0];
  const named = first !== undefined && names.has(first.key);
  let short = leaveOut(text, cuts);
  let leans = leansBack(short) || dangles(short, named);
  const mended = leans && referent !== null && !isCut(referent.start, cuts);
  if (mended) {
    short = leaveOut(text, [...cuts, referent]);
    leans = leansBack(short) || dangles(short, named);
  }
  return {
    sentence,
    text,
    short,
    words: kept,
    keys: contentKeys(kept),
    quoted,
    owner: attribution?.owner ?? null,
    leans,
    mended,
  };
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

function isCut(at: number, cuts: readonly Range[]): boolean {
  return cuts.some(({ start, end }) => at >= start && at < end);
}

/** What the fact leaves out of its sentence. */
function findCuts(text: string, attribution: Attribution | null): readonly Cut[] {
  const start = connectiveLength(text);
  const cuts: Cut[] = findAsides(text);
  if (start > 0) cuts.push({ start: 0, end: start });
  // The fact's own field carries who says it.
  if (attribution?.trailing && isSpare(text.slice(attribution.start, attribution.end))) {
    cuts.push(attribution);
  }
  return cuts;
}
