import { findAttribution } from "#core/speech/attribution.ts";
import type { Range } from "#core/text/text.ts";
import type { Reading } from "./reading.ts";

// A claim that is not the whole sentence's has an owner that nobody has read.
const SPEECH =
  /\b(?:said|says|according to|told|claim(?:s|ed)?|reported|reports|announced|added|cit(?:ed|ing))\b/u;

/** Who claims a sentence; `null` where someone claims a part of it, and nobody knows which. */
export function ownerOf(
  { filing }: Reading,
  { start, end }: Range,
  text: string,
  figure: Range,
): { readonly owner: string | null } | null {
  const { facts, quotes } = filing.brief;
  const quote = quotes.find((one) => one.start < end && one.end > start);
  if (quote !== undefined) {
    const whole = quote.end - quote.start > (end - start) / 2;
    return whole && quote.speaker !== null ? { owner: quote.speaker.name } : null;
  }
  const fact = facts.find((one) => one.start === start && one.end === end);
  const own = findAttribution(withoutTail(text))?.owner ?? null;
  const named = fact?.attribution ?? own;
  // "army of Taresh" of the brief is "the army of Taresh" of the sentence.
  const isBare = named !== null && /^\p{Ll}/u.test(named) && own?.endsWith(named) === true;
  const owner = isBare ? own : named;
  if (owner !== null || !SPEECH.test(text)) return { owner };
  return ownerOfClause(text, figure);
}

// "Eighteen were killed, the ministry said on Saturday, in the worst clash this spring."
const TAIL =
  /(?<=, [^,“”"]{2,60} (?:said|says)(?: on \p{Lu}\p{L}+day)?), (?!and |but )[^“”"]+(?=\.$)/u;

function withoutTail(text: string): string {
  return text.replace(TAIL, "");
}

// "A ferry sank, and the coastguard said that 31 people were killed."
const NEXT_CLAUSE = /(?:, (?:and|but|while)|; (?:and |but )?) ?(?=\S)/gu;

/** Who claims the clause of a figure, where the sentence before it is the report's own. */
function ownerOfClause(text: string, figure: Range): { readonly owner: string } | null {
  const breaks = [...text.slice(0, figure.start).matchAll(NEXT_CLAUSE)];
  const last = breaks.at(-1);
  if (last === undefined) return null;
  const owner = findAttribution(text.slice(last.index + last[0].length))?.owner;
  return owner === undefined ? null : { owner };
}
