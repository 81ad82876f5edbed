import { GROUP_NOUNS, ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { type Ground, isSubjectPronoun, type NounPhrase, plain } from "./noun-phrase.ts";
import { phraseEndingAt } from "./phrase-before.ts";
import type { Site } from "./site.ts";

/** One who may have said them. */
export interface Candidate {
  readonly phrase: NounPhrase;
  /** The rules chose it. */
  readonly chosen: boolean;
}

/** How far from the words they are looked for, in tokens, so that one long sentence costs no more than many. */
const REACH = 60;
/** No more are looked at: a list of a hundred names says nothing of who speaks. */
const MOST = 24;

/** Everyone in a site's sentence who may have said its words: names, pronouns, descriptions of people. */
export function findCandidates(
  ground: Ground,
  { words, sentence, attribution, quotation }: Site,
  isQuoted: (token: number) => boolean,
): readonly Candidate[] {
  const subject = attribution?.subject ?? null;
  const phrases: NounPhrase[] = [];
  const from = Math.max(sentence.from, words.from - REACH);
  const to = Math.min(sentence.to, words.to + REACH);
  for (let at = from; at < to && phrases.length < MOST; at += 1) {
    if (quotation && at === words.from) at = words.to;
    if (at >= to || isQuoted(at)) continue;
    for (const phrase of phrasesAt(ground, at, sentence.from)) {
      if (subject !== null && shares(subject, phrase)) continue;
      if (phrases.some(({ first }) => first === phrase.first)) continue;
      phrases.push(phrase);
    }
  }
  const others = phrases.map((phrase) => ({ phrase, chosen: false }));
  return subject === null ? others : [{ phrase: subject, chosen: true }, ...others];
}

function phrasesAt(ground: Ground, at: number, bound: number): NounPhrase[] {
  const token = ground.tokens[at];
  if (token?.kind !== "word") return [];
  if (isSubjectPronoun(token)) return [plain(at, at, "pronoun", null, at)];
  const name = ground.nameOpening.get(at);
  if (name !== undefined) {
    const outer = phraseEndingAt(ground, name.run.last, bound);
    const own = plain(at, name.run.last, "name", name, name.run.last);
    if (outer?.form === "description") return [outer, own];
    return [outer ?? own];
  }
  const { lower } = token;
  const isNoun = ROLE_NOUNS.has(lower) || GROUP_NOUNS.has(lower) || ORG_WORDS.has(lower);
  if (!isNoun || ground.nameEnding.has(at)) return [];
  const phrase = phraseEndingAt(ground, at, bound);
  return phrase?.form === "description" ? [phrase] : [];
}

function shares(one: NounPhrase, other: NounPhrase): boolean {
  return one.first <= other.last && other.first <= one.last;
}
