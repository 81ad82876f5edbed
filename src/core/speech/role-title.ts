import { adjoins, followsSeat, type NameRun } from "#core/text/name.ts";
import { HONORIFICS, OFFICE_DOMAINS, ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import { CONJUNCTIONS, DETERMINERS, isFunctionWord, PREPOSITIONS } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { bare, isPluralOwner, isRoleNoun, isRoleWord, rangeOf } from "./role-noun.ts";
import { acrossLink, beforeMark, goesThrough, ownerStart } from "./role-owner.ts";
import { withoutRank } from "./role-rank.ts";

const LONGEST_TITLE = 12;
const ORDINAL = /^(?:first|second|third|then|now)$/u;

/** The title that stands right before a name: "Foreign Minister Ishaq". */
export function titleBefore(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const last = lastRoleWord(body, tokens, run);
  if (last === null) return null;
  let first = last;
  if (run.role >= run.first) first = Math.min(run.first, last);
  // "the archbishop of Canterbury": the office stands before the seat.
  if (run.role === run.first && run.last > run.role && followsSeat(tokens, first)) first -= 2;
  first = expandLeft(body, tokens, first);
  while (first < last && HONORIFICS.has(bare(tokens[first]?.lower ?? ""))) first += 1;
  return rangeOf(tokens, first, withoutRank(tokens, first, last));
}

/** The last word of the title before a name, in its run or, in lower case, right before it. */
function lastRoleWord(body: string, tokens: readonly Token[], run: NameRun): number | null {
  if (run.role >= run.first) {
    const lower = bare(tokens[run.role]?.lower ?? "");
    if (!HONORIFICS.has(lower) || ROLE_NOUNS.has(lower)) return run.role;
    if (run.role > run.first) return run.role - 1;
  }
  const before = tokens[run.first - 1];
  if (before === undefined || !adjoins(body, before, tokens[run.first])) return null;
  return isRoleNoun(before) ? run.first - 1 : null;
}

/** Takes in the words that belong to a title before it: "Clinton campaign" Chairman. */
function expandLeft(body: string, tokens: readonly Token[], from: number): number {
  let at = from;
  let sure = from;
  while (from - at < LONGEST_TITLE) {
    const word = tokens[at - 1];
    if (word === undefined || !adjoins(body, word, tokens[at])) return at;
    if (word.kind === "possessive" || isPluralOwner(tokens, at - 1))
      return ownerStart(body, tokens, at - 2);
    if (word.kind === "mark") {
      const before = beforeMark(body, tokens, at - 1);
      if (before === null) return at;
      // "the “Harbour Lights” star": what is in marks opens the title.
      if (tokens[before]?.kind === "mark" && tokens[before]?.lower !== "(") return before;
      at = before;
      sure = before;
      continue;
    }
    // "around 1 a.m. Turkish President": a time's stop is no part of the title.
    if (word.kind !== "word" || (!word.capital && body.charAt(word.end - 1) === ".")) return at;
    const next = stepLeft(body, tokens, at);
    if (next === null) return isBound(word) ? at : sure;
    at = next;
    if (tokens[at]?.capital === true) sure = at;
  }
  return sure;
}

/** The first token of what belongs to a title before the token at which it begins so far; else `null`. */
function stepLeft(body: string, tokens: readonly Token[], at: number): number | null {
  const word = tokens[at - 1];
  const here = tokens[at];
  if (word === undefined || here === undefined) return null;
  if (word.lower === "and" && joinsTitles(tokens, at)) return at - 2;
  if (isFunctionWord(word.lower)) {
    // "Scotland's First Minister"; "New Boys On The Quay singer"
    if (ORDINAL.test(word.lower) && isRoleNoun(here)) return at - 1;
    if (word.capital) return goesThrough(body, tokens, at - 1) ? at - 1 : null;
    return here.capital ? acrossLink(body, tokens, at - 1) : null;
  }
  if (word.capital) return at - 1;
  if (isVerb(word.lower)) return null;
  // "the Oval Office include President": a verb, and no word of the title.
  return here.capital && !isModifier(word.lower) ? null : at - 1;
}

/** A word that stands before a title, and in none: what is behind it is all of the title. */
function isBound({ lower, capital }: Token): boolean {
  const small = DETERMINERS.has(lower) || PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower);
  return small || (!capital && isVerb(lower));
}

function isVerb(lower: string): boolean {
  return readCue(lower) !== null && !ROLE_NOUNS.has(lower) && !isModifier(lower);
}

/** "then President", "state Senator", "campaign Chairman": what may stand in small letters before a title. */
function isModifier(lower: string): boolean {
  return (
    ORG_WORDS.has(lower) ||
    ORG_WORDS.has(lower.replace(/s$/u, "")) ||
    OFFICE_DOMAINS.has(lower) ||
    isRoleWord(lower) ||
    /(?:al|ian|ish|ese|ern|-elect|-based|wide)$/u.test(lower) ||
    /^(?:then|former|ex|acting|state|city|county|district|local|outgoing|incoming|current|longtime|senior|junior|retired|first|vice|deputy|assistant|co|super|pac|band|club|ruling|prime|first-term|second-term|new|late|fellow|top|only|sitting|embattled|popular|veteran|presumptive|eventual)$/u.test(
      lower,
    ) ||
    /^(?:then|ex|former|anti|pro)-/u.test(lower)
  );
}

/** "Deputy Prime Minister and Foreign Minister": two titles of one person, with no article before. */
function joinsTitles(tokens: readonly Token[], at: number): boolean {
  const left = tokens[at - 2];
  if (left === undefined || !ROLE_NOUNS.has(bare(left.lower))) return false;
  let first = at - 2;
  while (
    first > 0 &&
    tokens[first - 1]?.kind === "word" &&
    !isFunctionWord(tokens[first - 1]?.lower ?? "")
  )
    first -= 1;
  return left.capital === tokens[at]?.capital && !DETERMINERS.has(tokens[first - 1]?.lower ?? "");
}
