import type { Article } from "#core/article/article.ts";
import type { Announced, Change } from "#core/article/change.ts";
import type { Embargo } from "#core/article/embargo.ts";
import { readHeadlineMarks } from "#core/article/headline-mark.ts";
import { seenByline, seenText } from "#core/article/reader-sees.ts";
import { usageOf } from "#core/article/usage.ts";
import { type Paragraph, readParagraphs } from "#core/text/paragraphs.ts";
import { contentWords, shared } from "#core/text/vocabulary.ts";
import { type FigureMove, figureMoves, type NameChange, nameChanges } from "./details.ts";
import { type Changed, compareSentences } from "./sentence-pairs.ts";

/** More text than this is not compared for details. */
const MOST_CHARACTERS = 60_000;
/** A shorter paragraph is a heading, or a line of the wire. */
const SHORTEST_PARAGRAPH = 40;
const MOST_DETAILS = 6;
const REWRITTEN = 0.7;

/**
 * Says what a revision changes in the one before it, for readers.
 *
 * `details` names only what is certain: a figure moved where the sentence around it stayed and says
 * what is counted, a name that is written otherwise, another headline, paragraphs that are new
 * where none was dropped. `unchanged` means that readers would see nothing new (a date bumped, other white
 * space, `UPDATE 1` over the same words): nothing is to be posted again.
 */
export function compareRevisions(before: Article, after: Article): Change {
  const said = newlyAnnounced(before, after);
  const kind = kindOf(before, after, said);
  const note = kind === "unchanged" ? null : (said?.text ?? null);
  const silent = kind === "unchanged" || kind === "kill" || after.status !== "usable";
  return { kind, details: silent ? [] : detailsOf(before, after, said), note };
}

/**
 * What readers of one revision learn from another, whatever was held between them; `unchanged` where
 * they have read all of it. Both may be shown, whether by an end of an embargo or by an editor's release.
 */
export function changeForReaders(read: Article, now: Article): Change {
  return compareRevisions(asShown(read), asShown(now));
}

function asShown(article: Article): Article {
  return { ...article, status: "usable", embargo: null };
}

/** What this revision announces that the one before it did not. */
function newlyAnnounced(before: Article, after: Article): Announced | null {
  const { announced } = after;
  if (announced === null) return null;
  const known =
    before.announced?.kind === announced.kind && isSame(before.announced.text, announced.text);
  return known ? null : announced;
}

function kindOf(before: Article, after: Article, said: Announced | null): Change["kind"] {
  if (after.status === "killed") return before.status === "killed" ? "unchanged" : "kill";
  if (after.status === "usable" && before.status !== "usable") return "restored";
  const seen = looksTheSame(before, after) && isHandledAlike(before, after);
  if (said?.kind === "correction") return "correction";
  if (seen) return "unchanged";
  return said?.kind === "write-through" ? "write-through" : "update";
}

function looksTheSame(before: Article, after: Article): boolean {
  return (
    isSame(headlineOf(before), headlineOf(after)) &&
    isSame(before.subheadline, after.subheadline) &&
    seenByline(before.byline) === seenByline(after.byline) &&
    isSame(before.body, after.body)
  );
}

/** What decides where and when it is shown is no detail for readers, and no trifle either. */
function isHandledAlike(before: Article, after: Article): boolean {
  return (
    before.status === after.status &&
    endOf(before.embargo) === endOf(after.embargo) &&
    usageOf(before).restricted === usageOf(after).restricted
  );
}

function endOf(embargo: Embargo | null): number {
  if (embargo === null) return Number.NEGATIVE_INFINITY;
  return embargo.kind === "until" ? embargo.instant : Number.POSITIVE_INFINITY;
}

function headlineOf({ title }: Article): string {
  return readHeadlineMarks(title ?? "").bare;
}

function isSame(one: string | null, other: string | null): boolean {
  return one === other || seenText(one) === seenText(other);
}

function detailsOf(before: Article, after: Article, said: Announced | null): readonly string[] {
  if (before.body.length > MOST_CHARACTERS || after.body.length > MOST_CHARACTERS) return [];
  const [old, now] = [readParagraphs(before.body), readParagraphs(after.body)];
  const changed = compareSentences(old.flatMap(sentencesIn), now.flatMap(sentencesIn));
  const pairs = [[headlineOf(before), headlineOf(after)] as const, ...changed.pairs];
  const figures = certainMoves(pairs.flatMap(([was, is]) => figureMoves(was, is)));
  const names = pairs
    .flatMap(([was, is]) => nameChanges(was, is))
    .filter((name) => isCertainName(name, before, after, said));
  const headline = isSame(headlineOf(before), headlineOf(after)) ? [] : ["headline changed"];
  const details = [
    ...figures.map(({ label, before: was, after: is }) => `${label}: ${was.text} → ${is.text}`),
    ...names.map((name) => `${name.before} → ${name.after}`),
    ...headline,
    ...addedParagraphs(before.body, old, now, changed),
  ];
  return [...new Set(details)].slice(0, MOST_DETAILS);
}

/** "killed: 12 → 15" beside "killed: 3 → 4" are killed in two places: without the place, neither is certain. */
function certainMoves(moves: readonly FigureMove[]): readonly FigureMove[] {
  const key = ({ before, after }: FigureMove): string => `${before.value} ${after.value}`;
  const alone = moves.filter((move) =>
    moves.every((other) => other.label !== move.label || key(other) === key(move)),
  );
  const told = new Set<string>();
  return alone.filter((move) => {
    const known = told.has(key(move));
    told.add(key(move));
    return !known;
  });
}

/** Another spelling; or, in a correction, another name: in an update, another person may say the same. */
function isCertainName(
  { before: was, after: is, isSpelling }: NameChange,
  before: Article,
  after: Article,
  said: Announced | null,
): boolean {
  if (!isSpelling && said?.kind !== "correction") return false;
  // Two people of similar names stand in both revisions.
  return !hasName(after, was) && !hasName(before, is);
}

function hasName({ title, body }: Article, name: string): boolean {
  const text = `${title ?? ""}\n${body}`;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [left, right] = [text.charAt(at - 1), text.charAt(at + name.length)];
    if (!/\p{L}/u.test(left) && !/\p{L}/u.test(right)) return true;
  }
  return false;
}

function sentencesIn({ sentences }: Paragraph): readonly string[] {
  return sentences;
}

function addedParagraphs(
  before: string,
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  changed: Changed,
): readonly string[] {
  const kept = new Set(now.flatMap(sentencesIn));
  const paired = new Set(changed.pairs.map(([was]) => was));
  const dropped = old.some(({ sentences }) => {
    const gone = sentences.every((sentence) => !kept.has(sentence) && !paired.has(sentence));
    return sentences.length > 0 && gone;
  });
  if (dropped) return [];
  const known = contentWords(before);
  const added = now.filter(
    ({ text, sentences }) =>
      isProse(text) &&
      sentences.every(
        (sentence) => changed.fresh.has(sentence) && !changed.partnered.has(sentence),
      ) &&
      shared(contentWords(text), known) < REWRITTEN,
  );
  if (added.length === 0) return [];
  return [added.length === 1 ? "1 paragraph added" : `${added.length} paragraphs added`];
}

/** Headings, and notices in brackets, are none. */
function isProse(text: string): boolean {
  return text.length >= SHORTEST_PARAGRAPH && !/^[([*]/u.test(text);
}
