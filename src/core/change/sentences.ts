import { findWords } from "#core/text/words.ts";
import type { Proof, StoryChange } from "./difference.ts";
import { proofAt, type Reading } from "./reading.ts";
import { compareSentences } from "./sentence-pairs.ts";

/**
 * Sentences of the next revision of an article that are new or became another, as they stand and in order,
 * beside those of which another line tells all that changed.
 */
export function newSentences(
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
  if (change.kind === "fact" || change.kind === "name") return [];
  if (change.kind === "renamed") return [change.after.text];
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
