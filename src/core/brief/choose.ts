import { FEATURES, type Features, share } from "./salience.ts";
import type { Weights } from "./weights.ts";

/** A sentence with this share of its words told already says nothing new. */
const REPEATS = 0.75;

/** A sentence that is fit to be a fact, as the choice sees it. */
export interface Entry {
  /** The words that say something. */
  readonly keys: ReadonlySet<string>;
  readonly features: Features;
}

/**
 * Chooses `count` entries, the worthiest first; one that repeats what is chosen already loses by
 * how much of it was told.
 */
export function choose<T extends Entry>(
  entries: readonly T[],
  count: number,
  weights: Weights,
): T[] {
  let pool = entries.map((entry) => ({ entry, worth: worth(entry.features, weights), told: 0 }));
  const chosen: T[] = [];
  while (chosen.length < count && pool.length > 0) {
    const best = pool.reduce((most, one) =>
      value(one, weights) > value(most, weights) ? one : most,
    );
    pool.splice(pool.indexOf(best), 1);
    chosen.push(best.entry);
    for (const one of pool) one.told = Math.max(one.told, share(best.entry.keys, one.entry.keys));
    pool = pool.filter(({ told }) => told < REPEATS);
  }
  return chosen;
}

function value(one: { readonly worth: number; readonly told: number }, weights: Weights): number {
  return one.worth + weights.repeated * one.told;
}

function worth(features: Features, weights: Weights): number {
  let sum = 0;
  for (const name of FEATURES) sum += features[name] * weights[name];
  return sum;
}
