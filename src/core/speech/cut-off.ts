import { tokenAt } from "#core/text/token.ts";
import {
  AUXILIARIES,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from "#core/text/word-class.ts";
import { cueAt } from "./spoken.ts";
import type { Place } from "./uttered-clue.ts";

const FINITE =
  /^(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|\p{L}+n['’]t)$/iu;
const CONTRACTED = /^(?:i|we|you|they|he|she|it|there|that|what|who|this)['’](?:s|re|m|ve|ll|d)$/i;
const PAST = /^\p{Ll}{2,}ed$/u;
const OPENS_CLAUSE =
  /^(?:and|but|so|or|then|because|if|when|while|as|since|although|though|after|before|until|unless|where|once|given|what|how|why)$/i;
const SUBJECT = /^(?:i|we|you|they|he|she|it|there|everyone|everybody|nobody|someone|people)$/i;
const THIRD = /^(?:they|he|she|it)$|^(?:they|he|she|it)['’]/i;
const RELATIVE = /^(?:who|which|that|whose|whom)$/i;
const FURTHER = /[.!?]\s+\p{Lu}[^.!?]{20,}/u;
const FURTHEST_VERB = 10;
const ADVERB = /^(?:already|also|never|always|still|just|really|simply|now|\p{L}{3,}ly)$/iu;
const FEW = 4;
const BE = /^(?:is|are|was|were)$/u;

/**
 * Says whether words in marks are a piece of the writer's sentence, which has their subject: she had one
 * because she “thought it would be easier”. Out of their sentence they say nothing, so that they stay in it.
 * But: he said that “the wall would not stand”, and what goes on behind an attribution.
 */
export function isCutOff({ text, ground, quotation, setting }: Place): boolean {
  const words = text.body.slice(quotation.start, quotation.end).split(/\s+/u);
  const [first = ""] = words;
  const goesOn = setting.resumes || quotation.continues;
  if (goesOn || !/^\p{Ll}/u.test(first) || setting.before?.shouting === true) return false;
  // What goes on with whole sentences says something by itself.
  const held = text.body.slice(quotation.start, quotation.end);
  if (/[?!]$/u.test(held) || FURTHER.test(held)) return false;
  const whole = isWhole(words);
  const at = tokenAt(text.tokens, quotation.open) - 1;
  const left = text.tokens[at];
  if (left?.kind !== "word" || left.lower === "that" || cueAt(ground, at) !== null) return !whole;
  if (OPENS_CLAUSE.test(left.lower)) return !whole;
  if (BE.test(left.lower)) return !whole || FINITE.test(first);
  const isSubject = SUBJECT_PRONOUNS.has(left.lower) || AUXILIARIES.has(left.lower);
  return isSubject || left.lower === "to" || THIRD.test(first) || !whole;
}

/** Says whether words have a subject and its verb. */
function isWhole(given: readonly string[]): boolean {
  // "already are citizens", "never spoke": an adverb is no subject.
  const opening = given.findIndex((word) => !ADVERB.test(word) && !isAdverb(word.toLowerCase()));
  const words = given.slice(Math.max(0, opening));
  const [first = ""] = words;
  const plain = words.map((word) => word.replace(/[^\p{L}'’-]/gu, ""));
  if (CONTRACTED.test(first)) return true;
  // "what appears to be an attack": a subject that has its verb.
  if (/^what$/i.test(first) && words.length > FEW) return true;
  if (OPENS_CLAUSE.test(first)) return SUBJECT.test(plain[1] ?? "") || plain.slice(1).some(isVerb);
  if (FINITE.test(first) || PAST.test(first) || /^(?:to|be|been|being|not|never)$/i.test(first))
    return false;
  const verb = plain.findIndex(isVerb);
  if (PREPOSITIONS.has(first.toLowerCase()))
    return plain.some((word, at) => SUBJECT.test(word) && at > 1) || plain.some(isContracted);
  const known = SUBJECT.test(first) || DETERMINERS.has(first.toLowerCase());
  if (known) return verb > 0 || (SUBJECT.test(first) && words.length > 3);
  const near = verb > 0 && verb < FURTHEST_VERB;
  return near && !plain.slice(0, verb).some((word) => RELATIVE.test(word));
}

function isVerb(word: string): boolean {
  return FINITE.test(word) || PAST.test(word) || isContracted(word);
}

function isContracted(word: string): boolean {
  return CONTRACTED.test(word);
}
