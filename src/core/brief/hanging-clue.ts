import { share } from "./salience.ts";
import { flags, isWithin, openingOf, type Placed, step } from "./sentence-clue.ts";
import type { Asked, Standing } from "./standing.ts";

/** A sentence as what it may hang on sees it. */
export interface Hanging {
  /** Its number among the sentences of its story, and where it begins. */
  readonly index: number;
  readonly at: number;
  readonly keys: ReadonlySet<string>;
  readonly standing: Standing;
  /** The sentence that it leans on; `null` where it leans on none. */
  readonly needs: Hanging | null;
  /** Which of its words the article has used above it: the reader may not have read them. */
  readonly used: ReadonlySet<string>;
  /** Those of them that are names. */
  readonly usedNames: ReadonlySet<string>;
  /** Surnames of people whom the article has named in full above it. */
  readonly bare: ReadonlySet<string>;
}

const ALSO =
  /\b(?:also|too|another|other|others|both|again|instead|similar|same|such|further|additional|earlier|later|then|meanwhile|however|still)\b/iu;
const HE = /(?<![\p{L}’'-])(?:he|she|him|her|his|hers|they|them|their)(?![\p{L}-])/iu;
const IT = /(?<![\p{L}’'-])its?(?![\p{L}-])/iu;
const THIS = /(?<![\p{L}’'-])(?:this|these|that (?!the\b|a\b)\p{Ll}+|those)(?![\p{L}-])/iu;
const THE = /\bthe \p{Ll}/giu;

/** What a sentence shows of hanging on others, whatever is printed. */
export function readLeaning(placed: Placed): readonly string[] {
  const { candidate, before, rank, promised, standing } = placed;
  const { short, words, owner, named, people, leaning } = candidate;
  return [
    ...["any", openingOf(candidate), `leaning ${leaning}`],
    `rank ${Math.min(rank, 3)}`,
    `promised ${step(promised, [0.01, 0.3, 0.6])}`,
    `length ${step(words.length, [9, 14, 20, 28])}`,
    `asks ${Math.min(standing.asks.length, 3)}`,
    ...flags({
      ...{ held: standing.held, owner: owner !== null, named, people },
      within: isWithin(candidate, before),
      also: ALSO.test(short),
      ...{ he: HE.test(short), it: IT.test(short), this: THIS.test(short) },
      the: (short.match(THE)?.length ?? 0) > 1,
    }),
  ];
}

/**
 * What a sentence shows of hanging where these are printed above it, in the order of the article.
 *
 * @param known the words of the headline
 */
export function readAbove(
  one: Hanging,
  above: readonly Hanging[],
  known: ReadonlySet<string>,
): readonly string[] {
  const { standing, needs, keys, index } = one;
  const last = above.at(-1);
  const printed = new Set(above.flatMap((other) => [...other.keys]));
  const isUnknown = (key: string) => !printed.has(key) && !known.has(key);
  const missed = count(one.used, isUnknown);
  const unmet = standing.asks.filter((asked) => !isMet(asked, above, known));
  const behind = last?.index === index - 1;
  return [
    ...flags({ behind }),
    standing.held ? `held ${behind ? "behind" : "away"}` : "free",
    needs === null ? "no need" : `need ${above.includes(needs) ? "met" : "unmet"}`,
    `unmet ${Math.min(2, unmet.filter(({ within }) => !within).length)}`,
    `unmet within ${Math.min(2, unmet.filter(({ within }) => within).length)}`,
    `missed ${step(missed / Math.max(1, keys.size), [0.1, 0.2, 0.35, 0.5])}`,
    `missed names ${Math.min(2, count(one.usedNames, isUnknown))}`,
    `bare ${Math.min(2, count(one.bare, isUnknown))}`,
    `linked ${step(share(printed, keys), [0.01, 0.1, 0.25, 0.4])}`,
    last === undefined ? "alone" : `away ${step(index - last.index, [2, 3, 6, 12])}`,
  ];
}

function count(keys: ReadonlySet<string>, is: (key: string) => boolean): number {
  let found = 0;
  for (const key of keys) if (is(key)) found += 1;
  return found;
}

/** Whether what a sentence takes for known was printed above it, or the headline has it. */
export function isMet(
  { keys, from }: Asked,
  above: readonly Pick<Hanging, "keys" | "at">[],
  known: ReadonlySet<string>,
): boolean {
  return keys.some(
    (key) =>
      (from === null && known.has(key)) ||
      above.some((one) => one.keys.has(key) && one.at >= (from ?? 0)),
  );
}
