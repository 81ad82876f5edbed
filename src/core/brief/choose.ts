import { isMet } from "./hanging-clue.ts";
import { chanceToHang, type Judged, type Weighing } from "./judged.ts";
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
 * What it takes from a sentence's worth for sure to hang in the air, and to be its writer's view. Of the facts that blind
 * judges saw, those that are likelier than one in four to hang, 101 of 587, had 30 of the 49 that did.
 */
const COST = { hangs: 7, view: 3 };

/** What it adds to the news to tell all of the headline. */
const PROMISED = 5;
/** What has less of the headline than this has nothing of it. */
const SCENE = 0.2;

interface Risks {
  readonly hangs: number;
  readonly view: number;
}

/** What is likelier than this to do either is a fact only where a brief has no other. */
const LIKELY: Risks = { hangs: 0.5, view: 0.4 };

const ANY: Risks = { hangs: Infinity, view: Infinity };

/** Beyond the first facts it is none. */
const UNLIKELY: Risks = { hangs: 0.3, view: 0.25 };

/**
 * As much of a sentence must one chosen fact have, where it stands apart from them all and has no figure. Of the facts that
 * blind judges saw, 27 of 479 right behind another were at fault, of those apart 26 of 112, and of these 12 of 22.
 */
const LINKED = 0.1;

/** A sentence that is fit to be a fact, as the choice sees it. */
export interface Entry extends Telling, Judged {
  readonly features: Features;
  /** In words. */
  readonly length: number;
  /** The entry that must stand right before it; `null` where it stands alone. */
  readonly needs: Entry | null;
  /** Where it stands in the article. */
  readonly at: number;
  /** Its number among the sentences of its story. */
  readonly index: number;
  /** The entry that is the sentence before it; `null` where that is none. */
  readonly before: Entry | null;
  readonly standing: Standing;
  /** Which of its words, and of its names, the article has used above it. */
  readonly used: ReadonlySet<string>;
  readonly usedNames: ReadonlySet<string>;
  /** Surnames of people whom the article has named in full. */
  readonly bare: ReadonlySet<string>;
  /** Whether it tells how a match ended, near the top of its story. */
  readonly result: boolean;
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
  /** Left out: as it was learnt. */
  readonly weighing?: Weighing;
}

/**
 * Chooses entries: first what tells the news and stands alone, then the worthiest, so that each stands: alone, by what
 * is chosen above it, or right behind the sentence before it; and has something to do with them. One that repeats what
 * is chosen already loses by how much of it was told, and one that may hang in the air or be its writer's view by how
 * likely that is. Where fewer than the first facts stand so, what nearly stands is taken too, and where that is but
 * one, what has nothing to do with it, or seems to stand; beyond the first facts only what goes right on with a chosen
 * one is, and leans on nothing.
 *
 * @returns them in the article's order
 */
export function choose<T extends Entry>(entries: readonly T[], terms: Terms): readonly T[] {
  const free = (entry: T, above: readonly T[]) => stands(entry, above, terms.known);
  const nearly = (entry: T, above: readonly T[]) => nearlyStands(entry, above, terms.known);
  // Without a headline all seems likelier than it is: the chances were learnt under one.
  const likely = terms.known.size > 0 ? LIKELY : ANY;
  const linked = (is: typeof free) => (entry: T, above: readonly T[]) =>
    isLinked(entry, above) && is(entry, above) && isWithin(likely, entry, above, terms);
  const goesOn = (entry: T, above: readonly T[]) =>
    entry.needs === null &&
    isBehind(entry, above) &&
    free(entry, above) &&
    isWithin(UNLIKELY, entry, above, terms);
  const choice = begin(entries, terms);
  fill(choice, NEWS, linked(free));
  fill(choice, NEWS, linked(nearly));
  fill(choice, FEWEST, free);
  fill(choice, FEWEST, isOpen);
  if (choice.chosen.length >= NEWS) fill(choice, terms.count, goesOn);
  return asTold(choice.chosen);
}

