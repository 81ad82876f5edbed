import { stem } from "./stem.ts";

// C.-Y. Lin, "ROUGE: a package for automatic evaluation of summaries", 2004: F1 on Porter stems.

/** F1 of a summary against its reference, in per cent. */
export interface Rouge {
  /** Single words. */
  readonly one: number;
  /** Pairs of neighbouring words. */
  readonly two: number;
  /** Union of the longest common subsequences of each reference sentence with all of the summary's. */
  readonly lsum: number;
}

/** Words in lower case; those of more than three letters without their inflection. */
export function stemsOf(text: string): string[] {
  const words = text.toLowerCase().split(/[^a-z0-9]+/u);
  return words.filter((word) => word !== "").map((word) => (word.length > 3 ? stem(word) : word));
}

/** Scores the sentences of a summary against those of its reference. */
export function rouge(summary: readonly string[], reference: readonly string[]): Rouge {
  const ours = summary.map(stemsOf);
  const theirs = reference.map(stemsOf);
  return {
    one: ngramF1(ours.flat(), theirs.flat(), 1),
    two: ngramF1(ours.flat(), theirs.flat(), 2),
    lsum: subsequenceF1(ours, theirs),
  };
}

function ngramF1(ours: readonly string[], theirs: readonly string[], size: number): number {
  const a = tally(ngrams(ours, size));
  const b = tally(ngrams(theirs, size));
  let shared = 0;
  for (const [gram, count] of b) shared += Math.min(count, a.get(gram) ?? 0);
  return f1(shared, ours.length - size + 1, theirs.length - size + 1);
}

function ngrams(words: readonly string[], size: number): string[] {
  return words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(" "));
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function subsequenceF1(
  ours: readonly (readonly string[])[],
  theirs: readonly (readonly string[])[],
): number {
  const left = tally(ours.flat());
  let hits = 0;
  for (const sentence of theirs) {
    const union = new Set(ours.flatMap((candidate) => commonIndexes(sentence, candidate)));
    for (const index of union) {
      const word = sentence[index] ?? "";
      const rest = left.get(word) ?? 0;
      if (rest === 0) continue;
      hits += 1;
      left.set(word, rest - 1);
    }
  }
  return f1(hits, ours.flat().length, theirs.flat().length);
}

/** Indexes in `a` of one longest common subsequence of `a` and `b`. */
function commonIndexes(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      table[i * width + j] =
        a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
    }
  }
  const indexes: number[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 && j > 0) {
    if (a[i - 1] === b[j - 1]) {
      indexes.push(i - 1);
      i -= 1;
      j -= 1;
    } else if (at(i - 1, j) > at(i, j - 1)) i -= 1;
    else j -= 1;
  }
  return indexes;
}

function f1(shared: number, ours: number, theirs: number): number {
  return shared === 0 ? 0 : (200 * shared) / (ours + theirs);
}
