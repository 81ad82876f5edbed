import type { Attribution } from "#core/speech/attribution.ts";
import { findHedge } from "#core/speech/hedge.ts";
import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { oneLine } from "#core/text/space.ts";
import type { Range } from "#core/text/text.ts";
import { DAYS_AND_MONTHS } from "#core/text/word-class.ts";
import { hasMainVerb } from "./clause.ts";

/** What a fact prints of its sentence. */
export interface Shortened extends Range {
  readonly short: string;
}

// Not: "So far the council", "But for the rain", "Yet to be counted", "And also the mayor".
const CONNECTIVE =
  /^(?:(?:(?:but|and),?\s+(?!(?:for|also|of|to|as|so)\b)|yet\s+(?!(?:to|another|more)\b)|so,?\s+(?=(?:the|an?|it|he|she|they|his|her|its|their|this)\b))(?:(?:now|then|yet|so),?\s+)?|(?:still|however|meanwhile|moreover|furthermore|further|additionally|nevertheless|nonetheless|besides|indeed|in fact|in addition|of course|as a result|separately|consequently|therefore|thus|hence|similarly|likewise|notably|interestingly|significantly|for example|for instance|by contrast|in contrast|on the other hand|on top of (?:this|that)|in other words|to be sure|after all|at the same time|for (?:his|her|its|their) part|that said|even so|finally|also|additionally|then|elsewhere|instead|overall),\s+)+/i;
// Never cut what holds one of these: it would change the claim.
const HOLDS_CLAIM =
  /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|hardly|barely|cannot|if|unless|provided|subject to|on condition|(?:as|so) long as|pending|depending|contingent|except|only|but|although|though|despite|until|denied|denies|refused|rejected|disputed|alleged)\b|n['’]t\b|["“”«»]|\?/i;
const FIGURE =
  /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|lakhs?|crores?|millions?|billions?|dozens?|half|third|quarter)\b/iu;
const QUOTED = /[“"«][^”"»]*[”"»]?|(?<![\p{L}\p{N}])['‘](?=\p{L})[^'’]+['’](?!\p{L})/gu;

/** Blots out what stands in quotation marks, for nobody's words may be cut; offsets stay. */
export function maskQuoted(text: string): string {
  if (!/["“«'‘]/u.test(text)) return text;
  return text.replace(QUOTED, (quoted) => '"'.repeat(quoted.length));
}

// "…, police said": what stands before the tag is a clause, and no part of one.
const OPEN_END = /(?:\b(?:and|or|but|that|which|who|of|to|the|an?)|[,;:–—-])\s*$/i;

// "The reason that boats wait, Moe said, is the fog.": the tag parts a subject from its verb.
const PARTS =
  /^[\s,–—-]*[^,–—]+(?:,| [–—-]) (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|\p{Ll}+s|\p{Ll}+ed)(?!\p{L})/u;

/**
 * A sentence without what opens it only to link it to another, and without an attribution behind it
 * that the fact's own field carries. Nothing else is ever cut: what is left is the article's, in one piece.
 */
export function shorten(text: string, attribution: Attribution | null): Shortened {
  const start = connectiveLength(text);
  const end = stopAt(text);
  const stop = text.slice(end);
  const cut = attribution?.trailing === true ? attribution.start : end;
  const clause = text.slice(start, cut);
  const goes =
    cut < end &&
    attribution?.end === end &&
    isSpare(text.slice(cut, end)) &&
    !PARTS.test(text.slice(cut, end)) &&
    !saysMore(text.slice(cut, end), attribution.owner) &&
    !OPEN_END.test(clause) &&
    hasMainVerb(clause);
  // A short form at its end has its stop: "the Foundation, Inc., Moe said."
  const kept = goes ? clause + (clause.endsWith(".") ? stop.slice(1) : stop) : text.slice(start);
  const short = oneLine(kept).trim();
  return { start, end: goes ? cut : text.length, short: start > 0 ? upperFirst(short) : short };
}

/** "…, Interior Minister Ida Moe said", "said Ida Moe of the Tarn Wire": it also says who she is, which her name alone does not. */
function saysMore(tag: string, owner: string): boolean {
  const told = new Set(owner.toLowerCase().match(WORD));
  return (tag.match(WORD) ?? []).some((word) => {
    const lower = word.toLowerCase();
    if (told.has(lower) || DAYS_AND_MONTHS.has(lower)) return false;
    return ROLE_NOUNS.has(lower) || /^\p{Lu}/u.test(word);
  });
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** Where the stops begin that a text ends in. */
function stopAt(text: string): number {
  let at = text.length;
  while (at > 0 && ".!?".includes(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Length of the connective that opens a sentence: "However, the ministry". */
export function connectiveLength(text: string): number {
  return CONNECTIVE.exec(text)?.[0].length ?? 0;
}

/** Says whether a part may go: it holds no negation, condition, hedge, figure or quoted word. */
export function isSpare(text: string): boolean {
  return !HOLDS_CLAIM.test(text) && !FIGURE.test(text) && findHedge(text) === null;
}

/** Says whether a text would say something else without this part: it denies, sets terms or quotes. */
export function changesClaim(part: string): boolean {
  return HOLDS_CLAIM.test(part);
}

const UNTIDY = /\s\s|[^\S ]|\s[.,;:!?]|,[.,;]|^\s|\s$/u;

/** Leaves the ranges out of a text, and mends the space and the stops around them. */
export function leaveOut(text: string, ranges: readonly Range[]): string {
  let kept = "";
  let at = 0;
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    if (range.start < at) continue;
    kept += text.slice(at, range.start);
    at = range.end;
  }
  kept += text.slice(at);
  if (!UNTIDY.test(kept)) return kept;
  return kept
    .replace(/\s\.(?=\s)/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/\s+(?=[,.;:!?](?:\s|$))/gu, "")
    .replace(/,(?=[.,;])/gu, "")
    .trim();
}

/** The text with a capital at its head; a name that keeps its own small letter stays: iPhone. */
export function upperFirst(text: string): string {
  const first = /^\p{Ll}/u.exec(text)?.[0] ?? "";
  if (first === "" || /^\p{Ll}\p{Lu}/u.test(text)) return text;
  return first.toUpperCase() + text.slice(first.length);
}
