import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { type Token, tokenAt } from "#core/text/token.ts";
import { PREPOSITIONS } from "#core/text/word-class.ts";
import { LEADS, OWNS, STANDS } from "./memory.ts";
import type { Mention } from "./mention.ts";
import type { Ground } from "./noun-phrase.ts";

/** Words that may stand between two people of one breath, beside their roles. */
const JOINS: ReadonlySet<string> = new Set([
  "and",
  "the",
  "a",
  "an",
  "her",
  "his",
  "their",
  "former",
]);
/** No more tokens than this stand between two people of one breath. */
const LONGEST_JOIN = 12;
const MEETS = /^(?:met|meets|joined|joins|married|marries|faced|faces|succeeded|replaced)$/u;

/**
 * Weighs a mention, by token indexes, both inclusive.
 * @param opens it may be the one whom its sentence is about
 * @param lead whom the sentence is about so far
 */
export function weightOf(
  { tokens }: Ground,
  first: number,
  last: number,
  opens: boolean,
  lead: Mention | null,
): number {
  if (tokens[last + 1]?.kind === "possessive") return OWNS;
  let before = first - 1;
  while (first - before < 5 && isTitleOrOwner(tokens, before)) before -= 1;
  const word = tokens[before];
  // "Alan Marsh met Brian Cole": the sentence is about both.
  if (lead !== null && MEETS.test(word?.lower ?? "")) return LEADS;
  // "entered Umm Hadid", "elected Ann Roe": the word before a name is the verb whose object it is.
  if (word !== undefined && !word.capital && /[^s]ed$/u.test(word.lower)) return STANDS;
  return !opens || PREPOSITIONS.has(word?.lower ?? "") ? STANDS : LEADS;
}

const LONGEST_FRONT = 24;

/** "Flanked by General Otto Lund, the mayor spoke": the comma behind those of whom the sentence is not; -1 without. */
export function endOfFront(tokens: readonly Token[], first: number): number {
  const [opener, by] = tokens.slice(first, first + 2);
  if (by?.lower !== "by" || !/^\p{L}{4,}ed$/u.test(opener?.lower ?? "")) return -1;
  for (let at = first + 2; at < first + LONGEST_FRONT; at += 1)
    if (tokens[at]?.lower === ",") return at;
  return -1;
}

/** What a name takes with it: "the striker", "Roma's". */
function isTitleOrOwner(tokens: readonly Token[], at: number): boolean {
  const { lower = "", kind, capital } = tokens[at] ?? {};
  return (
    kind === "possessive" ||
    ROLE_NOUNS.has(lower) ||
    (capital === true && tokens[at + 1]?.kind === "possessive")
  );
}

/** Two whom the sentence is about alike: "Joan Fairlie, and her deputy, Helen Stroud, gave evidence". */
export function isJoined({ tokens }: Ground, { end }: Mention, at: number): boolean {
  const from = tokenAt(tokens, end);
  if (at - from > LONGEST_JOIN) return false;
  const between = tokens.slice(from, at);
  return (
    between.some(({ lower }) => lower === "and") &&
    between.every(({ lower, kind }) => kind !== "word" || JOINS.has(lower) || ROLE_NOUNS.has(lower))
  );
}

/** "sent to Gita Raman, Dev Pal and Ajay Sagar": what its sentence is not about goes on as a list. */
export function isListed({ tokens }: Ground, last: number, at: number): boolean {
  if (last < 0 || at - last > 3) return false;
  return tokens.slice(last + 1, at).every(({ lower }) => /^(?:,|and|or)$/u.test(lower));
}
