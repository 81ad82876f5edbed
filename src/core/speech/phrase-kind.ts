import { GROUP_NOUNS, INSCRIBED_NOUNS, ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { DETERMINERS, isAdverbToken, isFunctionWord } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { type Ground, type NounPhrase, QUANTITIES } from "./noun-phrase.ts";

export const CONNECTIVE = /(?:ly|wise|over|more|less)$/u;

/** Of what kind the one is whom a phrase names or describes: a person, a body, a thing. */
export function kindOf(ground: Ground, { form, name, first, last, head }: NounPhrase): string {
  const { tokens, isPerson } = ground;
  const lower = tokens[first]?.lower ?? "";
  if (form === "pronoun") return /^(?:he|she)$/u.test(lower) ? "he or she" : lower;
  if (form === "name") {
    const noun = tokens[last]?.lower ?? "";
    if (name !== null && isPerson(name)) return "person";
    return ORG_WORDS.has(noun) ? "institution" : "name";
  }
  const noun = tokens[Math.min(head, last)]?.lower ?? "";
  if (INSCRIBED_NOUNS.has(noun)) return "thing";
  // "One of the officers", "another"
  if (QUANTITIES.has(noun)) return "quantity";
  if (ROLE_NOUNS.has(noun)) return "role";
  if (GROUP_NOUNS.has(noun)) return "group";
  if (ORG_WORDS.has(noun)) return "body";
  if (isVerb(tokens[head]) || isFunctionWord(noun)) return "no noun";
  return DETERMINERS.has(lower) ? "other noun" : "bare noun";
}

/** “…,” Read said: a verb of speech is nobody; nor are "quite", "a cautious", "Moreover". */
function isVerb(token: Token | undefined): boolean {
  if (token === undefined) return true;
  return (
    readCue(token.lower)?.form === "past" || isAdverbToken(token) || CONNECTIVE.test(token.lower)
  );
}
