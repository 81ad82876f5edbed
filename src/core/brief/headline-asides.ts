import { findAttribution } from "#core/speech/attribution.ts";
import type { Range } from "#core/text/text.ts";
import { isSpare, maskQuoted } from "./shorten.ts";

const RELATIVE =
  /^,\s+(?:who|whose|which|where|whom|all of (?:whom|which)|some of (?:whom|which))\s/i;
// Not where the space behind it was lost: "A test of strength (push and pull)You should wear".
const MAY_RELATE = /,\s+(?:wh|all of|some of)/i;
const BRACKET = /\s*\((?<inner>[^()]{1,80})\)(?![\p{L}\p{N}])/gu;

/** The parts of a lede that a headline made of it can do without, as ranges to leave out. */
export function findAsides(text: string): Range[] {
  const plain = maskQuoted(text);
  const tag = findAttribution(text);
  const owned = tag?.trailing === true ? tag.start : text.length;
  const found = [...findBrackets(plain), ...findRelatives(plain), ...findParticiple(plain)];
  // Who says it stays: "…, fearing a storm, according to police".
  return found.flatMap(({ start, end }) =>
    start < owned ? [{ start, end: Math.min(end, owned) }] : [],
  );
}

function findBrackets(text: string): Range[] {
  if (!text.includes("(")) return [];
  const ranges: Range[] = [];
  for (const found of text.matchAll(BRACKET)) {
    const inner = found.groups?.inner ?? "";
    if (isSpare(inner)) ranges.push({ start: found.index, end: found.index + found[0].length });
  }
  return ranges;
}

/** Relative clauses between commas: "Craddock, who redefined the art of preaching, died Friday". */
function findRelatives(text: string): Range[] {
  if (!MAY_RELATE.test(text)) return [];
  const commas = topCommas(text);
  const ranges: Range[] = [];
  commas.forEach((comma, index) => {
    if (!RELATIVE.test(text.slice(comma, comma + 24))) return;
    const next = commas[index + 1];
    if (next === undefined) {
      const stop = /[.!?]*$/u.exec(text)?.index ?? text.length;
      if (isSpare(text.slice(comma, stop))) ranges.push({ start: comma, end: stop });
    } else if (isSpare(text.slice(comma, next)) && goesOn(text.slice(next + 1))) {
      ranges.push({ start: comma, end: next + 1 });
    }
  });
  return ranges;
}

// What a clause of this kind adds is comment or company: "…, marking a critical development".
const PARTICIPLE =
  /,\s+(?:\p{Ll}+ly\s+)?(?!(?:including|excluding|according|following|during|depending|pending|barring|assuming|being|having|something|anything|nothing|everything|morning|evening|king|spring|string|beijing)\b)\p{Ll}{3,}ing\s+(?:[^\s,]+\s+){2}[^"“”«»]*?(?=[.!]?$)/u;
const MAIN_CLAUSE_WORDS = 8;

function findParticiple(text: string): Range[] {
  const found = PARTICIPLE.exec(text);
  if (found === null || !isSpare(found[0])) return [];
  const main = text.slice(0, found.index);
  if (main.split(/\s+/u).length < MAIN_CLAUSE_WORDS || /,\s+\p{Ll}+ing\b[^,]*$/u.test(main))
    return [];
  return [{ start: found.index, end: found.index + found[0].length }];
}

// Behind an aside that stood on the subject, the verb follows.
const VERB =
  /^\s+(?:(?:also|then|now|later|still|has|have|had|is|was|are|were|will|would|can|could|may|might|must|did|does|do|said|says|told)\b|\p{Ll}+ed\b|(?:died|won|made|took|came|went|became|began|left|found|got|gave|led|lost|met|paid|put|ran|saw|sent|set|sold|spoke|stood|thought|wrote|won|faces|plans|wants|hopes|believes)\b)/u;

/** Says whether a verb comes next, as behind an aside that stood on a subject. */
export function goesOn(after: string): boolean {
  return VERB.test(after);
}

/** Commas that stand outside brackets. */
function topCommas(text: string): number[] {
  const commas: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "(" || char === "[") depth += 1;
    else if (char === ")" || char === "]") depth = Math.max(0, depth - 1);
    else if (char === "," && depth === 0 && text.charAt(at + 1) === " ") commas.push(at);
  }
  return commas;
}
