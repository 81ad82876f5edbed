import { type Bound, boundBefore, boundBehind } from "./bound.ts";
import { NOTHING_COUNTED, readCounted } from "./counted.ts";
import type { Figure, Found } from "./figure.ts";
import { type FigureKind, readNoAmount } from "./figure-kind.ts";
import { AMOUNT, readDigits, readWords, scaleOf } from "./figure-number.ts";
import { joinRange } from "./figure-range.ts";
import { readShare } from "./fraction.ts";
import type { Range } from "./text.ts";

const MONEY =
  /^[ -](?<unit>(?:US |Australian |Canadian )?(?:dollars?|euros?|pounds?(?! of| in weight)|rupees?|yen|yuan|rand|naira|shillings?|cents|pence))\b/i;
const DEGREES = /^(?:\s?°\s?[CF]?|[CF])(?![\p{L}])|^[ -]degrees?(?!\p{L})/u;
/** What is measured and not counted: time, length, weight, speed and the like. */
const MEASURE =
  /^[ -]?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|decades?|seasons?|centuries|century|km|kms|k?m\/h|kph|mph|knots?|(?:kilo|centi|milli)?met(?:er|re)s?|[cm]m|m|miles?|feet|foot|ft|inch(?:es)?|yards?|acres?|hectares?|(?:sq|square|cubic|metric)\.? \p{L}+|tonn?es?|tons?|kgs?|kilo(?:gram)?s?|grams?|gms?|pounds?|lbs?|ounces?|lit(?:er|re)s?|gallons?|barrels?|[kmg]w|[kmgt]wh?|(?:kilo|mega|giga|tera)watts?(?:[ -]hours?)?|[kmgt]b|volts?|decibels?|points?)(?![\p{L}])/iu;
const BEFORE_LENGTH = 120;
const BEHIND_LENGTH = 90;
const AMOUNTS: ReadonlySet<FigureKind> = new Set(["count", "money", "share", "measure"]);

/**
 * Reads the figures of a stretch of the body that state an amount, in order. Ages, times of day, dates, scores,
 * places in an order and numbers that are names are left out.
 */
export function findFigures(body: string, range: Range): readonly Figure[] {
  return findNumbers(body, range).filter(({ kind }) => AMOUNTS.has(kind));
}

/** Reads every number of a stretch of the body, whatever it is, in order. */
export function findNumbers(body: string, range: Range): readonly Figure[] {
  const text = body.slice(range.start, range.end);
  const found: Found[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const figure = readNumber(text, match);
    const last = found.at(-1);
    if (figure === null || (last !== undefined && figure.start < last.end)) continue;
    const joined = last === undefined ? null : joinRange(text, last, figure);
    if (joined === null) found.push(figure);
    else found[found.length - 1] = joined;
  }
  return found.map(({ scale, isDigits, ...figure }) => ({
    ...figure,
    start: figure.start + range.start,
    end: figure.end + range.start,
  }));
}

function readNumber(text: string, match: RegExpExecArray): Found | null {
  const { currency, digits, scales = "", words = "", percent } = match.groups ?? {};
  const opens = match.index + match[0].length - match[0].trimStart().length;
  const end = opens + match[0].trim().length;
  // "half a dozen", "half a million"
  const half = words.startsWith("a ")
    ? (HALF.exec(text.slice(Math.max(0, opens - HALF_LENGTH), opens))?.[0].length ?? 0)
    : 0;
  const start = opens - half;
  const printed = text.slice(start, end);
  const before = text.slice(Math.max(0, start - BEFORE_LENGTH), start);
  const behind = text.slice(end, end + BEHIND_LENGTH);
  const whole = digits === undefined ? readWords(words) : readDigits(digits, scales);
  const value = half === 0 ? whole : whole / 2;
  if (!Number.isFinite(value)) return null;
  const found = { start, end, text: printed, value, upTo: null, bound: null };
  const share = readShare(before, behind, value);
  const seed = { ...found, scale: scaleOf(scales), isDigits: digits !== undefined };
  if (share !== null)
    return {
      ...seed,
      ...share,
      text: text.slice(start, end + share.length),
      end: end + share.length,
    };
  const more = boundBehind(behind);
  const bare = behind.slice(more?.length ?? 0);
  const unit = unitOf(currency, percent, bare);
  const lone = digits === undefined && value === 1 && unit === null ? oneOf(bare) : null;
  // "one" and "one of" say nothing; "one soldier was killed" and "one death" do.
  if (digits === undefined && value === 1 && unit === null && lone === null) return null;
  const isMeasure = unit === "degrees" || (unit === null && MEASURE.test(bare));
  const counts = unit === null ? readCounted(before, bare, lone) : NOTHING_COUNTED;
  // "He was arrested two weeks earlier": nobody counts the arrested.
  const counted = isMeasure ? { ...counts, fate: null, said: null } : counts;
  const named = unit !== null || isMeasure || counted.counts !== null || counted.fate !== null;
  const none =
    unit === null || unit === "degrees"
      ? readNoAmount({ digits: digits ?? null, value, text: printed, before, behind, named })
      : null;
  if (none !== null && unit === null) {
    const to = end + none.length;
    return {
      ...seed,
      ...NOTHING_COUNTED,
      kind: none.kind,
      unit: null,
      end: to,
      text: text.slice(start, to),
    };
  }
  const bound = more?.bound ?? boundOf(before, counted.counts);
  return { ...seed, ...counted, kind: isMeasure ? "measure" : kindOf(unit), bound, unit };
}

const HALF = /(?<!\p{L})half (?=$)/iu;
const HALF_LENGTH = 6;
const ONE_COUNTS =
  /^ (?<one>(?!(?:has|had|was|is|who|could|can|will|would)\b)\p{Ll}+)(?= (?:was|is|has|died|had been)\b)|^ (?<one>person|man|woman|child|boy|girl|soldier|officer|death|arrest|injury)\b/iu;

/** What is counted where it is one. */
function oneOf(behind: string): string | null {
  return ONE_COUNTS.exec(behind)?.groups?.one ?? null;
}

function kindOf(unit: string | null): FigureKind {
  if (unit === null) return "count";
  return unit.startsWith("percent") ? "share" : "money";
}

function unitOf(
  currency: string | undefined,
  percent: string | undefined,
  behind: string,
): string | null {
  if (percent !== undefined) return /points?$/i.test(percent) ? "percentage points" : "percent";
  if (currency === undefined && DEGREES.test(behind)) return "degrees";
  return currency?.replace(/\.$/u, "") ?? MONEY.exec(behind)?.groups?.unit ?? null;
}

const TIME = /(?:second|minute|hour|day|night|week|month|year|decade|season)s$/i;

/** "over six years" is the time that something took. */
function boundOf(before: string, counts: string | null): Bound | null {
  return /\bover\s$/i.test(before) && TIME.test(counts ?? "") ? null : boundBefore(before);
}
