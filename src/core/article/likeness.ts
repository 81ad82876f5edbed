import { sentencesOf } from "#core/text/paragraphs.ts";
import { contentWords, shared } from "#core/text/vocabulary.ts";
import type { Article } from "./article.ts";
import { readHeadlineMarks } from "./headline-mark.ts";

/** What is compared of a text. */
export type Text = Pick<Article, "title" | "body">;

const SAME_HEADLINE = 0.6;
const SAME_STORY = 0.5;
const SAME_SENTENCES = 0.3;
const NEARLY_ALL = 0.85;
/** As much of a body as tells whether two are one story. */
const MOST_CHARACTERS = 20_000;
/** Fewer words than these are alike, or unlike, by chance. */
const FEWEST_WORDS = 4;

/** Two stories of one day and one slug are alike in their words; two revisions of one share sentences. */
export function isAlike(stored: Text, incoming: Text): boolean {
  if (areAlike(headlineWords(stored), headlineWords(incoming), SAME_HEADLINE)) return true;
  const [ours, theirs] = [contentWords(stored.body), contentWords(incoming.body)];
  if (areAlike(ours, theirs, NEARLY_ALL)) return true;
  if (!areAlike(ours, theirs, SAME_STORY)) return false;
  return shared(sentenceSet(stored), sentenceSet(incoming)) >= SAME_SENTENCES;
}

/**
 * Says whether a text in an article's own place is that article's, and no note about it: a short one is
 * not alike any more once a day in it has changed, but a note shares little beside the name.
 */
export function sharesMuch(stored: Text, incoming: Text): boolean {
  return shared(contentWords(stored.body), contentWords(incoming.body)) >= SAME_STORY;
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>, least: number): boolean {
  return Math.min(one.size, other.size) >= FEWEST_WORDS && shared(one, other) >= least;
}

function headlineWords({ title }: Text): ReadonlySet<string> {
  return contentWords(readHeadlineMarks(title ?? "").bare);
}

/** Figures are left out, because they move. */
function sentenceSet({ body }: Text): ReadonlySet<string> {
  const sentences = sentencesOf(body.slice(0, MOST_CHARACTERS));
  return new Set(sentences.map((sentence) => sentence.replace(/\p{N}+/gu, "#")));
}

/** Of the words of the shorter text the longer one has so many, under a headline that was kept; or under another. */
const LEAST_UNDER_KEPT = 0.2;
const LEAST_OF_VERSIONS = 0.25;
const LEAST_UNDER_OTHER = 0.4;
const KEPT_HEADLINE = 0.5;
/** A note has little but the phrases of its desk ("We are investigating"), which stand in each of them. */
const MOST_WORDS_OF_A_NOTE = 15;
const LEAST_OF_A_NOTE = 0.7;
/** Headlines have few words, and short ones tell: "Fire at port". */
const SMALL_IN_HEADLINES = 3;

/**
 * Says whether two texts share so little that they are two stories. A story that grows keeps its first
 * words, so the shorter text is looked for in the longer one. "Sign-in slow in the north" and
 * "Payments fail in the south" of one status page share the page's phrases alone.
 * @param versions they count themselves as versions of one article
 */
export function shareLittle(stored: Text, incoming: Text, versions: boolean): boolean {
  const [had, has] = [stored, incoming].map(({ title }) =>
    contentWords(readHeadlineMarks(title ?? "").bare, SMALL_IN_HEADLINES),
  );
  const headline = shared(had ?? NONE, has ?? NONE);
  const [ours, theirs] = [contentWords(stored.body), contentWords(incoming.body)];
  const size = Math.min(ours.size, theirs.size);
  // A line of figures has no words to tell by.
  if (size === 0) return had?.size !== 0 && has?.size !== 0 && headline < KEPT_HEADLINE;
  const least = leastOf(size, headline >= KEPT_HEADLINE, versions);
  return shared(ours, theirs) < least;
}

function leastOf(size: number, isKept: boolean, versions: boolean): number {
  // Under one headline, "It reopened on Friday" and "It stays shut until Monday" differ in all their few words.
  if (isKept) return size < FEWEST_WORDS ? 0 : LEAST_UNDER_KEPT;
  if (versions) return LEAST_OF_VERSIONS;
  return size < MOST_WORDS_OF_A_NOTE ? LEAST_OF_A_NOTE : LEAST_UNDER_OTHER;
}

const NONE: ReadonlySet<string> = new Set();
