import { type Counted, readCounted } from "./counted.ts";
import { AMOUNT, readDigits, readWords } from "./figure-number.ts";
import type { Range } from "./text.ts";

/** How exact a figure is meant to be: `at least 31` may be more, `up to 70` less, `about 200` either. */
export type Bound = "at least" | "more than" | "at most" | "less than" | "about";

/**
 * A figure that the article states, read into data, so that what two articles say can be compared.
 * Ordinals, dates, years, clock times, ages, scores and numbers that are names are no figures.
 */
export interface Figure extends Range, Counted {
  /** As printed, with its currency and its percent: `$4.2bn`. */
  readonly text: string;
  /** In full: 4200000000. Of a range the lower end. */
  readonly value: number;
  /** The upper end of a range: 12 in "10 to 12"; else `null`. */
  readonly upTo: number | null;
  readonly bound: Bound | null;
  /** `percent`, `percentage points`, a currency as printed (`$`, `Rs`, `euros`), or `null` for a count. */
  readonly unit: string | null;
}

const BOUNDS: readonly (readonly [bound: Bound, before: RegExp])[] = [
  [
    "at least",
    /\b(?:at least|no fewer than|not fewer than|no less than|a minimum of|not less than)\s$/iu,
  ],
  [
    "at most",
    /\b(?:at most|up to|as many as|as much as|no more than|not more than|a maximum of)\s$/iu,
  ],
  ["more than", /\b(?:more than|over|above|upwards of|in excess of)\s$/iu],
  ["less than", /\b(?:fewer than|less than|under|below)\s$/iu],
  [
    "about",
    /\b(?:about|around|some|roughly|nearly|almost|approximately|an estimated|estimated|close to|circa|just over|just under)\s$/iu,
  ],
];
const OR_MORE = /^ or (?<word>more|less|fewer|so)\b/iu;
const MONEY =
  /^ (?<unit>(?:US |Australian |Canadian )?(?:dollars?|euros?|pounds?(?! of| in weight)|rupees?|yen|yuan|rand|naira|shillings?|cents|pence))\b/iu;
const BEFORE_LENGTH = 60;
const BEHIND_LENGTH = 90;

/** Reads the figures of a stretch of the body into data, in order. */
export function findFigures(body: string, range: Range): readonly Figure[] {
  const text = body.slice(range.start, range.end);
  const figures: Figure[] = [];
  for (const found of text.matchAll(AMOUNT)) {
    const figure = readFigure(text, found);
    const last = figures.at(-1);
    if (figure === null) continue;
    const joined = last === undefined ? null : join(text, last, figure);
    if (last !== undefined && isVote(text, last, figure)) figures.pop();
    else if (joined === null) figures.push(figure);
    else figures[figures.length - 1] = joined;
  }
  return figures.map((figure) => ({
    ...figure,
    start: figure.start + range.start,
    end: figure.end + range.start,
  }));
}

function readFigure(text: string, found: RegExpExecArray): Figure | null {
  const { currency, digits, scales = "", words, percent } = found.groups ?? {};
  const printed = found[0].trim();
  const start = found.index + found[0].length - found[0].trimStart().length;
  const end = start + printed.length;
  const before = text.slice(Math.max(0, start - BEFORE_LENGTH), start);
  const behind = text.slice(end, end + BEHIND_LENGTH);
  const more = OR_MORE.exec(behind);
  const bare = behind.slice(more?.[0].length ?? 0);
  const unit = unitOf(currency, percent, bare);
  const counted = unit === null ? readCounted(before, bare) : { counts: null, fate: null };
  const named = unit !== null || counted.counts !== null || counted.fate !== null;
  if (digits !== undefined && isNoAmount(digits, before, behind, named, unit)) return null;
  const value = digits === undefined ? readWords(words ?? "") : readDigits(digits, scales);
  if (!Number.isFinite(value)) return null;
  // "Terminal Two" is a name.
  if (/^\p{Lu}\p{Ll}/u.test(words ?? "") && /\p{L} $/u.test(before)) return null;
  // "one" and "one of" say nothing; "one soldier was killed" and "one death" do.
  if (digits === undefined && value === 1 && unit === null) {
    const one = ONE_COUNTS.exec(behind)?.groups?.one;
    if (one === undefined) return null;
    const lone = readCounted(before, bare, one);
    return {
      start,
      end,
      text: printed,
      value,
      upTo: null,
      bound: boundOf(before, "", one),
      unit,
      ...lone,
    };
  }
  const bound = boundOf(before, more?.groups?.word ?? "", counted.counts);
  return { start, end, text: printed, value, upTo: null, bound, unit, ...counted };
}

