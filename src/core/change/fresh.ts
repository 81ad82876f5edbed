import type { Fact } from "#core/brief/brief.ts";
import { contentKeys } from "#core/brief/candidate.ts";
import { type Read, standingAlone } from "#core/brief/standing-alone.ts";
import { opensWithNothing } from "#core/speech/expletive.ts";
import { findWords } from "#core/text/words.ts";
import { novelty } from "./about.ts";
import type { Bond } from "./bond.ts";
import { isTurn } from "./development.ts";
import type { Proof, StoryChange } from "./difference.ts";
import { type Filing, filedAt, sourceOf } from "./filing.ts";
import type { FigureChange, Figures } from "./moved.ts";
import { meansNamesake } from "./namesake.ts";
import { isNoNews, leansOnOthers } from "./no-news.ts";
import { ownNews } from "./own-news.ts";
import { newsOf, openingOf, type Reading, textOf } from "./reading.ts";
import { repeatsAmounts } from "./repeated-amount.ts";
import { isOlderStage } from "./stage.ts";
import { keyOf } from "./statement.ts";
import { isSure, tellsNews } from "./tells-news.ts";
import { countsFewer } from "./toll.ts";
import { lacksWhatFor } from "./what-for.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Ledes that are filed so near to each other tell the same news. */
const SAME_NEWS = 3 * HOUR;
const MOST_SENTENCES = 60;

/** A sentence of older copy with the keys of its words. */
interface Known {
  readonly proof: Proof;
  readonly keys: ReadonlySet<string>;
  /** Names and figures among them. */
  readonly words: ReadonlySet<string>;
}

/** How much of a fact must be new, and how much of it one sentence that readers know may have. */
interface Novelty {
  /** So many of its words, and so large a share of them, stand nowhere in what readers know. */
  readonly words: number;
  readonly share: number;
  /** Of all its words, names and figures among them, one known sentence has no more than this share. */
  readonly near: number;
}

const LATER: Novelty = { words: 2, share: 0.5, near: 0.5 };
/** Another source that files at the same time tells most of the same in other words. */
const BESIDE: Novelty = { words: 3, share: 0.6, near: 0.4 };
/** A turn of the story has a word of its own that readers do not know. */
const TURN: Novelty = { words: 2, share: 0.3, near: 0.6 };

/** The figures of both, and those that moved. */
interface Counts extends Figures {
  readonly moved: readonly FigureChange[];
}

/** What a newer report is held against. */
interface Against {
  readonly known: readonly Reading[];
  readonly now: Reading;
  readonly texts: readonly string[];
  readonly sentences: readonly Known[];
  readonly all: ReadonlySet<string>;
  readonly isBeside: boolean;
  readonly keysIn: (text: string) => ReadonlySet<string>;
  readonly bond: Bond;
}

/** Facts of a newer report that the older copy does not tell, in the copy's own sentences. */
export function newFacts(
  known: readonly Reading[],
  now: Reading,
  figures: Counts,
  bond: Bond,
): readonly StoryChange[] {
  // Of a report that is older than the news that readers know nobody can tell whether its facts still hold.
  const at = filedAt(now.filing.article);
  if (known.some(({ filing }) => filedAt(filing.article) > at + SAME_NEWS)) return [];
  const own = new Set(ownNews(now).map((index) => now.sentences[index]?.start));
  const against = againstOf(known, now, bond);
  const measured = measuredSentences(figures);
  const counted = against.isBeside ? new Set<number>() : otherCounts(figures);
  const fresh = now.filing.brief.facts.filter((fact) => {
    if (!own.has(fact.start) || leansOnOthers(fact.text) || isNoNews(fact.text)) return false;
    if (misleads(fact, against)) return false;
    if (counted.has(fact.start)) return true;
    return !measured.has(fact.start) && isNew(fact, against);
  });
  // What is printed alone must be understood alone; that takes the whole article to read.
  const alone =
    fresh.length === 0
      ? new Set<number>()
      : standingAlone(draftOf(now.filing), readWith(known, now));
  return fresh
    .filter(({ start }) => alone.has(start))
    .map((fact) => {
      const before = nearestTo(against.keysIn(fact.text), against.sentences);
      const after = proofOf(now.filing, fact);
      return { kind: "fact", text: withOwner(fact, after), before, after };
    });
}

