/** Precision, recall and their harmonic mean, each 0 to 1. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Which group each item stands in. */
export type Grouping = ReadonlyMap<string, string>;

/** Of a share of nothing, all. */
export function ratesOf(right: number, found: number, labelled: number): Rates {
  const precision = found === 0 ? 1 : right / found;
  const recall = labelled === 0 ? 1 : right / labelled;
  return { precision, recall, f1: harmonic(precision, recall) };
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Of all pairs of items, those that stand together. */
export function pairwise(gold: Grouping, found: Grouping): Rates {
  const items = [...gold.keys()];
  let [right, together, labelled] = [0, 0, 0];
  items.forEach((one, index) => {
    for (const other of items.slice(index + 1)) {
      const isGold = gold.get(one) === gold.get(other);
      const isFound = found.get(one) === found.get(other);
      if (isGold) labelled += 1;
      if (isFound) together += 1;
      if (isGold && isFound) right += 1;
    }
  });
  return ratesOf(right, together, labelled);
}

/** B-cubed (Bagga and Baldwin 1998): the mean over items of what share of its group is right. */
export function bCubed(gold: Grouping, found: Grouping): Rates {
  const items = [...gold.keys()];
  if (items.length === 0) return ratesOf(0, 0, 0);
  let [precision, recall] = [0, 0];
  for (const item of items) {
    const labelled = items.filter((other) => gold.get(other) === gold.get(item));
    const together = items.filter((other) => found.get(other) === found.get(item));
    const right = together.filter((other) => gold.get(other) === gold.get(item)).length;
    precision += right / together.length;
    recall += right / labelled.length;
  }
  const [p, r] = [precision / items.length, recall / items.length];
  return { precision: p, recall: r, f1: harmonic(p, r) };
}
