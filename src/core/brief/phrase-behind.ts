import type { NameMention } from "./cast.ts";
import { adjoins } from "./name.ts";
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
import type { Token } from "./token.ts";
import { DETERMINERS, isFunctionWord, LINKS } from "./word-class.ts";

/** Reads the noun phrase that opens at a token, no further than before `limit`; `null` where none does. */
export function phraseOpeningAt(ground: Ground, at: number, limit: number): NounPhrase | null {
  const { tokens } = ground;
  const token = tokens[at];
  if (token === undefined || at >= limit) return null;
  if (isSubjectPronoun(token)) return plain(at, at, "pronoun", null, at);
  const core = lastOfCore(ground, at, limit);
  if (core === null) return null;
  const last = cutAtHead(ground, at, core);
  const name = lastName(ground, at, last);
  if (name !== null) return plain(at, name.run.last, "name", name, name.run.last);
  const explained = nameBehind(ground, last, limit);
  if (explained !== null)
    return plain(at, explained.run.last, "name", explained, explained.run.last);
  const description = plain(at, last, "description", null, last);
  return { ...description, last: behindLinks(ground, last, limit) };
}

function lastOfCore({ body, tokens }: Ground, at: number, limit: number): number | null {
  let last = at - 1;
  let nouns = 0;
  for (let next = at; next < limit && next - at < LONGEST; next += 1) {
    const word = tokens[next];
    if (word === undefined || (next > at && !adjoinsOrOwner(body, tokens[next - 1], word))) break;
    if (word.kind === "mark" || isTime(word)) break;
    const determiner = DETERMINERS.has(word.lower) && (nouns === 0 || word.kind === "number");
    if (word.kind === "word" && !determiner) {
      const filler = isFunctionWord(word.lower) && !(word.capital && nouns > 0);
      if (filler || (nouns > 0 && (isFiniteCue(word) || SURE_PRESENT.has(word.lower)))) break;
      const going = /ing$/u.test(word.lower) && !word.capital && tokens[next - 1]?.capital === true;
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
  for (let at = last; at >= first; at -= 1) if (isHead(bare(tokens[at]?.lower ?? ""))) return at;
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

/** "said her brother, Sam Pike.": the name explains the description. */
function nameBehind(ground: Ground, last: number, limit: number): NameMention | null {
  const { tokens } = ground;
  if (tokens[last + 1]?.lower !== "," || last + 2 >= limit) return null;
  const name = ground.nameOpening.get(last + 2);
  if (name === undefined || !ground.isPerson(name) || !isHead(tokens[last]?.lower ?? ""))
    return null;
  const next = tokens[name.run.last + 1];
  return next === undefined || /^[,.;]$/u.test(next.lower) ? name : null;
}

function behindLinks(ground: Ground, last: number, limit: number): number {
  const { tokens, body } = ground;
  let end = last;
  for (let links = 0; links < 2; links += 1) {
    const link = tokens[end + 1];
    if (link === undefined || end + 1 >= limit || !LINKS.has(link.lower)) return end;
    if (!adjoins(body, tokens[end], link) || isTime(tokens[end + 2])) return end;
    const next = lastOfCore(ground, end + 2, limit);
    if (next === null) return end;
    end = next;
  }
  return end;
}

const SURE_PRESENT: ReadonlySet<string> = new Set(
  "says goes tells adds asks writes argues insists thinks believes".split(" "),
);
