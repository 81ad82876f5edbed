import { filedAt } from "./filing.ts";
import { openingOf, type Reading } from "./reading.ts";
import {
  blocksIn,
  isOfOtherEvent,
  isOfOtherTime,
  isTally,
  namesFarDate,
  turnsToOthers,
} from "./scope.ts";

/** Shorter passages are labels, of which a page may have two that are alike. */
const FEWEST_LETTERS = 30;
/** Among so many sentences a report says that it tells of several events. */
const TOP = 5;
// "Three men were killed in separate shootings"
const PARTED =
  /\b(?:separate|unrelated) (?:\p{L}+ )?(?:shootings|attacks|crashes|incidents|accidents|homicides|murders|killings|fires|robberies|stabbings|cases|explosions|raids)\b/iu;

/**
 * Indices of the sentences that tell of a report's own event, in order. What a page prints twice is a teaser of
 * another story; behind a sentence on another event or time the rest of its passage goes on with that, and so does
 * what names somebody whom a sentence on another event brought in; and from where a report turns to others ("In a separate shooting")
 * nothing of it is this event's. None of a round-up, or where a report tells of events that it calls separate.
 */
export function ownNews(reading: Reading): readonly number[] {
  const { filing, body, passages, sentences, told, names, entities } = reading;
  const { headline, kind } = filing.brief;
  if (kind === "round-up" || isTally(headline, openingOf(reading))) return [];
  const top = told.slice(0, TOP).map((index) => sentences[index]);
  if (top.some((one) => one !== undefined && PARTED.test(body.slice(one.start, one.end))))
    return [];
  const at = filedAt(filing.article);
  const copies = copiesIn(passages.map(({ start, end }) => body.slice(start, end)));
  const persons = names.filter(({ entity }) => entities[entity]?.kind === "person");
  const named = Map.groupBy(persons, ({ sentence }) => sentence);
  const [ours, theirs] = [new Set<number>(), new Set<number>()];
  const own: number[] = [];
  let block: string | undefined;
  let away = -1;
  for (const index of told) {
    const sentence = sentences[index];
    if (sentence === undefined || copies.has(sentence.passage)) continue;
    const text = body.slice(sentence.start, sentence.end);
    if (own.length > 0 && turnsToOthers(text)) break;
    const people = (named.get(index) ?? []).map(({ entity }) => entity);
    const isOthers =
      isOfOtherEvent(text) || isRecalled(reading, index) || people.some((one) => theirs.has(one));
    if (isOthers || isOfOtherTime(text) || namesFarDate(text, at)) away = sentence.passage;
    if (isOthers) for (const one of people) if (!ours.has(one)) theirs.add(one);
    if (away === sentence.passage) continue;
    for (const one of people) ours.add(one);
    const blocks = blocksIn(text);
    block ??= blocks[0];
    if (block !== undefined && blocks.length > 0 && !blocks.includes(block)) continue;
    own.push(index);
  }
  return own;
}

// "A boy was hurt on Monday. That crash occurred on Dunmore Lane": what stands before it is no more this report's.
const RECALLS =
  /^(?:That|Those|The (?:earlier|previous|first|other)) (?:\p{L}+ )?(?:shootings?|attacks?|crash(?:es)?|fires?|incidents?|cases?|killings?|deaths?|murders?|homicides?|explosions?|robber(?:y|ies)|stabbings?|accidents?) (?:also |had )?(?:occurred|happened|took place|came|was|were|remains?)\b/u;

/** Says whether the next sentence of its passage looks back on what a sentence tells, as on another event. */
function isRecalled({ body, sentences }: Reading, index: number): boolean {
  const [here, next] = [sentences[index], sentences[index + 1]];
  if (next === undefined || next.passage !== here?.passage) return false;
  return RECALLS.test(body.slice(next.start, next.end));
}

/** Indices of the passages that a page prints more than once. */
function copiesIn(texts: readonly string[]): ReadonlySet<number> {
  const places = Map.groupBy(texts.keys(), (index) => texts[index] ?? "");
  const twice = [...places].filter(
    ([text, indices]) => indices.length > 1 && text.length >= FEWEST_LETTERS,
  );
  return new Set(twice.flatMap(([, indices]) => indices));
}
