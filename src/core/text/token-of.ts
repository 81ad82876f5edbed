/** One word of a sentence, or a figure in it. */
export interface WordToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it is compared by: every figure of one unit is alike. */
  readonly key: string;
  /** `null` for a word, and for digits that are no amount. */
  readonly value: number | null;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  crore: 1e7,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

// Reads: 3-1, 10:30, 3rd, 1990s as words; $4.2bn, 1,200, 12%, 3 million as figures
const TOKEN =
  /(?<plain>\p{N}+(?:[-–/:]\p{N}+)+|\d+(?:st|nd|rd|th|s)(?![\p{L}\p{N}]))|(?<currency>[$£€¥₹]\s?)?(?<digits>\d{1,15}(?:,\d{2,3})*(?:\.\d+)?)(?:(?:\s|-)?(?<scale>hundred|thousand|lakh|million|crore|billion|trillion|bn|mn|tn|[mk])(?![\p{L}\p{N}]))?(?<percent>\s?%|\sper\s?cent(?!\p{L}))?|(?<word>[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}\p{N}]+)*)|\p{N}+/giu;

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/iu;

/** Splits a sentence into words and figures. */
export function tokensOf(sentence: string): readonly WordToken[] {
  const found = [...sentence.matchAll(TOKEN)];
  return found.map((match, index) => {
    const [before, after] = [found[index - 1]?.[0] ?? "", found[index + 1]?.[0] ?? ""];
    const { currency, percent } = match.groups ?? {};
    const value = MONTH.test(before) || isMonthName(after) ? null : amountOf(match);
    const unit = percent !== undefined ? "%" : (currency?.trim() ?? "");
    const [text] = match;
    const key = value === null ? text.toLowerCase() : `#${unit}`;
    return { text, start: match.index, end: match.index + text.length, key, value };
  });
}

/** "8 May" is a date, "8 may" are not. */
function isMonthName(word: string): boolean {
  return MONTH.test(word) && /^\p{Lu}/u.test(word);
}

function amountOf(match: RegExpMatchArray): number | null {
  const { digits, scale, currency, percent, word } = match.groups ?? {};
  if (word !== undefined) return numberWord(word.toLowerCase());
  if (digits === undefined) return null;
  const bare = currency === undefined && percent === undefined && scale === undefined;
  // A year is no amount.
  if (bare && /^(?:1[5-9]|20)\d{2}$/u.test(digits)) return null;
  return Number(digits.replaceAll(",", "")) * (SCALES[scale?.toLowerCase() ?? ""] ?? 1);
}

function numberWord(word: string): number | null {
  const unit = UNITS.indexOf(word);
  if (unit !== -1) return unit;
  const [ten = "", one, more] = word.split("-");
  const tens = TENS.indexOf(ten);
  if (tens === -1 || more !== undefined) return null;
  if (one === undefined) return (tens + 2) * 10;
  const ones = UNITS.indexOf(one);
  return ones > 0 && ones < 10 ? (tens + 2) * 10 + ones : null;
}
