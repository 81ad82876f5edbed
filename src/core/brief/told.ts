import { MONTH } from "#core/text/calendar.ts";
import type { Word } from "#core/text/words.ts";
import { contentKeys } from "./candidate.ts";
import { share } from "./salience.ts";
import { matterOf } from "./same-matter.ts";
import { isVerbForm } from "./verb-lexicon.ts";

/** Whom a story is about, each of its sentences names. */
const NAME_WEIGHS = 0.35;
/** Fewer words beside names are too few to say that they tell the same. */
const FEWEST_PLAIN = 6;
/** So many other words may stand between two words of a row. */
const MOST_BETWEEN = 2;

/** What a sentence tells, as far as words show it. */
export interface Telling {
  /** The words that say something. */
  readonly keys: ReadonlySet<string>;
  /** Those of them that are names. */
  readonly names: ReadonlySet<string>;
  /** Those of them that are none. */
  readonly plain: ReadonlySet<string>;
  /** Those of them that are figures, but for dates. */
  readonly figures: ReadonlySet<string>;
  /** The words that say something, in their order. */
  readonly row: readonly Step[];
}

interface Step {
  readonly key: string;
  readonly name: boolean;
  /** As printed: few are asked whether they say that something is done. */
  readonly printed: string;
}

/** Says whether a word says that something is done. */
function isAct({ name, printed }: Step): boolean {
  return !name && isVerbForm(printed.toLowerCase());
}

/** From where on a sentence tells nothing new. */
export interface Bounds {
  /** The share of its words that another has. */
  readonly repeats: number;
  /** The share that all the others have together. */
  readonly told: number;
  /** The same together with the headline, where names weigh little. */
  readonly toldAgain: number;
  /** So many of its words, an action among them, stand in another in the same order. */
  readonly row: number;
  /** And these are that share of it: a long sentence that tells a short one again tells more. */
  readonly rowShare: number;
  /** So many in a row are told twice, whatever the sentence tells beside them but figures. */
  readonly longRow: number;
}

/** What is printed beside a sentence. */
export interface Printed {
  readonly tellings: readonly Telling[];
  /** The words of them all. */
  readonly told: ReadonlySet<string>;
  /** The same with the words of the headline. */
  readonly shown: ReadonlySet<string>;
}

export function printedOf(tellings: readonly Telling[], headline: ReadonlySet<string>): Printed {
  const told = new Set(tellings.flatMap(({ keys }) => [...keys]));
  return { tellings, told, shown: told.union(headline) };
}

const BEFORE_DATE = new RegExp(`\\b${MONTH}\\.? $`, "u");
const BEHIND_DATE = new RegExp(`^(?:st|nd|rd|th)? (?:of )?${MONTH}\\b`, "u");

/**
 * Reads what a text tells.
 *
 * @param words those that count of it
 * @param from where the text begins in what the words were found in
 */
export function tellingOf(text: string, words: readonly Word[], from = 0): Telling {
  const read = readRow(text, words, from);
  const keys = contentKeys(words);
  return { ...read, keys, plain: keys.difference(read.names) };
}

/** Reads what a text tells word by word. */
export function readRow(
  text: string,
  words: readonly Word[],
  from: number,
): Pick<Telling, "names" | "figures" | "row"> {
  const row: Step[] = [];
  const figures = new Set<string>();
  const names = new Set<string>();
  for (const [index, { key, content, capital, figure, reported, start, end }] of words.entries()) {
    if (figure && !isDay(text, start - from, end - from)) figures.add(key);
    if (!content) continue;
    const name = capital && index > 0;
    if (name) names.add(key);
    if (reported) continue;
    row.push({ key: matterOf(key), name, printed: text.slice(start - from, end - from) });
  }
  return { names, figures, row };
}

/** No month is longer with all that may stand around it. */
const LONGEST_DATE = 20;

/** The day of a month says not how many. */
function isDay(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_DATE), start);
  return BEFORE_DATE.test(before) || BEHIND_DATE.test(text.slice(end, end + LONGEST_DATE));
}

/** Says whether what is printed tells a sentence: one other does, or all of them do together. */
export function isToldAgain(one: Telling, printed: Printed, bounds: Bounds): boolean {
  return (
    printed.tellings.some((other) => repeats(one, other, bounds)) ||
    isToldByAll(one, printed, bounds)
  );
}

/** Says whether all that is printed tells a sentence: all of its figures, and most of its words but for names. */
export function isToldByAll(one: Telling, printed: Printed, bounds: Bounds): boolean {
  const { tellings, told, shown } = printed;
  if (tellings.length === 0) return false;
  const { keys, names, plain, figures } = one;
  if (share(told, keys) >= bounds.told) return true;
  if (plain.size < FEWEST_PLAIN || !figures.isSubsetOf(shown)) return false;
  const again = share(shown, plain) * plain.size + NAME_WEIGHS * share(shown, names) * names.size;
  return again >= bounds.toldAgain * (plain.size + NAME_WEIGHS * names.size);
}

/** Says whether another tells most of the words of a sentence, or many of them in the same row. */
export function repeats(one: Telling, other: Telling, bounds: Bounds): boolean {
  const held = share(other.keys, one.keys);
  if (held >= bounds.repeats) return true;
  if (!one.figures.isSubsetOf(other.figures)) return false;
  const isNear = held >= bounds.rowShare / 2;
  if (!isNear && one.keys.intersection(other.keys).size < bounds.longRow) return false;
  const told = rowInBoth(one.row, other.row);
  if (told >= bounds.longRow) return true;
  return isNear && told >= bounds.row && told >= bounds.rowShare * weigh(one.row);
}

function weigh(row: readonly Step[]): number {
  return row.reduce((sum, { name }) => sum + (name ? NAME_WEIGHS : 1), 0);
}

interface Run {
  readonly weight: number;
  readonly act: boolean;
  readonly steps: readonly Step[];
  /** Where its last word stands in either. */
  readonly at: number;
  readonly other: number;
}

/**
 * How many words two rows have in the same order with hardly any between them, a name counted by half: "police
 * seek five-day custody of Moe" and "seek custody of Ida Moe for five days". 0 where none of them is an action.
 */
function rowInBoth(one: readonly Step[], other: readonly Step[]): number {
  const runs: Run[] = [];
  one.forEach((step, at) => {
    other.forEach((same, place) => {
      if (same.key !== step.key) return;
      const before = longest(runs.filter((run) => goesOn(run, step, at, place)));
      runs.push({
        weight: (before?.weight ?? 0) + weigh([step]),
        act: (before?.act ?? false) || isAct(step) || isAct(same),
        steps: [...(before?.steps ?? []), step],
        ...{ at, other: place },
      });
    });
  });
  return longest(runs.filter(({ act }) => act))?.weight ?? 0;
}

/** Says whether a word goes on with a row, and is not in it already. */
function goesOn(run: Run, { key }: Step, at: number, other: number): boolean {
  const [gap, otherGap] = [at - run.at, other - run.other];
  if (Math.min(gap, otherGap) < 1 || Math.max(gap, otherGap) > MOST_BETWEEN + 1) return false;
  return run.steps.every((step) => step.key !== key);
}

function longest(runs: readonly Run[]): Run | undefined {
  return runs.reduce<Run | undefined>(
    (best, run) => (best === undefined || run.weight > best.weight ? run : best),
    undefined,
  );
}
