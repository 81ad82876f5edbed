/** A stretch where two sequences of words differ. */
export interface Hunk {
  /** Where it begins in the older words, and how many of them it takes. */
  readonly from: number;
  readonly gone: number;
  /** Where it begins in the newer words, and how many of them it takes. */
  readonly to: number;
  readonly fresh: number;
}

/** Two sequences of the same words, aligned. */
export interface Alignment {
  readonly hunks: readonly Hunk[];
  /** Pairs of places with the same word. */
  readonly same: readonly (readonly [from: number, to: number])[];
}

/** The table has this many cells at most; longer sequences are not aligned. */
const MOST_WORDS = 150;

/** Aligns two sequences by their longest common subsequence; `null` where they are too long for that. */
export function alignWords(before: readonly string[], after: readonly string[]): Alignment | null {
  if (before.length > MOST_WORDS || after.length > MOST_WORDS) return null;
  const same = commonPlaces(before, after);
  const hunks: Hunk[] = [];
  let [from, to] = [0, 0];
  for (const [at, other] of [...same, [before.length, after.length] as const]) {
    if (at > from || other > to) {
      hunks.push({ from, gone: at - from, to, fresh: other - to });
    }
    [from, to] = [at + 1, other + 1];
  }
  return { hunks, same };
}

function commonPlaces(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const lengthAt = (from: number, to: number): number => lengths[from * width + to] ?? 0;
  for (let from = before.length - 1; from >= 0; from -= 1) {
    for (let to = after.length - 1; to >= 0; to -= 1) {
      lengths[from * width + to] =
        before[from] === after[to]
          ? lengthAt(from + 1, to + 1) + 1
          : Math.max(lengthAt(from + 1, to), lengthAt(from, to + 1));
    }
  }
  const places: (readonly [number, number])[] = [];
  let [from, to] = [0, 0];
  while (from < before.length && to < after.length) {
    if (before[from] === after[to]) {
      places.push([from, to]);
      from += 1;
      to += 1;
    } else if (lengthAt(from + 1, to) >= lengthAt(from, to + 1)) from += 1;
    else to += 1;
  }
  return places;
}
