import type { Fact } from "#core/brief/brief.ts";
import { contentKeys } from "#core/brief/candidate.ts";
import { findWords } from "#core/text/words.ts";
import type { Proof, Statement, StoryChange } from "./difference.ts";
import { type Filing, filedAt, sourceOf } from "./filing.ts";
import { plainWords } from "./plain.ts";
import { newsOf, type Reading, readFiling } from "./reading.ts";
import { keyOf, labelOf, statementsOf, type Told } from "./statement.ts";

const HOUR = 3_600_000;
/** Another source's figure that was filed at the same time differs, and has not moved. */
const SAME_TIME = 1.5 * HOUR;
/** Rounded figures that are nearer than this have not moved. */
const ROUNDED = 0.2;
/** Ledes that are filed so near to each other tell the same news. */
const SAME_NEWS = 3 * HOUR;
const MOST_SENTENCES = 60;

/**
 * What a newer report says that readers do not know: figures that moved, names that appeared, facts that
 * are new, in this order, each with the sentences that prove it. In doubt it says nothing: a figure has
 * moved only where measure, subject and owner agree.
 *
 * @param before what readers know of the story: the earlier revision, or the reports that were carried
 * @param after a newer revision, or a later report of the same story
 */
export function changesBetween(before: readonly Filing[], after: Filing): readonly StoryChange[] {
  if (before.length === 0) return [];
  const known = before.map(readFiling);
  const now = readFiling(after);
  const moved = movedFigures(before, after);
  return [...moved, ...newNames(known, now), ...newFacts(known, now, moved)];
}

/** `killed: 12 → 15`; a new name or fact reads as it is. */
export function sayChange(change: StoryChange): string {
  switch (change.kind) {
    case "figure":
      return `${change.label}: ${change.before.text} → ${change.after.text}`;
    case "name":
      return change.name;
    case "fact":
      return change.text;
  }
}

function movedFigures(before: readonly Filing[], after: Filing): readonly StoryChange[] {
  const known = before.flatMap(statementsOf);
  return statementsOf(after).flatMap((now): readonly StoryChange[] => {
    const same = known.filter((one) => keyOf(one) === keyOf(now)).toSorted((a, b) => b.at - a.at);
    // Readers have that figure already, from whomever.
    if (same.some(({ value, upTo }) => value === now.value && upTo === now.upTo)) return [];
    const was = same.find((one) => mayMove(one, now)) ?? null;
    const [latest] = same;
    if (was === null || latest === undefined || was.at < latest.at) return [];
    return hasMoved(was, now)
      ? [{ kind: "figure", label: labelOf(now), before: was, after: now }]
      : [];
  });
}

/** Whether a figure can be the other's later value: the same article or source, or later by hours. */
function mayMove(was: Told, now: Told): boolean {
  const isRevision = was.proof.article === now.proof.article;
  if (!isRevision && now.at <= was.at) return false;
  const sameSource = was.source !== null && was.source === now.source;
  if (!isRevision && !sameSource && now.at - was.at <= SAME_TIME) return false;
  return isOneOwner(was.owner, now.owner);
}

/** "police" and "the police chief" may be one; "Pakistan" and "India" are not. */
function isOneOwner(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const words = new Set(plainWords(one));
  return plainWords(other).some((word) => word.length > 3 && words.has(word));
}

function hasMoved(was: Statement, now: Statement): boolean {
  if (was.upTo !== null || now.upTo !== null) return false;
  const firm = [was.bound, now.bound].every((bound) => bound === null || bound === "at least");
  if (firm) return true;
  if (was.bound !== now.bound) return false;
  return was.bound !== "about" || Math.abs(now.value - was.value) > ROUNDED * was.value;
}

/** Names of more than one word of which no word stands in older copy. */
function newNames(known: readonly Reading[], now: Reading): readonly StoryChange[] {
  const words = new Set(known.flatMap(({ filing }) => plainWords(textOf(filing))));
  const told = new Set<number>();
  return now.names.flatMap(({ entity, sentence }): readonly StoryChange[] => {
    const found = now.entities[entity];
    if (found === undefined || told.has(entity) || !now.told.includes(sentence)) return [];
    told.add(entity);
    const parts = plainWords(found.name);
    const isName = found.kind === "person" || found.kind === "organisation";
    if (!isName || parts.length < 2 || parts.some((part) => words.has(part))) return [];
    const proof = proofAt(now, sentence);
    return proof === null ? [] : [{ kind: "name", name: found.name, after: proof }];
  });
}