/** In the article's order, in which a full name stands before the bare one; what was chosen first is third at last. */
function asTold<T extends Entry>(chosen: readonly T[]): readonly T[] {
  const told = chosen.toSorted((one, other) => one.at - other.at);
  const [first] = chosen;
  if (first === undefined || told.indexOf(first) < NEWS) return told;
  const rest = told.filter((one) => one !== first);
  return [...rest.slice(0, NEWS - 1), first, ...rest.slice(NEWS - 1)];
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

/**
 * Begins with the one that likeliest tells the news where only the headline stands above it, and with how a match
 * ended. What stands above the news and has nothing of the headline is a scene.
 */
function begin<T extends Entry>(entries: readonly T[], terms: Terms): Choice<T> {
  const pool = entries.map((entry) => ({ entry, told: 0, worth: worth(entry, terms.weights) }));
  const choice: Choice<T> = { entries, terms, chosen: [], pool, length: 0 };
  const free = (entry: T) =>
    stands(entry, choice.chosen, terms.known) && mayTurn(entry, choice, NEWS);
  const first = most(
    pool,
    (one) => newsIn(one, terms),
    ({ entry }) => free(entry),
  )?.entry;
  if (first === undefined) return choice;
  take(choice, first.turned ? pair(entries, first) : [first]);
  if (terms.known.size > 0)
    choice.pool = choice.pool.filter(
      ({ entry }) => entry.at > first.at || entry.features.headline >= SCENE,
    );
  const result = entries.find((entry) => entry.result && free(entry));
  if (result !== undefined && !choice.chosen.some((one) => one.result)) take(choice, [result]);
  return choice;
}

function newsIn<T extends Entry>({ entry, worth }: Ranked<T>, terms: Terms): number {
  return entry.news + worth + PROMISED * entry.features.headline - risk(entry, [], terms);
}

/** Chooses as many as stand by a reading, up to so many in all. */
function fill<T extends Entry>(
  choice: Choice<T>,
  count: number,
  isFree: (entry: T, chosen: readonly T[]) => boolean,
): void {
  const { chosen, entries, terms } = choice;
  while (chosen.length < count) {
    const printed = printedOf(chosen, terms.known);
    choice.pool = choice.pool.filter(({ entry }) => !isToldByAll(entry, printed, TOLD));
    const best = most(
      choice.pool,
      (one) => valueIn(one, choice),
      ({ entry }) => isFree(entry, chosen) && mayTurn(entry, choice, count),
    );
    if (best === undefined) return;
    take(choice, best.entry.turned ? pair(entries, best.entry) : [best.entry]);
  }
}

/** Whether there is room for what takes something of an entry back. */
function mayTurn<T extends Entry>(
  entry: T,
  { entries, chosen }: Choice<T>,
  count: number,
): boolean {
  return !entry.turned || (count - chosen.length > 1 && pair(entries, entry).length > 1);
}

function valueIn<T extends Entry>(one: Ranked<T>, choice: Choice<T>): number {
  const { entries, chosen, terms, length } = choice;
  const { entry, told } = one;
  const opens = () => isNext(entry, entries, chosen);
  const run = isBehind(entry, chosen) ? IN_A_RUN + (opens() ? IN_THE_OPENING : 0) : 0;
  const over = Math.min(2, Math.max(0, length + entry.length - ROOM) / CROWDED);
  const beside = terms.weights.repeated * told + terms.weights.crowded * over;
  return one.worth + beside + run - risk(entry, chosen, terms);
}

/** What its chances to hang in the air and to be its writer's view take from an entry's worth. */
function risk(entry: Entry, chosen: readonly Entry[], terms: Terms): number {
  return COST.view * entry.view + COST.hangs * hangs(entry, chosen, terms);
}

function hangs(entry: Entry, chosen: readonly Entry[], { known, weighing }: Terms): number {
  const above = chosen
    .filter(({ at }) => at < entry.at)
    .toSorted((one, other) => one.at - other.at);
  return chanceToHang(entry, above, known, weighing);
}

function isWithin(most: Risks, entry: Entry, chosen: readonly Entry[], terms: Terms): boolean {
  return entry.view < most.view && hangs(entry, chosen, terms) < most.hangs;
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
  return standing.asks.every((asked) => isMet(asked, above, known));
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

function worth({ features }: Entry, weights: Weights): number {
  let sum = 0;
  for (const name of FEATURES) sum += features[name] * weights[name];
  return sum;
}
