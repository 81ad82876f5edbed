import { FEMALE_NOUNS, GROUP_NOUNS, MALE_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { isAdverb } from "#core/text/word-class.ts";
import type { Word } from "#core/text/words.ts";
import { isFiniteVerb } from "./verb-lexicon.ts";

const POINTS =
  /(?<![\p{L}’'-])(?:it|its|they|them|their|theirs|that|one|ones|he|him|his|she|her|hers)(?![\p{L}-])/giu;
/** What only who was there sees, or who read the sentence before. */
const SHOWS =
  /(?<![\p{L}’'-])(?:this|these|here|there|then|those(?! (?:who|whose|that|in|of|from|with)\b))(?![\p{L}-])/iu;
/** "that" that points at nothing: the conjunction and the relative. */
const JOINS =
  /(?<=\b(?:\p{L}{2,}) )that (?=(?:the|an?|i|we|you|he|she|it|they|there|this|these|our|my|your|his|her|their|its|\p{Lu}|\p{Ll}+s|no|not|will|would|can|could|is|are|was|were|has|have|had|had|may|might)\b)/giu;
/** Nothing stands for what these speak of: "it is time that", "there are boats". */
const EMPTY =
  /(?<![\p{L}’'-])(?:there (?:is|are|was|were|has|have|had|will|would|may|might|can|could|isn|aren|wasn|weren)|there['’](?:s|re|ll|ve)|this (?:morning|afternoon|evening|week|weekend|month|year|season|summer|winter|spring|autumn|time|country|city|town)|it (?:is|was|['’]s) (?:time|up to|not only)|at (?:this|that) (?:point|stage|time)|one (?:of|day|person|thing))(?!\p{L})/giu;
/** As many words that say something stand before an "it" that may mean what they name. */
const NAMED_BEFORE = 2;

/** Says whether a pronoun stands for something that the words before it do not name. */
export function pointsAway(
  text: string,
  words: readonly Word[],
  known: ReadonlySet<string>,
): boolean {
  const read = text.replace(JOINS, blank).replace(EMPTY, blank);
  if (SHOWS.test(read)) return true;
  return [...read.matchAll(POINTS)].some(({ 0: pronoun, index }) => {
    const before = words.filter(({ end }) => end <= index);
    if (before.filter(({ content }) => content).length < NAMED_BEFORE) return true;
    if (/^its?$/i.test(pronoun)) return !before.some((word) => isThing(word, text));
    return (
      /^the/i.test(pronoun) &&
      !before.some((word, at) => isSeveral(word, text) || isNamed(word, at > 0, known))
    );
  });
}

function blank(text: string): string {
  return " ".repeat(text.length);
}

/** A name, of which a sentence's first word may be none: "Tarn Mills is a partner, and we wish them well". */
function isNamed({ capital, content, key }: Word, within: boolean, known: ReadonlySet<string>) {
  return capital && content && (within || known.has(key));
}

/** What people do in their heads, and whoever does it: "I think some people know that it" names no thing. */
const THOUGHT: ReadonlySet<string> = new Set(
  "think thinks thought know knew believe feel felt guess hope wish want say sure some all people everyone everybody someone somebody anyone nobody person lot bit really like love loved see saw seen thing glad happy sad proud sorry afraid hear heard understand remember let us hard good bad great big thankful grateful able been honest wonder fear every never always first second last".split(
    " ",
  ),
);
const TIME =
  /^(?:time|moment|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|decade|season|summer|winter|spring|autumn|today|tomorrow|yesterday|tonight|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter)s?$/u;

/** Says whether a word may name what a later "it" means: no verb, no time, nobody. */
export function isThing({ content, figure, start, end }: Word, text: string): boolean {
  const lower = text.slice(start, end).toLowerCase();
  if (!content || figure || THOUGHT.has(lower) || TIME.test(lower) || isAdverb(lower)) return false;
  if (isFiniteVerb(lower) || /(?:ed|ing)$/u.test(lower)) return false;
  const one = lower.replace(/(?<!s)s$/u, "");
  return ![ROLE_NOUNS, MALE_NOUNS, FEMALE_NOUNS].some((nouns) => nouns.has(one));
}

const SEVERAL: ReadonlySet<string> = new Set(
  "people police men women children staff crew team band family couple everyone everybody anyone someone somebody nobody person youth cattle media data folks kids public every each any who".split(
    " ",
  ),
);
/** End like several, and are not. */
const ONE =
  /(?:ous|[s’']s)$|^(?:always|perhaps|this|us|thus|yes|its|is|was|has|does|as|besides|afterwards|sometimes|across|news|understands|knows|thinks|wants|needs|feels|hopes|means|looks|likes|makes|takes)$/u;

/** Says whether a word may name whom a later "they" means. */
function isSeveral({ start, end }: Word, text: string): boolean {
  const lower = text.slice(start, end).toLowerCase();
  if (SEVERAL.has(lower) || GROUP_NOUNS.has(lower)) return true;
  return lower.endsWith("s") && !ONE.test(lower) && !isFiniteVerb(lower) && !TIME.test(lower);
}
