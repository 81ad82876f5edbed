import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { type Cut, connectiveLength } from "./shorten.ts";

// "The owner of the bridge": with a preposition in it, the last noun is not what the words name.
const HEAD =
  "(?!(?:of|in|on|at|to|for|from|by|with|over|under|near|off|and|or|that|who|which)\\b)[\\p{L}’'-]+";
// What tells where a subject ends: an auxiliary, or a verb with what can't stand behind an adjective.
const SINGULAR = "is|was|has|takes|goes|makes|costs|stands|holds|covers|belongs";
const PLURAL = "are|were|have|take|go|make|cost|stand|hold";
const EITHER =
  "will|would|can|could|may|might|must|had|cost|fell|rose|came|began|sank|went|broke|struck|(?:\\p{Ll}+ed)(?= (?:the|an?|its|on|in|at|by|to|for|from|after|before|with|up|out|off|until|more|about|over|under|into|\\p{N}|\\p{Lu}))";
const SUBJECT = (verbs: string) =>
  new RegExp(
    `^(?<thing>The (?:${HEAD} ){0,3}?(?<noun>\\p{Ll}[\\p{L}-]+))(?:, [^,]{3,90},)? (?<verb>${verbs}|${EITHER})\\b(?<rest>.*)$`,
    "su",
  );
const ONE = SUBJECT(SINGULAR);
const MANY = SUBJECT(PLURAL);
const IS_NO_NOUN =
  /(?:ly|ed|ing)$|^(?:of|in|on|at|to|for|by|with|and|or|that|who|which|only|first|last|same|other|most)$/u;
// "The buyer is a firm": what it is said to be is itself.
const SAID_TO_BE = /^ (?:an?|the) /u;
const MOMENT =
  /(?:\b(?:early|late|last|next|this|the) ){0,4}\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.?|(?:first|second|third|last|next|same|whole|end of the) (?:time|day|week|month|year)|(?:day|week|month|year|morning|evening|night|afternoon|weekend))\b/gu;
/** Any of these behind the verb may be the thing that the next sentence speaks of. */
const OTHER_THING =
  /\b(?:the|an?|its|his|her|their|this|another|each|every|one|it|which)\b|\p{Lu}/u;
const OTHER_THINGS =
  /\b(?:people|men|women|children|police|they|them|these|those|who|which|(?!(?:its|his|this|was|has|is|as|us|less|across)\b)\p{Ll}+s)\b|\band\b|\p{Lu}/u;

/**
 * The thing or the group that opens the sentence before, for an "It" or a "They" that opens this one, as a
 * cut that puts it there in square brackets. `null` where the sentence before holds anything else that
 * might be meant, for then nothing settles it.
 */
export function findThing(text: string, before: string): Cut | null {
  const start = connectiveLength(text);
  const pronoun = /^(?:It|They|it|they)(?= \p{L})/u.exec(text.slice(start))?.[0];
  if (pronoun === undefined || /["“”«»?]/u.test(before)) return null;
  const isOne = pronoun.toLowerCase() === "it";
  const found = (isOne ? ONE : MANY).exec(before)?.groups;
  const { thing, noun, verb, rest } = found ?? {};
  if (thing === undefined || noun === undefined || rest === undefined) return null;
  if (IS_NO_NOUN.test(noun) || isPlural(noun) === isOne) return null;
  if (isOne && ROLE_NOUNS.has(noun)) return null;
  const others = (verb === "is" || verb === "was" ? rest.replace(SAID_TO_BE, " ") : rest).replace(
    MOMENT,
    " ",
  );
  if ((isOne ? OTHER_THING : OTHER_THINGS).test(others)) return null;
  return { start, end: start + pronoun.length, by: `[${thing}]` };
}

function isPlural(noun: string): boolean {
  return /^(?:people|men|women|children|police|crew|staff)$/u.test(noun) || /[^su]s$/u.test(noun);
}
