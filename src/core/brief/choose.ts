import type { Naming } from "./bare-name.ts";
import { FEATURES, type Features, share } from "./salience.ts";
import type { Weights } from "./weights.ts";

/** As many words as a reader takes in at a glance; what goes beyond crowds the brief. */
const ROOM = 55;
const CROWDED = 30;

/** A sentence with this share of its words told already says nothing new. */
const REPEATS = 0.75;

/** What a surname that nobody has introduced costs among the first facts; later ones go without. */
const BARE = 0.4;

/** A sentence that is fit to be a fact, as the choice sees it. */
export interface Entry {
  /** The words that say something. */
  readonly keys: ReadonlySet<string>;
  readonly features: Features;
  /** In words. */
  readonly length: number;
  /** The entry that must stand right before it; `null` where it stands alone. */
  readonly needs: Entry | null;
  /** Whom it names, fully or by a surname that one before it must have introduced. */
  readonly naming: Naming;
  /** Where it stands in the article. */
  readonly at: number;
}

/** The first facts tell the news; from then on the later weights count. */
export const NEWS = 3;

/**
 * Chooses `count` entries, the worthiest first; one that repeats what is chosen already loses by
 * how much of it was told. The later slots go by weights of their own.
 */
export function choose<T extends Entry>(
  entries: readonly T[],
  count: number,
  weights: Weights,
  later: Weights = weights,
): T[] {
  let pool = entries.map((entry) => ({
    ...{ entry, told: 0 },
    ...{ news: worth(entry.features, weights), later: worth(entry.features, later) },
  }));
  const chosen: T[] = [];
  let length = 0;
  while (chosen.length < count && pool.length > 0) {
    const isNews = chosen.length < NEWS;
    const scale = isNews ? weights : later;
    const open = pool.filter(({ entry }) => isOpen(entry, chosen));
    const known = isNews ? open : open.filter(({ entry }) => isKnown(entry, chosen));
    const best = most(known, (one) => {
      const bare = isKnown(one.entry, chosen) ? 0 : BARE;
      return (isNews ? one.news : one.later) + change(one, length, scale) - bare;
    });
    if (best === undefined) break;
    pool.splice(pool.indexOf(best), 1);
    chosen.push(best.entry);
    length += best.entry.length;
    for (const one of pool) one.told = Math.max(one.told, share(best.entry.keys, one.entry.keys));
    pool = pool.filter(({ told }) => told < REPEATS);
  }
  return chosen;
}

/** Whether what an entry needs is chosen, and nothing else stands behind that already. */
function isOpen({ needs }: Entry, chosen: readonly Entry[]): boolean {
  return needs === null || (chosen.includes(needs) && !chosen.some((one) => one.needs === needs));
}

/** Whether everyone it calls by a surname alone has been named fully in what stands above it. */
export function isKnown({ naming, at }: Entry, chosen: readonly Entry[]): boolean {
  const above = chosen.filter((one) => one.at < at);
  return naming.calls.every((id) => above.some((one) => one.naming.tells.includes(id)));
}

/** Puts every entry that needs another right behind it. */
export function inOrder<T extends Entry>(chosen: readonly T[]): readonly T[] {
  const behind = (entry: Entry): readonly T[] =>
    chosen.filter((one) => one.needs === entry).flatMap((one) => [one, ...behind(one)]);
  return chosen.filter(({ needs }) => needs === null).flatMap((one) => [one, ...behind(one)]);
}

function most<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let best: T | undefined;
  let highest = -Infinity;
  for (const item of items) {
    const worth = measure(item);
    if (worth <= highest) continue;
    best = item;
    highest = worth;
  }
  return best;
}

interface Ranked<T> {
  readonly entry: T;
  /** The share of it that the chosen ones tell. */
  readonly told: number;
}

/** What the choice so far takes from an entry's worth. */
function change<T extends Entry>(
  { entry, told }: Ranked<T>,
  length: number,
  weights: Weights,
): number {
  const over = Math.max(0, length + entry.length - ROOM) / CROWDED;
  return weights.repeated * told + weights.crowded * Math.min(2, over);
}

function worth(features: Features, weights: Weights): number {
  let sum = 0;
  for (const name of FEATURES) sum += features[name] * weights[name];
  return sum;
}
