import { FEATURES, type Features, share } from "./salience.ts";
import type { Standing } from "./standing.ts";
import { type Bounds, isToldByAll, printedOf, repeats, type Telling } from "./told.ts";
import type { Weights } from "./weights.ts";

/** As many words as a reader takes in at a glance; what goes beyond crowds the brief. */
const ROOM = 55;
const CROWDED = 30;

/** A fact that others tell to this extent says nothing new. */
const TOLD: Bounds = {
  repeats: 0.65,
  told: 0.8,
  toldAgain: 0.63,
  row: 4,
  rowShare: 0.4,
  longRow: 6,
};

/** What it adds to stand right behind a chosen one: a run of sentences reads as a text. */
const IN_A_RUN = 0.3;

/** And what it adds among the first facts to go on with the story's opening, all of which is chosen. */
const IN_THE_OPENING = 2;

/**
 * As much of a sentence must one chosen fact have, where it stands apart from them all and has no figure. Of the facts that
 * blind judges saw, 27 of 479 right behind another were at fault, of those apart 26 of 112, and of these 12 of 22.
 */
const LINKED = 0.1;

/** A sentence that is fit to be a fact, as the choice sees it. */
export interface Entry extends Telling {
  readonly features: Features;
  /** In words. */
  readonly length: number;
  /** The entry that must stand right before it; `null` where it stands alone. */
  readonly needs: Entry | null;
  /** Where it stands in the article. */
  readonly at: number;
  /** The entry that is the sentence before it; `null` where that is none. */
  readonly before: Entry | null;
  readonly standing: Standing;
  /** Whether the sentence behind it takes something of it back, so that both are printed or neither. */
  readonly turned: boolean;
}

/** So many facts tell the news; what goes beyond them must stand beyond doubt. */
export const NEWS = 3;
/** A single fact is no brief. */
const FEWEST = 2;

/** What the choice goes by beside the entries. */
export interface Terms {
  readonly count: number;
  readonly weights: Weights;
  /** What a reader knows already: the words of the headline. */
  readonly known: ReadonlySet<string>;
}

/**
 * Chooses entries, the worthiest first, so that each stands: alone, by what is chosen above it, or
 * right behind the sentence before it; and has something to do with them. One that repeats what is chosen already loses
 * by how much of it was told. Where fewer than the first facts stand so, what nearly stands is taken too, and where
 * that is but one, what has nothing to do with it, or seems to stand; beyond the first facts only what goes right on
 * with a chosen one is, and leans on nothing.
 *
 * @param chosen what is chosen beforehand
 */
export function choose<T extends Entry>(
  entries: readonly T[],
  terms: Terms,
  chosen: readonly T[] = [],
): readonly T[] {
  const free = (entry: T, above: readonly T[]) => stands(entry, above, terms.known);
  const nearly = (entry: T, above: readonly T[]) => nearlyStands(entry, above, terms.known);
  const linked = (is: typeof free) => (entry: T, above: readonly T[]) =>
    isLinked(entry, above) && is(entry, above);
  const goesOn = (entry: T, above: readonly T[]) =>
    entry.needs === null && isBehind(entry, above) && free(entry, above);
  const choice = begin(entries, terms, chosen);
  fill(choice, NEWS, linked(free));
  fill(choice, NEWS, linked(nearly));
  fill(choice, FEWEST, free);
  fill(choice, FEWEST, isOpen);
  if (choice.chosen.length >= NEWS) fill(choice, terms.count, goesOn);
  return choice.chosen;
}

/** What is chosen so far, and what else may be. */
interface Choice<T> {
  readonly entries: readonly T[];
  readonly terms: Terms;
  readonly chosen: T[];
  /** Those that what is chosen does not tell. */
  pool: readonly Ranked<T>[];
  /** Of all that is chosen, in words. */
  length: number;
}

function begin<T extends Entry>(
  entries: readonly T[],
  terms: Terms,
  chosen: readonly T[],
): Choice<T> {
  const isNew = (entry: T) => !chosen.some((one) => one === entry || repeats(entry, one, TOLD));
  const pool = entries.filter(isNew).map((entry) => ({
    entry,
    told: Math.max(0, ...chosen.map(({ keys }) => share(keys, entry.keys))),
    worth: worth(entry.features, terms.weights),
  }));
  const length = chosen.reduce((sum, one) => sum + one.length, 0);
  return { entries, terms, chosen: [...chosen], pool, length };
}

