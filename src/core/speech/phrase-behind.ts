import { adjoins, followsSeat, type NameRun } from "#core/text/name.ts";
import { isSureAdverb } from "#core/text/name-part.ts";
import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { DETERMINERS, isFunctionWord, LINKS } from "#core/text/word-class.ts";
import type { NameMention } from "./cast.ts";
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
import { isLetters } from "./role-noun.ts";

/** Reads the noun phrase that opens at a token, no further than before `limit`; `null` where none does. */
export function phraseOpeningAt(ground: Ground, at: number, limit: number): NounPhrase | null {
  const { tokens } = ground;
  const token = tokens[at];
  if (token === undefined || at >= limit || isSureAdverb(token.lower)) return null;
  if (isSubjectPronoun(token)) return plain(at, at, "pronoun", null, at);
  const officer = officerAt(ground, at, limit);
  if (officer !== null) return plain(at, officer.run.last, "name", officer, officer.run.last);
  const core = lastOfCore(ground, at, limit);
  if (core === null) return null;
  const last = cutAtHead(ground, at, core);
  const twice = ofTwoOffices(ground, at, last, limit);
  if (twice !== null) return plain(at, twice.run.last, "name", twice, twice.run.last);
  const name = lastName(ground, at, last);
  if (name !== null && isObject(tokens, at, name.run.first))
    return plain(at, name.run.first - 2, "description", null, name.run.first - 2);
  if (name !== null) return plain(at, name.run.last, "name", name, name.run.last);
  const explained = nameBehind(ground, last, limit);
  if (explained !== null)
    return plain(at, explained.run.last, "name", explained, explained.run.last);
  const end = behindLinks(ground, last, limit);
  const seated = seatedAt(ground, end);
  if (seated !== null) return plain(at, end, "name", seated, end);
  return { ...plain(at, last, "description", null, last), last: end };
}

/** "Secretary of State Fiona Daly", "Bank of Orva Governor Peter Lund": the office's links end no phrase. */
function officerAt({ tokens, nameOpening }: Ground, at: number, limit: number): NameMention | null {
  const opening = nameOpening.get(at);
  if (opening === undefined || opening.run.last >= limit) return null;
  const { first, name, last } = opening.run;
  const linked = tokens.slice(first, name).some(({ lower }) => LINKS.has(lower));
  const next = tokens[last + 1];
  const owns = next?.kind === "possessive" || (next?.kind === "word" && isHead(next.lower));
  return linked && name <= last && !owns ? opening : null;
}

/** "Velian Ambassador to Orva H.E. Ann Roe": behind the seat of the office stands who holds it. */
function seatedAt({ tokens, nameEnding, isPerson }: Ground, end: number): NameMention | null {
  const name = nameEnding.get(end);
  if (name === undefined || name.run.honorific === null || !isPerson(name)) return null;
  return name.run.role > name.run.first && followsSeat(tokens, name.run.first) ? name : null;
}

/** "Deputy Premier and Parks Minister Ann Roe": one who has both offices. But: "The premier and Parks Minister Ann Roe". */
function ofTwoOffices(
  { tokens, nameOpening, isPerson }: Ground,
  at: number,
  last: number,
  limit: number,
): NameMention | null {
  const office = tokens[last];
  if (office?.capital !== true || !ROLE_NOUNS.has(office.lower)) return null;
  if (DETERMINERS.has(tokens[at]?.lower ?? "") || tokens[last + 1]?.lower !== "and") return null;
  const name = nameOpening.get(last + 2);
  if (name === undefined || name.run.last >= limit || !isPerson(name)) return null;
  const { first, role, last: end } = name.run;
  return role >= first && role < end && ROLE_NOUNS.has(tokens[role]?.lower ?? "") ? name : null;
}

/** Edward “Ned” Lutyen */
function holdsMark(tokens: readonly Token[], { first, last }: NameRun): boolean {
  return tokens.slice(first, last).some(({ kind }) => kind === "mark");
}

/** The Tarn Morning Herald */
function holdsTime(tokens: readonly Token[], { first, last }: NameRun): boolean {
  return tokens.slice(first, last + 1).some(isTime);
}

function lastOfCore(ground: Ground, at: number, limit: number): number | null {
  const { body, tokens } = ground;
  let last = at - 1;
  let nouns = 0;
  for (let next = at; next < limit && next - at < LONGEST; next += 1) {
    const word = tokens[next];
    if (word === undefined || (next > at && !adjoinsOrOwner(body, tokens[next - 1], word))) break;
    const nicknamed = ground.nameOpening.get(next)?.run;
    if (
      nicknamed !== undefined &&
      nicknamed.last < limit &&
      (holdsMark(tokens, nicknamed) || holdsTime(tokens, nicknamed))
    ) {
      last = nicknamed.last;
      next = last;
      nouns += 1;
      continue;
    }
    if (word.kind === "mark" || isTime(word)) break;
    const determiner = DETERMINERS.has(word.lower) && (nouns === 0 || word.kind === "number");
    if (word.kind === "word" && !determiner) {
      const named = (word.capital && nouns > 0) || isLetters(body, word);
      const filler = isFunctionWord(word.lower) && !named;
      if (filler || (nouns > 0 && (isFiniteCue(word) || SURE_PRESENT.has(word.lower)))) break;
      const going =
        !word.capital && tokens[next - 1]?.capital === true && word.lower.endsWith("ing");
      if (nouns > 0 && going) break;
      nouns += 1;
    }
    last = next;
  }
  const quantity = QUANTITIES.has(tokens[last]?.lower ?? "");
  return last >= at && (nouns > 0 || quantity) ? last : null;
}

