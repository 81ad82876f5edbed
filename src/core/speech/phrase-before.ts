import { followsSeat } from "#core/text/name.ts";
import { POST_NOMINALS } from "#core/text/name-part.ts";
import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { DETERMINERS, isAdverb, isFunctionWord, LINKS } from "#core/text/word-class.ts";
import type { NameMention } from "./cast.ts";
import { readCue } from "./cue.ts";
import {
  adjoinsOrOwner,
  bare,
  type Ground,
  isFiniteCue,
  isHead,
  isSubjectPronoun,
  isTime,
  LONGEST,
  type NounPhrase,
  plain,
  QUANTITIES,
} from "./noun-phrase.ts";
import { officeOfField } from "./office-name.ts";
import { isLetters } from "./role-noun.ts";

/** Reads the noun phrase that ends at a token, no further back than `bound`; `null` where none does. */
export function phraseEndingAt(ground: Ground, at: number, bound: number): NounPhrase | null {
  const { tokens } = ground;
  const end = tokens[at]?.lower === ")" ? beforeBracket(tokens, at, bound) : at;
  const last = tokens[end]?.kind === "possessive" ? -1 : end;
  const token = tokens[last];
  if (token === undefined || last < bound) return null;
  if (POST_NOMINALS.has(token.lower)) return phraseEndingAt(ground, last - 1, bound);
  if (isSubjectPronoun(token)) return plain(last, last, "pronoun", null, last);
  const name = ground.nameEnding.get(last);
  if (name !== undefined && name.run.first >= bound) return endingInName(ground, name, bound);
  return endingInNoun(ground, last, bound);
}

function endingInName(ground: Ground, name: NameMention, bound: number): NounPhrase {
  const { first, last } = name.run;
  if (isSeated(ground, name))
    return plain(expandTitle(ground, first - 2, bound), last, "name", name, last);
  if (isOfBranch(ground, name)) return plain(first, last, "name", name, last);
  const office = officeOfField(ground.tokens, first);
  if (office !== null && office >= bound)
    return plain(expandTitle(ground, office, bound), last, "name", name, last);
  const outer =
    linkedPhrase(ground, first, bound) ??
    ofTitled(ground, first, bound) ??
    seenBy(ground, first, bound);
  if (outer !== null) return { ...outer, last };
  const joined = jointBefore(ground, first, bound);
  if (joined !== null) return { ...plain(joined, last, "name", name, last), joint: true };
  return plain(expandTitle(ground, first, bound), last, "name", name, last);
}

/** "the envoy to Orva Ann Roe": she speaks, and holds the office. */
function isSeated(
  { tokens }: Ground,
  { run: { first, last, role, honorific } }: NameMention,
): boolean {
  const addressed = honorific !== null && role > first && role < last;
  return (
    (addressed || (role === first && last === first + 2)) &&
    !isHead(bare(tokens[first]?.lower ?? "")) &&
    followsSeat(tokens, first)
  );
}

/** "Merrow Wash of Sable Owner Ann Roe": the firm's name goes on as far as her title. */
function isOfBranch(
  { tokens, nameEnding }: Ground,
  { run: { first, last, role } }: NameMention,
): boolean {
  const isTitled = role > first && role < last && tokens[role]?.capital === true;
  return (
    isTitled &&
    tokens[first - 1]?.lower === "of" &&
    nameEnding.has(first - 2) &&
    !isHead(bare(tokens[first]?.lower ?? ""))
  );
}

/** "The nephew of accomplished author Ann Roe says": the nephew speaks. */
function ofTitled(ground: Ground, first: number, bound: number): NounPhrase | null {
  const trade = ground.tokens[first - 1];
  if (trade === undefined || trade.capital || !ROLE_NOUNS.has(trade.lower)) return null;
  const start = expandTitle(ground, first, bound);
  const outer = start < first ? linkedPhrase(ground, start, bound) : null;
  return outer !== null && ROLE_NOUNS.has(ground.tokens[outer.head]?.lower ?? "") ? outer : null;
}

/** "A letter seen by Sky News says": the letter speaks. */
function seenBy(ground: Ground, first: number, bound: number): NounPhrase | null {
  const { tokens } = ground;
  const by = tokens[first - 1]?.lower === "the" ? first - 2 : first - 1;
  if (by - 2 < bound || tokens[by]?.lower !== "by") return null;
  return endingInNoun(ground, by - 2, bound);
}

/** Takes the title before a name into its phrase. */
function expandTitle({ body, tokens }: Ground, first: number, bound: number): number {
  let at = first;
  while (
    at - 1 >= bound &&
    first - at < LONGEST &&
    adjoinsOrOwner(body, tokens[at - 1], tokens[at])
  ) {
    const word = tokens[at - 1];
    if (word === undefined || word.kind === "mark") break;
    if (word.lower === "that") return at;
    if (DETERMINERS.has(word.lower)) return at - 1;
    // "the US military": no pronoun.
    if (isLetters(body, word)) {
      at -= 1;
      continue;
    }
    // "Deputy Prime Minister and Foreign Minister"
    if (
      word.lower === "and" &&
      at - 2 >= bound &&
      ROLE_NOUNS.has(bare(tokens[at - 2]?.lower ?? ""))
    ) {
      at -= 1;
      continue;
    }
    if (word.kind === "word" && (isFunctionWord(word.lower) || isFiniteCue(word))) break;
    at -= 1;
  }
  return at;
}

/**
 * "Collins and Reed said", "the port authority and the federation said", where nothing stands before
 * the first that it could be the object of.
 */
