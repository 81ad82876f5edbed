import { runsOf } from "#core/text/letters.ts";
import type { Quote } from "./quote.ts";

/** Fewer words than these may be said twice: "Yes", "No comment". */
const LEAST_WORDS = 4;
/** More quotes than an article has that prints words twice; it keeps the work small. */
const MOST = 200;

/**
 * Words that an article prints twice, above the text or as a pull quote and in it, are one quote: the one
 * whose speaker is told, else the longer. Two people who are told to have said the same have both said it.
 */
export function saidOnce(body: string, quotes: readonly Quote[]): readonly Quote[] {
  const keyed = quotes.slice(0, MOST).map((quote) => {
    return { quote, key: keyOf(quote.text), pulled: isPulled(body, quote) };
  });
  return quotes.filter((_, at) => {
    const own = keyed[at];
    if (own === undefined || !isLong(own.key)) return true;
    return !keyed.some((other, index) => index !== at && yields(own, other, at < index));
  });
}

interface Keyed {
  readonly quote: Quote;
  /** Its words alone. */
  readonly key: string;
  readonly pulled: boolean;
}

/** A paragraph of nothing else: what has a credit of its own may be another's. */
function isPulled(body: string, { start, end }: Quote): boolean {
  const opens = /(?:^|\n)\s*["“‘']$/u.test(body.slice(Math.max(0, start - 4), start));
  return opens && /^["”’'] *(?:\n|$)/u.test(body.slice(end, end + 4));
}

function yields(one: Keyed, other: Keyed, first: boolean): boolean {
  const told = one.quote.speaker !== null;
  const otherTold = other.quote.speaker !== null;
  if (one.key === other.key && told && otherTold)
    return one.quote.speaker?.name === other.quote.speaker?.name && !first;
  if (one.key === other.key) return !told && one.pulled && (otherTold || !first);
  if (holds(other.key, one.key)) return otherTold || !told;
  // The longer one yields only where nobody is told to have said it.
  return !told && one.pulled && otherTold && isLong(other.key) && holds(one.key, other.key);
}

function holds(words: string, part: string): boolean {
  return ` ${words} `.includes(` ${part} `);
}

function isLong(key: string): boolean {
  return key.split(" ").length >= LEAST_WORDS;
}

function keyOf(text: string): string {
  return runsOf(text.toLowerCase(), "letter or figure").join(" ");
}
