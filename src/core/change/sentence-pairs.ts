import { wordParts } from "#core/text/vocabulary.ts";

/** Sentences that two revisions of a text do not share. */
export interface Changed {
  /** A sentence of the older text beside what has become of it, where that is certain. */
  readonly pairs: readonly (readonly [before: string, after: string])[];
  /** Sentences of the newer text that are new, or have become another. */
  readonly fresh: ReadonlySet<string>;
  /** Of the newer text, those that have a partner in `pairs`. */
  readonly partnered: ReadonlySet<string>;
}

/** More sentences than these are not paired: a text so different is another. */
const MOST_CHANGED = 80;
/** As much of a sentence as tells whether two are one. */
const MOST_COMPARED = 2000;
const SAME_SENTENCE = 0.6;
/** A partner must be nearer than the next by this much. */
const MARGIN = 0.15;

/** Finds the sentences that changed, and pairs those that can be paired in one way only. */
export function compareSentences(before: readonly string[], after: readonly string[]): Changed {
  const [old, now] = [new Set(before), new Set(after)];
  const gone = [...old].filter((sentence) => !now.has(sentence));
  const fresh = [...now].filter((sentence) => !old.has(sentence));
  const pairs = pairUp(gone.slice(0, MOST_CHANGED), fresh.slice(0, MOST_CHANGED));
  const partnered = new Set(pairs.map(([, partner]) => partner));
  return { pairs, fresh: new Set(fresh), partnered };
}

function pairUp(
  gone: readonly string[],
  fresh: readonly string[],
): readonly (readonly [string, string])[] {
  const olds = gone.map(wordsOf);
  const news = fresh.map(wordsOf);
  const alike = olds.map((old) => news.map((now) => likeness(old, now)));
  return gone.flatMap((sentence, index) => {
    const [best, next] = ranked(alike[index] ?? []);
    if (best === undefined || best.score < SAME_SENTENCE) return [];
    if (next !== undefined && best.score - next.score < MARGIN) return [];
    const [back, behind] = ranked(alike.map((row) => row[best.at] ?? 0));
    if (back?.at !== index || (behind !== undefined && back.score - behind.score < MARGIN))
      return [];
    const partner = fresh[best.at];
    return partner === undefined ? [] : [[sentence, partner] as const];
  });
}

function ranked(scores: readonly number[]): readonly { score: number; at: number }[] {
  return scores
    .map((score, at) => ({ score, at }))
    .sort((one, other) => other.score - one.score)
    .slice(0, 2);
}

/** Numbers count as one word, because they move: "12 people" and "15 people" are alike. */
function wordsOf(sentence: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of wordParts(sentence.slice(0, MOST_COMPARED))) {
    const word = /^\p{N}/u.test(part) ? "#" : part;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Of all the words of both, the share that stands in both: 0 to 1. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let both = 0;
  for (const [word, count] of one) both += Math.min(count, other.get(word) ?? 0);
  const all = total(one) + total(other);
  return all === 0 ? 0 : (2 * both) / all;
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
