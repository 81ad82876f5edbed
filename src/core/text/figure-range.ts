import { NOTHING_COUNTED } from "./counted.ts";
import type { Found } from "./figure.ts";

const DASHED = /^(?:[-–]| – )$/u;
// "3-1 victory", "a 21-17 lead"
const OF_A_MATCH =
  /^ (?:wins?|victor(?:y|ies)|defeats?|loss(?:es)?|draws?|leads?|aggregate|records?|majority|margin|vote|scoreline|score|decision|split)(?!\p{L})/iu;
/** "7-5" joined to a third number, as scores over several rounds are. */
const LONGEST_SCORE = 7;

/**
 * Joins two numbers that are one figure: "10 to 12 people", "between $4m and $5m", "15-20 boats", or a score:
 * "3-1", "by 288 to 287". `null` where they are two.
 */
export function joinRange(text: string, from: Found, to: Found): Found | null {
  const between = text.slice(from.end, to.start);
  if (from.kind === "date") return dates(text, from, to, between);
  if (DASHED.test(between)) return dashed(text, from, to);
  const opens = /\b(?:between|from)\s$/i.test(text.slice(Math.max(0, from.start - 9), from.start));
  if (/^ to $/u.test(between) && isVote(from, to)) return scoreOf(text, from, to);
  const isRange = /^(?: to | or |\s–\s)$/u.test(between) || (between === " and " && opens);
  if (isRange && from.kind === "age" && to.kind === "age" && from.value < to.value)
    return { ...from, end: to.end, text: text.slice(from.start, to.end), upTo: to.value };
  return isRange ? rangeOf(text, from, to) : null;
}

const LAST_OF_MONTH = 31;

/** "May 3 and 4", "July 27-28" */
function dates(text: string, from: Found, to: Found, between: string): Found | null {
  const isDay = to.isDigits && to.value <= LAST_OF_MONTH && to.unit === null && to.counts === null;
  if (!isDay || !/^(?:\s?[-–]\s?| and | to | or )$/u.test(between) || from.value > LAST_OF_MONTH)
    return null;
  return { ...from, end: to.end, text: text.slice(from.start, to.end) };
}

function dashed(text: string, from: Found, to: Found): Found | null {
  if (!from.isDigits || from.kind === "clock") return null;
  const behind = text.slice(to.end, to.end + 30);
  if (from.kind === "age" && from.value < to.value)
    return { ...from, end: to.end, text: text.slice(from.start, to.end), upTo: to.value };
  if (to.kind === "age" && from.value < to.value)
    return {
      ...to,
      start: from.start,
      text: text.slice(from.start, to.end),
      value: from.value,
      upTo: to.value,
    };
  const isNamed =
    to.unit !== null ||
    to.counts !== null ||
    to.fate !== null ||
    to.scale > 1 ||
    to.kind === "measure";
  if (isNamed && !OF_A_MATCH.test(behind)) {
    const range = rangeOf(text, from, to);
    if (range !== null) return range;
  }
  return scoreOf(text, from, to);
}

/** A score; digits too long for one, or too many, are a number that names something: 555-0199. */
function scoreOf(text: string, from: Found, to: Found): Found {
  const isName = [from, to].some((part) => isNoScore(part.text));
  const ends = { end: to.end, text: text.slice(from.start, to.end), upTo: null, unit: null };
  return { ...from, ...NOTHING_COUNTED, ...ends, bound: null, kind: isName ? "name" : "score" };
}

function isNoScore(printed: string): boolean {
  return printed.length > LONGEST_SCORE || /^0\d/u.test(printed) || /\d{4}/u.test(printed);
}

/** "by 288 to 287", "nine to one": a vote or odds. */
function isVote(from: Found, to: Found): boolean {
  const isBare = [from, to].every(({ unit, counts }) => unit === null && counts === null);
  return isBare && from.kind === "count" && to.kind === "count" && from.value > to.value;
}

function rangeOf(text: string, from: Found, to: Found): Found | null {
  if (from.upTo !== null || !isAmount(from) || !isAmount(to)) return null;
  // "between 10 and 12 million", "3 to 4 per cent"
  if (from.unit !== null && to.unit !== null && from.unit !== to.unit) return null;
  if (from.unit !== null && to.unit === null && to.counts !== null) return null;
  const isScaled = from.scale === 1 && to.scale > 1 && from.value < to.value / to.scale;
  const value = isScaled ? from.value * to.scale : from.value;
  if (from.counts !== null || value >= to.value) return null;
  return {
    ...to,
    ...{ start: from.start, text: text.slice(from.start, to.end), value, upTo: to.value },
    bound: from.bound,
    unit: to.unit ?? from.unit,
    kind: to.unit === null && from.unit !== null ? from.kind : to.kind,
    fate: to.fate ?? from.fate,
    said: to.said ?? from.said,
  };
}

function isAmount({ kind }: Found): boolean {
  return kind === "count" || kind === "money" || kind === "share" || kind === "measure";
}
