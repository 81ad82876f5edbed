import type { Cast, NameMention } from "./cast.ts";
import { readCue } from "./cue.ts";
import { adjoins, POST_NOMINALS } from "./name.ts";
import { GROUP_NOUNS, ORG_WORDS, ROLE_NOUNS } from "./role-lexicon.ts";
import type { Token } from "./token.ts";
import {
  AUXILIARIES,
  DAYS_AND_MONTHS,
  DETERMINERS,
  isAdverb,
  isAdverbToken,
  isFunctionWord,
  LINKS,
  SUBJECT_PRONOUNS,
} from "./word-class.ts";

/** Who or what a clause speaks of, as token indexes, both inclusive. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly form: "name" | "pronoun" | "description";
  /** For a name: its mention in the cast. */
  readonly name: NameMention | null;
  /** For a description: the noun that says what it is. */
  readonly head: number;
  /** Two named together: "Collins and Reed". */
  readonly joint: boolean;
}

/** The words of one article with the names that begin and end at each. */
export interface Ground {
  readonly body: string;
  readonly tokens: readonly Token[];
  readonly nameEnding: ReadonlyMap<number, NameMention>;
  readonly nameOpening: ReadonlyMap<number, NameMention>;
  readonly isPerson: (name: NameMention) => boolean;
}

/** Lays out names by the tokens that they begin and end at. */
export function layGround(
  body: string,
  tokens: readonly Token[],
  { names, entities }: Cast,
): Ground {
  return {
    body,
    tokens,
    isPerson: ({ entity }) => entities[entity]?.kind === "person",
    nameEnding: new Map(names.map((name) => [name.run.last, name])),
    nameOpening: new Map(names.map((name) => [name.run.first, name])),
  };
}

const LONGEST = 12;

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
  const outer = linkedPhrase(ground, first, bound) ?? seenBy(ground, first, bound);
  if (outer !== null) return { ...outer, last };
  const joined = jointBefore(ground, first, bound);
  if (joined !== null) return { ...plain(joined, last, "name", name, last), joint: true };
  return plain(expandTitle(ground, first, bound), last, "name", name, last);
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

/** "Collins and Reed said", where nothing stands before Collins that she could be the object of. */
function jointBefore(ground: Ground, first: number, bound: number): number | null {
  let at = first;
  while (at - 1 >= bound && ROLE_NOUNS.has(bare(ground.tokens[at - 1]?.lower ?? ""))) at -= 1;
  if (ground.tokens[at - 1]?.lower !== "and" || at - 2 < bound) return null;
  const left = ground.nameEnding.get(at - 2);
  if (left === undefined || left.run.first < bound) return null;
  const start = expandTitle(ground, left.run.first, bound);
  return start === bound ? start : null;
}

function endingInNoun(ground: Ground, last: number, bound: number): NounPhrase | null {
  const { body, tokens } = ground;
  const token = tokens[last];
  if (token === undefined || token.kind === "mark" || isTime(token)) return null;
  const bareQuantity = DETERMINERS.has(token.lower) && QUANTITIES.has(token.lower);
  if (!bareQuantity && (isFunctionWord(token.lower) || isFiniteCue(token))) return null;
  // "the order released Friday said"
  const participle = !token.capital && /ed$/u.test(token.lower) && !isHead(token.lower);
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
    if (word.kind === "word" && (isFunctionWord(word.lower) || isFiniteCue(word))) break;
    if (word.kind === "word" && !word.capital && isAdverb(word.lower)) break;
    first -= 1;
  }
  const outer = linkedPhrase(ground, first, bound);
  if (outer !== null) return { ...outer, last };
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

function isHeadOrPlain(token: Token | undefined): boolean {
  return token?.kind === "word" && !isFunctionWord(token.lower) && !/ed$/u.test(token.lower);
}

function isHead(lower: string): boolean {
  return ROLE_NOUNS.has(lower) || GROUP_NOUNS.has(lower) || ORG_WORDS.has(lower);
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

/** Says whether a word is a verb of speech and nothing else: no "report", no "leader". */
function isFiniteCue(token: Token): boolean {
  if (token.capital) return false;
  const cue = readCue(token.lower);
  return (
    cue !== null &&
    cue.form === "past" &&
    (cue.use === "say" || cue.use === "shout") &&
    !ROLE_NOUNS.has(token.lower)
  );
}

const SURE_PRESENT: ReadonlySet<string> = new Set(
  "says goes tells adds asks writes argues insists thinks believes".split(" "),
);

const QUANTITIES: ReadonlySet<string> = new Set(
  "one some many several most few others another both two three four five all".split(" "),
);

function isSubjectPronoun(token: Token): boolean {
  return SUBJECT_PRONOUNS.has(token.lower);
}

/** Words for a time never speak: "Monday", "week", "year". */
export function isTime(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (DAYS_AND_MONTHS.has(token.lower)) return true;
  return /^(?:second|minute|hour|week|month|year|decade|morning|afternoon|evening|night|day|time|interview|speech)s?$/u.test(
    token.lower,
  );
}

function adjoinsOrOwner(body: string, left: Token | undefined, right: Token | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return left.end === right.start || adjoins(body, left, right);
}

function beforeBracket(tokens: readonly Token[], at: number, bound: number): number {
  for (let back = at - 1; back >= bound && at - back < 10; back -= 1) {
    if (tokens[back]?.lower === "(") return back - 1;
  }
  return at;
}

function plain(
  first: number,
  last: number,
  form: NounPhrase["form"],
  name: NameMention | null,
  head: number,
): NounPhrase {
  return { first, last, form, name, head, joint: false };
}

function bare(lower: string): string {
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

/** Says whether a token may stand between a subject and its verb. */
export function isBetween(token: Token): boolean {
  return AUXILIARIES.has(token.lower) || isAdverbToken(token);
}