/** A fact with who says it, where its brief keeps that apart: a line has nowhere else to say so. */
function withOwner({ text, attribution }: Fact, { text: sentence }: Proof): string {
  const bare = text.replace(/[.!?]+$/u, "");
  // A connective may have gone, and then the next word has a capital.
  const at = attribution === null ? -1 : sentence.indexOf(bare.slice(1));
  return at < 0 ? text : (bare + sentence.slice(at + bare.length - 1)).replace(/\s+/gu, " ");
}

/** What a reader of an update has read, and sees with it. */
function readWith(known: readonly Reading[], now: Reading): Read {
  const lines = known.flatMap((one) => [one.filing.brief.headline, openingOf(one)]);
  // Whom the new lede names in full readers of this line have not met.
  lines.push(now.filing.brief.headline, openingOf(now).replace(/\p{Lu}[\p{L}’'-]*/gu, ""));
  return { lines, texts: known.map(({ filing }) => textOf(filing)) };
}

function draftOf({ article: { title, source }, brief: { body, dateline, language } }: Filing) {
  return { title, source, body, dateline, language };
}

function againstOf(known: readonly Reading[], now: Reading, bond: Bond): Against {
  const named = new Set([...known, now].flatMap(namedKeys));
  const keysIn = (text: string) => keysOf(text, named);
  const texts = known.map(({ filing }) => textOf(filing));
  return {
    ...{ known, now, texts, keysIn, bond },
    sentences: known.flatMap((reading) => knownSentences(reading, keysIn)),
    all: new Set(texts.flatMap((text) => [...keysIn(text)])),
    isBeside: known.some(({ filing }) => filedBeside(filing, now.filing)),
  };
}

/** Whether a sentence says too little to be read alone, or what an older text says. */
function misleads(fact: Fact, { now, known, texts }: Against): boolean {
  if (lacksWhatFor(fact.text) || isOlderStage(fact.text, texts)) return true;
  return countsFewer(fact.text, [now, ...known]) || meansNamesake(fact, now, known);
}

function isNew(fact: Fact, against: Against): boolean {
  const { now, texts, isBeside, keysIn, all, bond } = against;
  const part = newsPart(fact.text);
  const isLede = fact.start === now.sentences[now.told[0] ?? -1]?.start;
  const isTurned = isTurn(part, texts);
  const turns = isTurned && !isBeside;
  const isDayOnly = filedAt(now.filing.article) % DAY === 0;
  // A lede tells the event anew, in its own words; "It was dark" tells the scene; and of reports of which only the
  // days are known nobody can tell whether the later one's details came later.
  if (isDayOnly && !turns) return false;
  if (!isTurned && (opensWithNothing(fact.text) || (isLede && isBeside))) return false;
  if (!isTurned && !(isNewsOf(now, against) && tellsNews(now.body, fact))) return false;
  const signs = {
    ...{ isTurned, isOwned: fact.attribution !== null },
    nearness: nearness(fact.text, against),
  };
  if (!isSure(now.body, fact, bond, signs) || repeatsAmounts(fact.text, texts)) return false;
  const { words, share, near } = turns ? TURN : isBeside ? BESIDE : LATER;
  const keys = keysIn(part);
  const fresh = keys.difference(all).size;
  if (fresh < words || fresh < keys.size * share) return false;
  return signs.nearness <= near;
}

/** Under a headline that readers know whole stands what they have read, in other words, where another source tells it. */
const NEW_HEADLINE = 0.25;

function isNewsOf(now: Reading, { known, texts }: Against): boolean {
  const source = sourceOf(now.filing.article);
  if (known.some(({ filing }) => sourceOf(filing.article) === source)) return true;
  return novelty(now, texts) >= NEW_HEADLINE;
}

/** Of all words of a sentence the share that the nearest known sentence has. */
function nearness(text: string, { sentences }: Against): number {
  const words = allKeys(text);
  const shared = sentences.map(({ words: others }) => words.intersection(others).size);
  return words.size === 0 ? 1 : Math.max(0, ...shared) / words.size;
}

function allKeys(text: string): ReadonlySet<string> {
  return contentKeys(findWords(text));
}

function filedBeside(one: Filing, other: Filing): boolean {
  const isOther = sourceOf(one.article) !== sourceOf(other.article);
  return isOther && filedAt(other.article) - filedAt(one.article) <= SAME_NEWS;
}

/** Where sentences start whose figures readers know by what they measure: a change of them is told as a figure. */
function measuredSentences({ said, stated }: Figures): ReadonlySet<number> {
  const measures = new Set(said.map(keyOf));
  const same = stated.filter((one) => measures.has(keyOf(one)));
  return new Set(same.map(({ proof }) => proof.start));
}

/**
 * Where sentences start that give another count of what readers know, of which nobody can say that theirs
 * has moved: it may be another's. That is told as the fact that it is.
 */
function otherCounts({ said, stated, values, moved }: Counts): ReadonlySet<number> {
  const before = Map.groupBy(said, keyOf);
  const told = new Set(moved.map((one) => one.after.proof.start));
  const other = stated.filter((one) => {
    const same = before.get(keyOf(one)) ?? [];
    const isKnown = same.some(({ value, upTo }) => value === one.value && upTo === one.upTo);
    if (same.length === 0 || isKnown || told.has(one.proof.start)) return false;
    return !values.has(one);
  });
  return new Set(other.map(({ proof }) => proof.start));
}

function namedKeys({ entities }: Reading): readonly string[] {
  return entities.flatMap(({ name }) => findWords(name).map(({ key }) => key));
}

// "Moe was arrested on Friday, hours after the ferry sank": what follows tells readers what they know, or what
// for: "An autopsy is planned to determine the cause of death".
const BACKGROUND =
  /,? (?:(?:\p{L}+ ){0,2}(?:after|since|when|while|as|where|until|unless|the moment)|(?<!\b(?:sa(?:id|ys)|told|\p{L}+ed)\b[^,;]{0,200})that|which|who|whom|whose) |, according to | to (?:determine|establish|ascertain|find out) /u;
const FEWEST_WORDS = 3;

/** The part of a fact that tells the news, without the clause that recalls its background. */
function newsPart(text: string): string {
  const at = text.search(BACKGROUND);
  const part = at < 0 ? text : text.slice(0, at);
  return contentKeys(findWords(part)).size < FEWEST_WORDS ? text : part;
}

function proofOf({ article, brief }: Filing, { start, end }: Fact): Proof {
  return { article: article.id, text: brief.body.slice(start, end), start, end };
}

function knownSentences(
  reading: Reading,
  keysIn: (text: string) => ReadonlySet<string>,
): readonly Known[] {
  return newsOf(reading, MOST_SENTENCES).map(({ start, end }) => {
    const text = reading.body.slice(start, end);
    const proof = { article: reading.filing.article.id, text, start, end };
    return { proof, keys: keysIn(text), words: allKeys(text) };
  });
}

/** The sentence of older copy that shares most words; `null` where none shares any. */
function nearestTo(keys: ReadonlySet<string>, sentences: readonly Known[]): Proof | null {
  let best: Proof | null = null;
  let most = 0;
  for (const { proof, keys: others } of sentences) {
    const shared = keys.intersection(others).size;
    if (shared > most) [best, most] = [proof, shared];
  }
  return best;
}

/** Keys of the words that say something, without names and figures: both are told on their own. */
function keysOf(text: string, named: ReadonlySet<string>): ReadonlySet<string> {
  const words = findWords(text).filter(
    ({ content, figure, key }) => content && !figure && !named.has(key),
  );
  return new Set(words.map(({ key }) => key));
}
