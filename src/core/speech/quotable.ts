import type { Quotation } from "#core/text/quotation-marks.ts";
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
} from "#core/text/word-class.ts";
import type { Attribution } from "./speech.ts";

/** What stands around a quotation in its paragraph. */
export interface Setting {
  /** Opens its sentence, or follows another quotation's attribution. */
  readonly opens: boolean;
  /** Nothing of its sentence follows it. */
  readonly closes: boolean;
  readonly behind: Attribution | null;
  readonly before: Attribution | null;
  /** Goes on with a quotation that its attribution broke off: “A,” he said, “b”. */
  readonly resumes: boolean;
}

// Words that make a clause: an auxiliary, or a pronoun that is a subject.
const CLAUSE =
  /\b(?:is|are|was|were|am|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|i|we|he|she|they|let|don['’]t|can['’]t|won['’]t)\b|\p{L}['’](?:s|re|m|ve|ll|d|t)\b/iu;
const FINITE =
  /^(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|\p{L}+n['’]t|(?:i|we|you|they|he|she|it|there|that|what|who)['’](?:s|re|m|ve|ll|d))$/iu;
const CONTRACTED = /['’](?:s|re|m|ve|ll|d)$/i;
const PAST = /^\p{Ll}{2,}ed$/u;
const COMMA = /^\s*,/u;
const NO_SUBJECT =
  /^(?:to|be|been|being|not|never|and|or|but|who|which|whose|as|than|of|in|on|at|for|from|by|with|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)$/i;
const SUBORDINATOR = /^(?:who|which|that|whose|as|when|while|where|because|if|whether)$/i;
const STOP = /[.!?…—–-]["'”’)\]]*$/u;
const TITLE_WORD =
  /^(?:\p{Lu}|\p{N}|(?:of|the|a|an|and|in|on|to|for|at|by|with|from|or|is|de|la)$)/u;

// A mark that was never closed has swallowed its attribution: “It was clean, said Cressida Howell.
const SWALLOWED = /,\s(?:said|says)\s(?:the\s|an?\s|\p{Lu})/u;

// “It was clean,’ said Cressida Howell: marks of another kind closed it, and none opened within.
const ANOTHER_MARK =
  /[,.!?]['’´`"“”]{1,2}\s*["“]?\s?(?:(?:he|she|they|the \p{L}+|(?:\p{Lu}[\p{L}.'’-]* ?){1,3}) )?(?:said|says)\b/u;

/** Says whether quoted words hold their own attribution, as those do whose closing mark is lost or of another kind. */
function holdsAttribution(text: string, closed: boolean): boolean {
  if (!closed && SWALLOWED.test(text)) return true;
  const found = ANOTHER_MARK.exec(text);
  return found !== null && !/(?:^|[\s(])['‘"“](?=[\p{L}\p{N}])/u.test(text.slice(0, found.index));
}

/** Says whether quoted words were said by someone, rather than a term, a title or a scare quote. */
export function isQuotable(body: string, quotation: Quotation, setting: Setting): boolean {
  const text = body.slice(quotation.start, quotation.end);
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0 || holdsAttribution(text, quotation.closed)) return false;
  const { behind, before, opens, closes, resumes } = setting;
  const upper = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(text);
  const stopped =
    STOP.test(text) ||
    COMMA.test(body.slice(quotation.end, quotation.end + 2)) ||
    COMMA.test(body.slice(quotation.close, quotation.close + 2));
  if (quotation.continues || resumes) return words.length > 1 || stopped;
  if (!upper && !opens && cutsSubject(body, quotation, words)) return false;
  if (isTitle(words, text) && !(opens && (behind !== null || closes) && stopped)) return false;
  if (behind !== null)
    return opens || upper
      ? (opens && upper) || stopped || CLAUSE.test(text)
      : words.length > 3 && stopped && CLAUSE.test(text);
  if (before?.tied && !before.naming) {
    if (before.shouting) return words.length > 1 || stopped;
    return upper
      ? stopped || CLAUSE.test(text) || words.length > 3
      : words.length > 3 && CLAUSE.test(text);
  }
  if (opens && closes)
    return upper || STOP.test(text) ? words.length > 2 || STOP.test(text) : false;
  if (before === null || before.naming || words.length < 4) return false;
  // Ekeby said that “as a rule the fleet stays at home”: what follows "that" is the whole clause.
  const whole = /\bthat\s+$/u.test(body.slice(Math.max(0, quotation.open - 8), quotation.open));
  if (whole && before.subject !== null && words.length > 4) {
    if (words.slice(1).some((word) => FINITE.test(word) || PAST.test(word))) return true;
  }
  return isClause(words) || (upper && words.length > 5 && CLAUSE.test(text));
}

/** Says whether words are a clause with its own subject: "the record is clear", not "be clear". */
function isClause(words: readonly string[]): boolean {
  const [first = ""] = words;
  if (NO_SUBJECT.test(first)) return false;
  const verb = words.findIndex((word) => FINITE.test(word));
  if (verb < 0 || verb > 9) return false;
  return verb > 0
    ? !words.slice(0, verb).some((word) => SUBORDINATOR.test(word))
    : CONTRACTED.test(first);
}

/** What a verb is followed by: "say you must", "call it a day". */
const OBJECT =
  /^(?:it|you|they|we|he|she|i|them|him|us|me|the|an?|this|that|these|those|his|her|its|their|our|my|your|there)(?:['’]\p{L}+)?$/iu;
const SMALL: readonly ReadonlySet<string>[] = [
  ...[ADVERBS, AUXILIARIES, CONJUNCTIONS],
  ...[DETERMINERS, PREPOSITIONS, PRONOUNS],
];
const SPEAKS = /(?:ed|ing|said|says|say|told|tells?|wrote|writes?|calls?|was|is|thus|so|like)$/i;

/** Boatmen “say you must wait,” he said: who says it stands outside the marks, and what is left is another claim. */
function cutsSubject(body: string, { open }: Quotation, words: readonly string[]): boolean {
  const [first = "", second = ""] = words;
  const before = /(\p{L}[\p{L}’'-]+) $/u.exec(body.slice(Math.max(0, open - 30), open))?.[1] ?? "";
  if (before === "" || isSmall(before) || SPEAKS.test(before)) return false;
  // Of several sentences only the first has lost it.
  if (/[.!?] \p{Lu}/u.test(words.join(" "))) return false;
  return /^\p{Ll}{2,}[^d\P{L}]$/u.test(first) && !isSmall(first) && OBJECT.test(second);
}

function isSmall(word: string): boolean {
  return SMALL.some((words) => words.has(word.toLowerCase()));
}

const LONGEST_TITLE = 14;
const SHORT_TITLE = 5;

function isTitle(words: readonly string[], text: string): boolean {
  if (words.length > LONGEST_TITLE || /[!?]$/u.test(text)) return false;
  // American copy sets a sentence's stop inside the marks: wrote “The Long Form.”
  if (text.endsWith(".") && words.length <= SHORT_TITLE) return false;
  return (
    words.length > 1 && words.every((word) => TITLE_WORD.test(word.replace(/^[^\p{L}\p{N}]+/u, "")))
  );
}
