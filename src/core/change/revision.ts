import type { Article } from "#core/article/article.ts";
import { audienceOf } from "#core/article/audience.ts";
import type { Announced, Change } from "#core/article/change.ts";
import type { Embargo } from "#core/article/embargo.ts";
import { readHeadlineMarks } from "#core/article/headline-mark.ts";
import { seenByline, seenText } from "#core/article/reader-sees.ts";
import { sayChange } from "./changes.ts";
import type { StoryChange } from "./difference.ts";
import type { Filing } from "./filing.ts";
import { figuresOf, movedFigures } from "./moved.ts";
import { renamed } from "./names.ts";
import { readFiling } from "./reading.ts";
import { untoldSentences } from "./sentences.ts";

/** More text than this is not compared for details. */
const MOST_CHARACTERS = 60_000;
const MOST_DETAILS = 6;

/**
 * Says what a revision changes in the one before it, for readers.
 *
 * `details` names only what is certain: a figure that moved, with its bound, its hedge and its owner, a name
 * that is written otherwise, another headline; what no such line tells is said by the sentence that is new, as it
 * stands. `unchanged` means that readers would see nothing new (a date bumped, other white
 * space, `UPDATE 1` over the same words): nothing is to be posted again.
 */
export function compareRevisions(before: Article, after: Article): Change {
  const said = newlyAnnounced(before, after);
  const kind = kindOf(before, after, said);
  const note = kind === "unchanged" ? null : (said?.text ?? null);
  const silent = kind === "unchanged" || kind === "kill" || after.status !== "usable";
  return { kind, details: silent ? [] : detailsOf(before, after), note };
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

/** What the newsroom says of sections changes no copy. */
const BY_ITSELF = { internalSections: [] };

/** What decides where and when it is shown is no detail for readers, and no trifle either. */
function isHandledAlike(before: Article, after: Article): boolean {
  return (
    before.status === after.status &&
    endOf(before.embargo) === endOf(after.embargo) &&
    audienceOf(before, BY_ITSELF) === audienceOf(after, BY_ITSELF)
  );
}

/** When the last of its notices lets it go. */
function endOf(embargo: Embargo | null): number {
  if (embargo === null) return Number.NEGATIVE_INFINITY;
  const own = embargo.kind === "until" ? embargo.instant : Number.POSITIVE_INFINITY;
  return Math.max(own, ...(embargo.also ?? []).map(endOf));
}

function headlineOf({ title }: Article): string {
  return readHeadlineMarks(title ?? "").bare;
}

function isSame(one: string | null, other: string | null): boolean {
  return one === other || seenText(one) === seenText(other);
}

function detailsOf(before: Article, after: Article): readonly string[] {
  if (before.body.length > MOST_CHARACTERS || after.body.length > MOST_CHARACTERS) return [];
  const [old, now] = [readFiling(asFiling(before, before)), readFiling(asFiling(after, before))];
  const told: readonly StoryChange[] = [
    ...movedFigures([old], now, figuresOf([old], now)),
    ...renamed(old, now),
  ];
  const headline = isSame(headlineOf(before), headlineOf(after)) ? [] : ["headline changed"];
  const sentences = untoldSentences(old, now, told).map(({ line }) => `new: “${line}”`);
  const details = [...told.map(sayWithOwner), ...headline, ...sentences];
  return [...new Set(details)].slice(0, MOST_DETAILS);
}

/** A claim keeps its owner: `killed: 12 → 15 (citing police)`. */
function sayWithOwner(change: StoryChange): string {
  const owner = change.kind === "figure" ? change.after.owner : null;
  return owner === null ? sayChange(change) : `${sayChange(change)} (citing ${owner})`;
}

/** What is compared of a revision, under the id of the one before it: no brief is written for that. */
function asFiling(revision: Article, { id }: Article): Filing {
  const article = { ...revision, id };
  const { body, dateline } = article;
  const brief = { ...{ id, body, dateline, language: null, kind: "report" as const } };
  return {
    article,
    brief: {
      ...{ ...brief, headline: headlineOf(article), speakersRead: false, facts: [], quotes: [] },
    },
  };
}
