const WORDS: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10]),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["k", 1e3],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["lac", 1e5],
  ["m", 1e6],
  ["mn", 1e6],
  ["million", 1e6],
  ["crore", 1e7],
  ["crores", 1e7],
  ["b", 1e9],
  ["bn", 1e9],
  ["billion", 1e9],
  ["tn", 1e12],
  ["trillion", 1e12],
]);

/** Words that tell how many, and are no exact figure on their own. */
const ROUND = new Set("hundreds thousands millions billions dozens half".split(" "));

const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...WORDS.keys(),
  ...TENS.keys(),
  // "m" and "bn" are no words.
  ...[...SCALES.keys()].filter((scale) => scale.length > 2),
  ...ROUND,
]);

/** Says whether a word in lower case is a number, or the first part of one is: `twelve`, `twenty-five`, `lakh`. */
export function isNumberWord(lower: string): boolean {
  const hyphen = lower.indexOf("-");
  const first = hyphen < 0 ? lower : lower.slice(0, hyphen);
  return NUMBER_WORDS.has(first);
}

/** The small numbers in words, as a part of a pattern. */
export const SMALL_NUMBER = [...WORDS.keys()].slice(2, 13).join("|");

/** A number in words up to ninety, as a part of a pattern. */
export const UNIT_WORD = [...WORDS.keys(), ...TENS.keys()].join("|");
const SCALE_WORD = "dozen|hundred|thousand|lakhs?|lac|million|crores?|billion|trillion";
const DIGITS = "\\d+(?:,\\d{2,3})*(?:\\.\\d+)?";
const CURRENCY =
  "US\\$|A\\$|C\\$|NZ\\$|HK\\$|S\\$|[$£€¥₹]|\\b(?:Rs\\.?|PKR|INR|USD|EUR|GBP|Tk)(?=\\s?\\d)";

/** Finds amounts, in digits or in words, with their currency before them or their percent behind. */
export const AMOUNT = new RegExp(
  `(?:(?<currency>${CURRENCY})\\s?|(?<!\\p{L}))(?:(?<digits>(?<![\\d.,:/])(?<!(?<!\\d(?:%|bn|mn|m|k)?)[-–])${DIGITS})(?<scales>(?:[ -]?(?:${SCALE_WORD}|bn|mn|tn|[mbk])(?!\\p{L}))*)` +
    `|(?<words>(?:${UNIT_WORD}|a(?= (?:dozen|hundred|thousand|lakh|million|crore|billion)))(?:[ -](?:${UNIT_WORD}|${SCALE_WORD}|and(?= (?:${UNIT_WORD})\\b)))*)(?!\\p{L}))` +
    `(?<percent>\\s?%|\\s?pc(?!\\p{L})|\\s(?:per ?cent|percentage points?)(?!\\p{L}))?`,
  "giu",
);

/** How much the words of size behind digits add: 1e7 for ` crore`. */
export function scaleOf(scales: string): number {
  let scale = 1;
  for (const word of scales.toLowerCase().match(/\p{L}+/gu) ?? []) scale *= SCALES.get(word) ?? 1;
  return scale;
}

/** Reads digits with the words of size behind them: `2.5` and ` crore`. */
export function readDigits(digits: string, scales: string): number {
  const value = Number(digits.replaceAll(",", "")) * scaleOf(scales);
  return Math.round(value * 1e6) / 1e6;
}

/** Reads an amount in words: "two lakh", "a hundred and fifty", "twenty-five thousand". */
export function readWords(words: string): number {
  let total = 0;
  let part = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/u)) {
    const scale = SCALES.get(word);
    if (scale === undefined) part += word === "a" ? 1 : (WORDS.get(word) ?? TENS.get(word) ?? 0);
    else if (scale <= 100) part = Math.max(1, part) * scale;
    else {
      total += Math.max(1, part) * scale;
      part = 0;
    }
  }
  return total + part;
}