function textOf({ article, brief }: Filing): string {
  return `${brief.headline}\n${article.subheadline ?? ""}\n${brief.body}`;
}

function proofAt({ filing, body, sentences }: Reading, index: number): Proof | null {
  const sentence = sentences[index];
  if (sentence === undefined) return null;
  const { start, end } = sentence;
  return { article: filing.article.id, text: body.slice(start, end), start, end };
}

/** A sentence of older copy with the keys of its words. */
interface Known {
  readonly proof: Proof;
  readonly keys: ReadonlySet<string>;
}

/** How much of a fact must be new, in words that are no names and no figures. */
interface Novelty {
  readonly words: number;
  readonly share: number;
}

const LATER: Novelty = { words: 2, share: 0.5 };
/** Another source that files at the same time tells most of the same in other words. */
const BESIDE: Novelty = { words: 3, share: 0.6 };

function newFacts(
  known: readonly Reading[],
  now: Reading,
  moved: readonly StoryChange[],
): readonly StoryChange[] {
  const named = new Set([...known, now].flatMap(namedKeys));
  const keysIn = (text: string) => keysOf(text, named);
  const sentences = known.flatMap((reading) => knownSentences(reading, keysIn));
  const all = new Set(known.flatMap(({ filing }) => [...keysIn(textOf(filing))]));
  const measured = measuredSentences(known, now);
  const isBeside = known.some(({ filing }) => filedBeside(filing, now.filing));
  const lede = now.sentences[now.told[0] ?? -1]?.start;
  const counted = isBeside ? new Set<number>() : otherCounts(known, now, moved);
  return now.filing.brief.facts.flatMap((fact): readonly StoryChange[] => {
    if (counted.has(fact.start)) {
      const before = nearestTo(keysIn(fact.text), sentences);
      return [{ kind: "fact", text: fact.text, before, after: proofOf(now.filing, fact) }];
    }
    if (measured.has(fact.start) || (isBeside && fact.start === lede)) return [];
    const keys = keysIn(newsPart(fact.text));
    const fresh = keys.difference(all).size;
    const { words, share } = isBeside ? BESIDE : LATER;
    if (fresh < words || fresh < keys.size * share) return [];
    const before = nearestTo(keys, sentences);
    return [{ kind: "fact", text: fact.text, before, after: proofOf(now.filing, fact) }];
  });
}

function filedBeside(one: Filing, other: Filing): boolean {
  const isOther = sourceOf(one.article) !== sourceOf(other.article);
  return isOther && filedAt(other.article) - filedAt(one.article) <= SAME_NEWS;
}

/** Where sentences start whose figures readers know by what they measure: a change of them is told as a figure. */
function measuredSentences(known: readonly Reading[], now: Reading): ReadonlySet<number> {
  const measures = new Set(known.flatMap(({ filing }) => statementsOf(filing)).map(keyOf));
  const same = statementsOf(now.filing).filter((one) => measures.has(keyOf(one)));
  return new Set(same.map(({ proof }) => proof.start));
}

/**
 * Where sentences start that give another count of what readers know, of which nobody can say that theirs
 * has moved: it may be another's. That is told as the fact that it is.
 */
function otherCounts(
  known: readonly Reading[],
  now: Reading,
  moved: readonly StoryChange[],
): ReadonlySet<number> {
  const before = Map.groupBy(
    known.flatMap(({ filing }) => statementsOf(filing)),
    keyOf,
  );
  const told = new Set(
    moved.flatMap((one) => (one.kind === "figure" ? [one.after.proof.start] : [])),
  );
  const other = statementsOf(now.filing).filter((one) => {
    const same = before.get(keyOf(one)) ?? [];
    const isKnown = same.some(({ value, upTo }) => value === one.value && upTo === one.upTo);
    return same.length > 0 && !isKnown && !told.has(one.proof.start);
  });
  return new Set(other.map(({ proof }) => proof.start));
}

function namedKeys({ entities }: Reading): readonly string[] {
  return entities.flatMap(({ name }) => findWords(name).map(({ key }) => key));
}

// "Moe was arrested on Friday, hours after the ferry sank": what follows tells readers what they know.
const BACKGROUND =
  /,? (?:(?:\p{L}+ ){0,2}(?:after|since|when|while|as|where)|(?<!\b(?:sa(?:id|ys)|told|\p{L}+ed)\b[^,;]{0,200})that|which|who|whom|whose) |, according to /u;
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
    return { proof, keys: keysIn(text) };
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