function jointBefore(ground: Ground, first: number, bound: number): number | null {
  let at = first;
  while (at - 1 >= bound && ROLE_NOUNS.has(bare(ground.tokens[at - 1]?.lower ?? ""))) at -= 1;
  if (ground.tokens[at - 1]?.lower !== "and" || at - 2 < bound) return null;
  const aged = agedBefore(ground, at - 2, bound);
  if (aged !== null) return expandTitle(ground, aged.run.first, bound);
  const left = ground.nameEnding.get(at - 2);
  if (left !== undefined && left.run.first < bound) return null;
  const start =
    left === undefined
      ? startOfNoun(ground, at - 2, bound)
      : expandTitle(ground, left.run.first, bound);
  return start === bound ? start : null;
}

/** "Ann Roe, 80, and Bo Dunn, 75, said", where the first opens its clause. */
function agedBefore({ tokens, nameEnding, isPerson }: Ground, comma: number, bound: number) {
  if (tokens[comma]?.lower !== "," || tokens[comma - 1]?.kind !== "number") return null;
  const name = tokens[comma - 2]?.lower === "," ? nameEnding.get(comma - 3) : undefined;
  if (name === undefined || name.run.first < bound || !isPerson(name)) return null;
  const opens = name.run.first === bound || tokens[name.run.first - 1]?.kind === "mark";
  return opens ? name : null;
}

function startOfNoun(ground: Ground, last: number, bound: number): number | null {
  const { tokens } = ground;
  const noun = bare(tokens[last]?.lower ?? "");
  const known = isHead(noun) || /[^s]s$/u.test(noun);
  const start = known ? endingInNoun(ground, last, bound)?.first : undefined;
  if (start === undefined) return null;
  // "Deputy Prime Minister and Foreign Minister Halim Torvesh" is one man.
  return DETERMINERS.has(tokens[start]?.lower ?? "") || !ROLE_NOUNS.has(noun) ? start : null;
}

function endingInNoun(ground: Ground, last: number, bound: number): NounPhrase | null {
  const { body, tokens } = ground;
  const token = tokens[last];
  if (token === undefined || token.kind === "mark" || isTime(token)) return null;
  const bareQuantity = DETERMINERS.has(token.lower) && QUANTITIES.has(token.lower);
  if (!bareQuantity && (isFunctionWord(token.lower) || isFiniteCue(token))) return null;
  // "the order released Friday said"
  const participle = !token.capital && token.lower.endsWith("ed") && !isHead(token.lower);
  if (participle && last - 1 > bound && isHeadOrPlain(tokens[last - 1])) {
    return endingInNoun(ground, last - 1, bound);
  }
  let first = last;
  while (first - 1 >= bound && last - first < LONGEST) {
    const word = tokens[first - 1];
    if (word === undefined || !adjoinsOrOwner(body, word, tokens[first])) break;
    if (word.kind === "mark" && word.lower !== "-") break;
    if (DETERMINERS.has(word.lower)) {
      // "noting that donors feel": here "that" joins two clauses.
      if (word.lower === "that" && readCue(tokens[first - 2]?.lower ?? "") !== null) break;
      first -= 1;
      if (!DETERMINERS.has(tokens[first - 1]?.lower ?? "")) break;
      continue;
    }
    const small = isFunctionWord(word.lower) && !isLetters(body, word);
    if (word.kind === "word" && (small || isFiniteCue(word))) break;
    if (word.kind === "word" && !word.capital && isAdverb(word.lower)) break;
    first -= 1;
  }
  const outer = linkedPhrase(ground, first, bound);
  if (outer !== null) return { ...outer, last };
  const joined = isHead(token.lower) ? jointBefore(ground, first, bound) : null;
  if (joined !== null) return { ...plain(joined, last, "description", null, last), joint: true };
  return plain(first, last, "description", null, last);
}

/** "a spokesman for the ministry": the phrase before "for" is the one that speaks. */
function linkedPhrase(ground: Ground, first: number, bound: number): NounPhrase | null {
  const { tokens } = ground;
  let link = first - 1;
  if (DETERMINERS.has(tokens[link]?.lower ?? "")) link -= 1;
  const word = tokens[link];
  if (word === undefined || link - 1 < bound || !LINKS.has(word.lower)) return null;
  const before = tokens[link - 1];
  if (before === undefined || before.kind === "mark" || isTime(before)) return null;
  const left = endingInNounOrName(ground, link - 1, bound);
  if (left === null) return null;
  if (left.first === bound || (left.name !== null && ground.isPerson(left.name))) return left;
  const known = tokens.slice(left.first, left.head + 1).some(({ lower }) => {
    return isHead(bare(lower)) || QUANTITIES.has(lower);
  });
  return known || (word.lower === "of" && left.form === "description") ? left : null;
}

function endingInNounOrName(ground: Ground, at: number, bound: number): NounPhrase | null {
  const name = ground.nameEnding.get(at);
  if (name !== undefined && name.run.first >= bound) {
    const outer = ground.isPerson(name) ? null : linkedPhrase(ground, name.run.first, bound);
    return outer ?? plain(expandTitle(ground, name.run.first, bound), at, "name", name, at);
  }
  return endingInNoun(ground, at, bound);
}

function isHeadOrPlain(token: Token | undefined): boolean {
  return token?.kind === "word" && !isFunctionWord(token.lower) && !/ed$/u.test(token.lower);
}

/** "(National Union of Rail, Maritime and Transport Workers)" */
const LONGEST_BRACKET = 16;

function beforeBracket(tokens: readonly Token[], at: number, bound: number): number {
  for (let back = at - 1; back >= bound && at - back < LONGEST_BRACKET; back -= 1) {
    if (tokens[back]?.lower === "(") return back - 1;
  }
  return at;
}
