import type { Range } from "./text.ts";

/** A figure that the article states, read into data. */
export interface Figure extends Range {
  /** As printed: `$4.2bn`. */
  readonly text: string;
  /** In full: 4200000000. */
  readonly value: number;
  /** `percent`, a currency as printed (`$`, `Rs`, `euros`), or `null` for a count. */
  readonly unit: string | null;
  /** What is counted, as printed: `civilians`, `Indian Air Force jets`; `null` where nothing is named. */
  readonly counts: string | null;
}

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
  ["dozens", 12],
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
  ["bn", 1e9],
  ["b", 1e9],
  ["billion", 1e9],
  ["tn", 1e12],
  ["trillion", 1e12],
]);

const UNIT_WORD = [...WORDS.keys(), ...TENS.keys()].join("|");
const SCALE_WORD = "dozen|hundred|thousand|lakhs?|lac|million|crores?|billion|trillion";
const DIGITS = "\\d+(?:,\\d{2,3})*(?:\\.\\d+)?";
const FIGURE = new RegExp(
  `(?<currency>US\\$|A\\$|C\\$|HK\\$|[$£€¥₹]|\\b(?:Rs\\.?|PKR|INR|USD|EUR|GBP)(?=\\s?\\d))?\\s?` +
    `(?<!\\p{L})(?:(?<digits>(?<![\\d.,:/-])${DIGITS})(?:[ -]?(?<scale>(?:${SCALE_WORD}|bn|mn|tn|[mbk])(?!\\p{L})))*` +
    `|(?<words>(?:${UNIT_WORD}|a(?= (?:dozen|hundred|thousand|lakh|million|crore|billion)))(?:[ -](?:${UNIT_WORD}|${SCALE_WORD}|and(?= (?:${UNIT_WORD})\\b)))*)(?!\\p{L}))` +
    `(?<percent>\\s?%|\\s(?:per ?cent|percentage points?)(?!\\p{L}))?`,
  "giu",
);
// What stands behind a figure: up to two describing words and a noun in the plural, or a known one.
const COUNTED =
  /^[ -](?<noun>(?:(?!(?:of|in|on|at|to|for|from|by|with|and|or|as|the|was|were|is|are|have|had|has|more|other|others|per|after|before|when|who|that|which|said)\b)[\p{L}’'-]+\s){0,3}?(?:people|men|women|children|police|staff|(?!(?:was|is|has|as|this|across)\b)[\p{L}’'-]*\p{L}s))(?![\p{L}’'-])/iu;
const HARMED =
  /^ (?:(?:were|was|are|is|have been|others were|people) )?(?<noun>killed|dead|injured|wounded|hurt|missing|arrested|displaced|dollars?|euros?|pounds?|rupees?)\b/iu;
const MONEY =
  /^ (?<unit>(?:US |Australian |Canadian )?(?:dollars?|euros?|pounds?(?! of)|rupees?|yen|yuan))\b/iu;

/** Reads the figures of a stretch of the body into data; ordinals, clock times and years are none. */
export function findFigures(body: string, range: Range): readonly Figure[] {
  const text = body.slice(range.start, range.end);
  const figures: Figure[] = [];
  for (const found of text.matchAll(FIGURE)) {
    const figure = readFigure(text, found, range.start);
    if (figure !== null) figures.push(figure);
  }
  return figures;
}

function readFigure(text: string, found: RegExpExecArray, offset: number): Figure | null {
  const printed = found[0].trim();
  const lead = found[0].length - found[0].trimStart().length;
  const end = found.index + found[0].length;
  const { currency, digits, words, percent } = found.groups ?? {};
  const after = text.slice(end, end + 80);
  if (digits !== undefined && isNoAmount(text, digits, found.index + lead, after, currency))
    return null;
  const value =
    digits !== undefined
      ? readDigits(digits, printed)
      : words !== undefined
        ? readWords(words)
        : null;
  if (value === null || !Number.isFinite(value)) return null;
  const money = MONEY.exec(after)?.groups?.unit;
  const unit = percent !== undefined ? "percent" : (currency?.replace(/\.$/u, "") ?? money ?? null);
  // "one" and "one of" say nothing; "one soldier" does, but a pronoun is likelier.
  if (
    value === 1 &&
    words !== undefined &&
    unit === null &&
    !/^ \p{Ll}+ (?:was|were|is|has)\b/u.test(after)
  )
    return null;
  const counted =
    unit === null
      ? (HARMED.exec(after)?.groups?.noun ?? COUNTED.exec(after)?.groups?.noun ?? null)
      : null;
  const start = offset + found.index + lead;
  return {
    start,
    end: start + printed.length,
    text: printed,
    value,
    unit,
    counts: counted,
  };
}

/** A year, a clock time, an ordinal, a date, a score or part of a longer number is no amount. */
function isNoAmount(
  text: string,
  digits: string,
  at: number,
  after: string,
  currency: string | undefined,
): boolean {
  if (currency !== undefined) return false;
  if (/^(?:st|nd|rd|th)\b/iu.test(after)) return true;
  if (/^(?:[:/]\d|\s?[ap]\.?m\b|-\d|-year)/iu.test(after)) return true;
  const before = text.slice(Math.max(0, at - 12), at);
  if (/\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.?\s$/iu.test(before))
    return true;
  if (/^\s(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{Ll}*\b/iu.test(after))
    return true;
  if (/\b(?:no|nos|article|section|page|route|highway|flight|age|aged)\.?\s$/iu.test(before))
    return true;
  return /^(?:1[5-9]|20)\d{2}$/u.test(digits) && !/^\s\p{Ll}+s\b/u.test(after);
}

function readDigits(digits: string, printed: string): number {
  let value = Number(digits.replaceAll(",", ""));
  const rest = printed.slice(printed.indexOf(digits) + digits.length);
  for (const word of rest.toLowerCase().match(/\p{L}+/gu) ?? []) value *= SCALES.get(word) ?? 1;
  return Math.round(value * 1e6) / 1e6;
}

/** "two lakh", "a hundred and fifty", "twenty-five thousand". */
function readWords(words: string): number {
  let total = 0;
  let part = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/u)) {
    const scale = SCALES.get(word);
    if (word === "and") continue;
    if (scale === undefined) {
      part += word === "a" ? 1 : (WORDS.get(word) ?? TENS.get(word) ?? 0);
    } else if (scale > 100) {
      total += Math.max(1, part) * scale;
      part = 0;
    } else {
      part = Math.max(1, part) * scale;
    }
  }
  return total + part;
}