/**
 * The noun that the core of a phrase ends in: "the spokesman refused" ends in "spokesman". Where no
 * noun is known, a word in -ed behind another ends it.
 */
function cutAtHead(ground: Ground, first: number, last: number): number {
  const { tokens } = ground;
  const opening = ground.nameOpening.get(first);
  if (opening !== undefined && opening.run.last <= last) {
    const next = tokens[opening.run.last + 1];
    if (
      opening.run.last === last ||
      (next?.kind === "word" && !next.capital && !isHead(next.lower))
    ) {
      const later = lastHead(tokens, opening.run.last + 1, last);
      const verb = next !== undefined && /ed$/u.test(next.lower) && !isHead(next.lower);
      if (later === null || verb) return opening.run.last;
    }
  }
  let head = lastHead(tokens, first, last);
  // "Clinton's right-hand woman rallied supporters"
  for (let at = first; head !== null && at < head; at += 1) {
    const next = tokens[at + 1];
    const verb = next?.kind === "word" && !next.capital && /ed$/u.test(next.lower);
    if (verb && !isHead(next.lower) && isHead(tokens[at]?.lower ?? "")) return at;
  }
  // "Clinton campaign chairman John Podesta", "retired Army Gen. Mick Reed": the name goes on.
  for (let at = last; head !== null && at > head; at -= 1) {
    const named = ground.nameEnding.get(at);
    if (named !== undefined && named.run.first <= head + 1) head = at;
  }
  if (head !== null) return head;
  for (let at = first + 1; at <= last; at += 1) {
    const word = tokens[at];
    if (word?.kind === "word" && !word.capital && at > first + 1 && /ed$/u.test(word.lower))
      return at - 1;
  }
  return last;
}

function lastHead(tokens: readonly Token[], first: number, last: number): number | null {
  for (let at = last; at >= first; at -= 1) {
    if (tokens[at]?.lower === "release" && tokens[at - 1]?.lower === "press") return at;
    // "the victim's daughter-in-law": the owner is not the one who speaks.
    const owns = tokens[at + 1]?.kind === "possessive" && at + 1 < last;
    if (!owns && isHead(bare(tokens[at]?.lower ?? ""))) return at;
  }
  return null;
}

function lastName(ground: Ground, first: number, last: number): NameMention | null {
  for (let at = last; at >= first; at -= 1) {
    const name = ground.nameEnding.get(at);
    if (name === undefined) continue;
    // "Clinton's spokesman": the owner does not speak; "Clinton spokesman": nor does Clinton.
    return at === last ? name : null;
  }
  return null;
}

/** "a designer for the Apparel Group watched": where a past form stands behind a noun, the phrase is over. */
function beforeVerb(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first + 2; at <= last; at += 1) {
    const word = tokens[at];
    if (word?.kind === "word" && !word.capital && /ed$/u.test(word.lower) && !isHead(word.lower))
      return at - 1;
  }
  return last;
}

/** "The ad hits Clinton": the name is the verb's object, not the phrase's. */
function isObject(tokens: readonly Token[], at: number, first: number): boolean {
  const verb = tokens[first - 1];
  if (verb === undefined || first - 2 <= at || verb.kind !== "word" || verb.capital) return false;
  return /(?:[^s]s|ed)$/u.test(verb.lower) && !isHead(verb.lower);
}

/** The comma behind "who found it", where no other stands between. */
function behindClause({ tokens }: Ground, who: number, limit: number): number {
  const end = Math.min(limit, who + LONGEST);
  for (let at = who; at < end; at += 1) if (tokens[at]?.kind === "mark") return at;
  return end;
}

/**
 * The name that explains a description: "said her brother, Sam Pike.", "said the guard who found it,
 * Marlon Ives."
 */
function nameBehind(ground: Ground, last: number, limit: number): NameMention | null {
  const { tokens } = ground;
  if (!isHead(tokens[last]?.lower ?? "")) return null;
  const comma =
    tokens[last + 1]?.lower === "who" ? behindClause(ground, last + 1, limit) : last + 1;
  if (tokens[comma]?.lower !== "," || comma + 1 >= limit) return null;
  const name = ground.nameOpening.get(comma + 1);
  if (name === undefined || !ground.isPerson(name)) return null;
  const next = tokens[name.run.last + 1];
  return next === undefined || /^(?:[,.;]|of|from|in|at)$/u.test(next.lower) ? name : null;
}

function behindLinks(ground: Ground, last: number, limit: number): number {
  const { tokens, body } = ground;
  let end = last;
  for (let links = 0; links < 2; links += 1) {
    const link = tokens[end + 1];
    if (link === undefined || end + 1 >= limit || !LINKS.has(link.lower)) return end;
    if (!adjoins(body, tokens[end], link) || isTime(tokens[end + 2])) return end;
    if (link.lower === "in" && HOW.test(tokens[end + 2]?.lower ?? "")) return end;
    const next = lastOfCore(ground, end + 2, limit);
    if (next === null) return end;
    end = beforeVerb(tokens, end + 2, next);
    if (end < next) return end;
  }
  return end;
}

/** "said one user in response to the notice": why they spoke, and not who they are. */
const HOW = /^(?:response|reaction|reply|answer|turn|return|addition|jest|protest|disbelief)$/u;

const SURE_PRESENT: ReadonlySet<string> = new Set(
  "says goes tells adds asks writes argues insists thinks believes".split(" "),
);