/** Chooses as many as stand by a reading, up to so many in all. */
function fill<T extends Entry>(
  choice: Choice<T>,
  count: number,
  isFree: (entry: T, chosen: readonly T[]) => boolean,
): void {
  const { entries, chosen, terms } = choice;
  while (chosen.length < count) {
    const printed = printedOf(chosen, terms.known);
    choice.pool = choice.pool.filter(({ entry }) => !isToldByAll(entry, printed, TOLD));
    const room = count - chosen.length;
    const best = most(
      choice.pool,
      (one) => valueIn(one, choice),
      ({ entry }) =>
        isFree(entry, chosen) && (!entry.turned || (room > 1 && isTurnedIn(entries, entry))),
    );
    if (best === undefined) return;
    take(choice, best.entry.turned ? pair(entries, best.entry) : [best.entry]);
  }
}

function valueIn<T extends Entry>(
  one: Ranked<T>,
  { entries, chosen, terms, length }: Choice<T>,
): number {
  const opens = () => isNext(one.entry, entries, chosen);
  const run = isBehind(one.entry, chosen) ? IN_A_RUN + (opens() ? IN_THE_OPENING : 0) : 0;
  return one.worth + change(one, length, terms.weights) + run;
}

/** Chooses entries, after which what they tell is told. */
function take<T extends Entry>(choice: Choice<T>, taken: readonly T[]): void {
  for (const entry of taken) {
    choice.chosen.push(entry);
    choice.length += entry.length;
  }
  choice.pool = choice.pool.flatMap((one) => {
    if (taken.some((other) => other === one.entry || repeats(one.entry, other, TOLD))) return [];
    return [
      { ...one, told: Math.max(one.told, ...taken.map(({ keys }) => share(keys, one.entry.keys))) },
    ];
  });
}

/** An entry and the one behind it that takes something of it back. */
function pair<T extends Entry>(entries: readonly T[], entry: T): readonly T[] {
  return [entry, ...entries.filter(({ before }) => before === entry)];
}

function isTurnedIn<T extends Entry>(entries: readonly T[], entry: T): boolean {
  return pair(entries, entry).length > 1;
}

function isBehind({ before }: Entry, chosen: readonly Entry[]): boolean {
  return before !== null && chosen.includes(before);
}

/** Whether an entry counts something, goes on with a chosen one or one of them with it, or one has some of its words. */
function isLinked(entry: Entry, chosen: readonly Entry[]): boolean {
  if (chosen.length === 0 || entry.features.figures > 0) return true;
  if (entry.needs !== null || isBehind(entry, chosen)) return true;
  if (chosen.some(({ before }) => before === entry)) return true;
  return chosen.some(({ keys }) => share(keys, entry.keys) >= LINKED);
}

/** Whether all that stands above an entry is chosen. */
function isNext(entry: Entry, entries: readonly Entry[], chosen: readonly Entry[]): boolean {
  return entries.every((one) => one.at >= entry.at || chosen.includes(one));
}

/** Whether an entry stands by the strictest reading, where what is chosen is printed. */
export function stands(
  entry: Entry,
  chosen: readonly Entry[],
  known: ReadonlySet<string>,
): boolean {
  const { standing, at } = entry;
  if (!isOpen(entry, chosen)) return false;
  if (standing.held && !isBehind(entry, chosen)) return false;
  const above = chosen.filter((one) => one.at < at);
  return standing.asks.every(({ keys, from }) =>
    keys.some(
      (key) =>
        (from === null && known.has(key)) ||
        above.some((one) => one.keys.has(key) && one.at >= (from ?? 0)),
    ),
  );
}

/**
 * Whether an entry stands but for what it calls by "the" within: "the jury" of a trial tells itself. What leans on
 * a chosen one may have speech between.
 */
function nearlyStands(entry: Entry, chosen: readonly Entry[], known: ReadonlySet<string>): boolean {
  const held = entry.standing.held && entry.needs === null;
  const asks = entry.standing.asks.filter(({ within }) => !within);
  return stands({ ...entry, standing: { held, asks } }, chosen, known);
}

/** Whether what an entry needs is chosen, and nothing else stands behind that already. */
function isOpen({ needs }: Entry, chosen: readonly Entry[]): boolean {
  return needs === null || (chosen.includes(needs) && !chosen.some((one) => one.needs === needs));
}

/** The first of those that measure most and are free; only one that measures more than all before it is asked. */
export function most<T>(
  items: readonly T[],
  measure: (item: T) => number,
  isFree: (item: T) => boolean = () => true,
): T | undefined {
  let best: T | undefined;
  let highest = -Infinity;
  for (const item of items) {
    const worth = measure(item);
    if (worth <= highest || !isFree(item)) continue;
    best = item;
    highest = worth;
  }
  return best;
}

interface Ranked<T> {
  readonly entry: T;
  /** The share of it that the chosen ones tell. */
  readonly told: number;
  readonly worth: number;
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