const ONE_COUNTS =
  /^ (?<one>(?!(?:has|had|was|is|who|could|can|will|would)\b)\p{Ll}+)(?= (?:was|is|has|died|had been)\b)|^ (?<one>person|man|woman|child|boy|girl|soldier|officer|death|arrest|injury)\b/iu;

function unitOf(
  currency: string | undefined,
  percent: string | undefined,
  behind: string,
): string | null {
  if (percent !== undefined) return /points?$/iu.test(percent) ? "percentage points" : "percent";
  return currency?.replace(/\.$/u, "") ?? MONEY.exec(behind)?.groups?.unit ?? null;
}

const TIME = /(?:second|minute|hour|day|night|week|month|year|decade|season)s$/iu;

function boundOf(before: string, behind: string, counts: string | null): Bound | null {
  // "over six years" is the time that something took.
  if (/\bover\s$/iu.test(before) && TIME.test(counts ?? "")) return null;
  if (/more/iu.test(behind)) return "at least";
  if (/less|fewer/iu.test(behind)) return "at most";
  if (behind !== "") return "about";
  return BOUNDS.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)";
const DATE_BEFORE = new RegExp(`\\b${MONTH}\\p{Ll}*\\.?\\s(?:\\d{1,2},\\s)?$`, "iu");
const DATE_BEHIND = new RegExp(`^(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\p{Ll}*\\b`, "iu");
const NUMBERED =
  /\b(?:no|nos|number|article|section|chapter|page|route|highway|flight|room|gate|platform|phase|round|grade|level|category|age|aged|under|over-|m|a)\.?\s?$/iu;

// "people aged 16 to 60", "workers over 60", "He is 61."
const AGE =
  /(?:\baged? \d+ (?:to|and|or) |\p{Ll}s (?:over|under) |\b[Ss]?[Hh]e (?:is|was|turned|turns) )$/u;

/** A year, a clock time, an ordinal, a date, an age, a score or the number of a thing is no amount. */
function isNoAmount(
  digits: string,
  before: string,
  behind: string,
  named: boolean,
  unit: string | null,
): boolean {
  if (unit !== null) return false;
  if (/^0\d/u.test(digits)) return true;
  if (
    /^(?:st|nd|rd|th)\b/iu.test(behind) ||
    /^(?:[:/]\d|\s?[ap]\.?m\b|[-–]\d|-year)/iu.test(behind)
  )
    return true;
  if (DATE_BEFORE.test(before) || DATE_BEHIND.test(behind)) return true;
  if (NUMBERED.test(before) && !named) return true;
  // "Ida Moe, 52, of Tarn": an age. "Apollo 11", "Boeing 737": a name.
  if (/\p{L}, $/u.test(before) && /^[,.;)]/u.test(behind) && Number(digits) < 120) return true;
  if (AGE.test(before) && !named && Number(digits) < 120) return true;
  if (/\p{Lu}\p{L}+ $/u.test(before) && !named) return true;
  // A telephone number.
  if (!named && (/\d $/u.test(before) || /^ \d/u.test(behind))) return true;
  return /^(?:1[5-9]|20)\d{2}$/u.test(digits) && !named;
}

/** "by 288 to 287", "nine to one": a vote or odds. */
function isVote(text: string, from: Figure, to: Figure): boolean {
  const isBare = [from, to].every(({ unit, counts }) => unit === null && counts === null);
  return isBare && from.value > to.value && text.slice(from.end, to.start) === " to ";
}

/** "10 to 12 people", "between $4m and $5m": one figure with two ends. */
function join(text: string, from: Figure, to: Figure): Figure | null {
  const between = text.slice(from.end, to.start);
  const opens = /\b(?:between|from)\s$/iu.test(text.slice(Math.max(0, from.start - 9), from.start));
  const isRange = /^(?: to |\s?–\s?)$/u.test(between) || (between === " and " && opens);
  if (!isRange || from.upTo !== null) return null;
  // "between 10 and 12 million", "3 to 4 per cent"
  if (from.unit !== null && to.unit !== null && from.unit !== to.unit) return null;
  if (from.unit !== null && to.unit === null && to.counts !== null) return null;
  if (from.counts !== null || from.value >= to.value) return null;
  return {
    ...to,
    start: from.start,
    text: text.slice(from.start, to.end),
    value: from.value,
    upTo: to.value,
    bound: from.bound,
    unit: to.unit ?? from.unit,
    fate: to.fate ?? from.fate,
  };
}
