import { seenText } from "#core/article/reader-sees.ts";
import { findWords } from "#core/text/words.ts";
import type { Proof, StoryChange } from "./difference.ts";
import { proofAt, type Reading } from "./reading.ts";
import { compareSentences } from "./sentence-pairs.ts";

/** More sentences than these make it another text: the first of them is told. */
const MOST_SENTENCES = 2;

/** What no line tells of the next revision of an article: its first new sentences, as they stand, on one line. */
export function untoldSentences(
  before: Reading,
  now: Reading,
  told: readonly StoryChange[],
): readonly (Proof & { readonly line: string })[] {
  const { body } = before.filing.article;
  const fresh = newSentences(before, now, told).filter(({ text }) => isNew(text, body));
  return fresh
    .slice(0, MOST_SENTENCES)
    .map((proof) => ({ ...proof, line: proof.text.split(/\s+/u).join(" ") }));
}

/**
 * Sentences of the next revision of an article that are new or became another, as they stand and in order,
 * beside those of which another line tells all that changed.
 */
function newSentences(
  before: Reading,
  now: Reading,
  told: readonly StoryChange[],
): readonly Proof[] {
  const old = textsOf(before).map(({ text }) => text);
  const fresh = textsOf(now);
  const changed = compareSentences(
    old,
    fresh.map(({ text }) => text),
  );
  const said = new Set(told.flatMap(coveredBy));
  return fresh.flatMap(({ text, index }) => {
    const proof = changed.fresh.has(text) && !said.has(text) ? proofAt(now, index) : null;
    return proof === null ? [] : [proof];
  });
}

/** A figure that moved is not all of a sentence that counts a second thing now. */
function coveredBy(change: StoryChange): readonly string[] {
  if (change.kind === "name") return [];
  if (change.kind !== "figure") return [change.after.text];
  const [was, is] = [change.before.proof.text, change.after.proof.text];
  return figuresIn(is) > figuresIn(was) ? [] : [is];
}

function figuresIn(text: string): number {
  return findWords(text).filter(({ figure }) => figure).length;
}

function textsOf({ body, sentences, told }: Reading) {
  return told.flatMap((index) => {
    const sentence = sentences[index];
    return sentence === undefined
      ? []
      : [{ index, text: body.slice(sentence.start, sentence.end) }];
  });
}

/** A sentence that only looks otherwise is not new; nor is a notice in brackets above the story. */
function isNew(text: string, before: string): boolean {
  if (/^[([*]/u.test(text)) return false;
  const [old, now] = [seenText(before), seenText(text)];
  // "5 people were killed" stands in "At least 5 people were killed", too.
  if (!/^\p{N}/u.test(now)) return !old.includes(now);
  return (
    !old.startsWith(now) && !["\n", ". ", ".” ", "? ", "! "].some((end) => old.includes(end + now))
  );
}
