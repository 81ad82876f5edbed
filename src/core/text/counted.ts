/** What became of those who are counted, whatever words the article has for it. */
export type Fate = "killed" | "injured" | "missing" | "arrested" | "displaced" | "rescued";

/** What an amount counts. */
export interface Counted {
  /** As printed: `Indian Air Force jets`; `null` where nothing is named. */
  readonly counts: string | null;
  readonly fate: Fate | null;
}

const FATES: readonly (readonly [fate: Fate, words: string])[] = [
  ["killed", "killed|killing|kills|dead|deaths?|died|drowned|slain|fatalities"],
  ["injured", "injured|injuring|injures|injuries|wounded|wounding|wounds|hurt|hurting"],
  ["missing", "missing|unaccounted for"],
  ["arrested", "arrested|arresting|arrests|detained|detaining|held by police|taken into custody"],
  [
    "displaced",
    "displaced|displacing|displaces|driven from their homes|homeless|evacuated|evacuating",
  ],
  ["rescued", "rescued|rescuing|rescues|saved|pulled out alive"],
];
const FATE_WORDS = FATES.map(([, words]) => words).join("|");

const NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const NOT_IN_PHRASE =
  "of|in|on|at|to|for|from|by|with|and|or|as|but|than|the|a|an|was|were|is|are|be|been|have|had|has|will|would|could|can|may|more|fewer|less|other|others|per|after|before|when|while|who|that|which|said|says|each|every|now|last|this|next|it|they|he|she|if|so|out|up|since|until|during|about|ago";
const PEOPLE =
  "people|deaths|fatalities|injuries|arrests|\\p{L}*(?:men|women)|children|police|staff|crew|cattle|sheep|aircraft|dead|fish";
// Up to three describing words and a noun in the plural: "Indian Air Force jets".
const NOUN = new RegExp(
  `^(?:[ -](?:(?:other|more|further|extra|additional|new) )?| of (?:the|its|their|his|her|those|these) (?:(?:${NUMBER}|\\p{N}+) )?)(?<noun>(?:(?!(?:${NOT_IN_PHRASE}|${FATE_WORDS})\\b)[\\p{L}’'-]+\\s){0,3}?(?:(?:${PEOPLE})|(?!(?:${NOT_IN_PHRASE}|${FATE_WORDS}|its|his|hers|yes|us|less|across|always|as|plus|minus|versus|times)(?![\\p{L}’'-]))[\\p{L}’'-]*\\p{L}s))(?![\\p{L}’'-])(?<of> of (?:\\p{Ll}+ )?\\p{Ll}{3,})?`,
  "iu",
);
const MEASURE =
  /(?:tonne|ton|kilogram|kilo|pound|ounce|litre|liter|gallon|barrel|acre|hectare|bag|sack|box|boxe|bottle)s$/iu;
const FATE_BEHIND = new RegExp(
  `^(?:,)? (?:(?:were|was|are|is|have been|had been|has been|being|others|other people|others were|people|people were|who|reportedly|allegedly|confirmed|feared|thought|believed|understood|reported|shot|found|still|also|now|left|had|have|to|been|be) ){0,6}(?<fate>${FATE_WORDS})(?!\\p{L})`,
  "iu",
);
// "killing at least 31 people", "the number of dead at 50", "the death toll rose to 31".
const TO_AMOUNT =
  "at|to|of|is|was|has|had|rose|risen|stands|stood|reached|put|by|in|all|another|least|as|many|more|fewer|less|than|no|up|about|around|some|nearly|almost|over|an|estimated|a|further|toll|tally";
const FATE_BEFORE = new RegExp(
  `(?<![\\p{L}’'-])(?:(?<fate>killed|killing|kills|injured|injuring|wounded|wounding|arrested|arresting|detained|detaining|displaced|displacing|rescued|rescuing|saved)(?: (?:${TO_AMOUNT}))*|(?<noun>dead|deaths?|fatalities|injuries|injured|wounded|arrests|missing)(?: (?:${TO_AMOUNT}))+)\\s$`,
  "iu",
);
const BEFORE_LENGTH = 60;

/**
 * Reads what an amount counts from what stands before and behind it.
 * @param one the noun in the singular, where the amount is one
 */
export function readCounted(before: string, behind: string, one: string | null = null): Counted {
  const found = one === null ? NOUN.exec(behind) : null;
  const noun = found?.groups?.noun ?? one;
  const of = found?.groups?.of ?? "";
  const counts = noun === null ? null : MEASURE.test(noun) ? `${noun}${of}` : noun;
  const length = one === null ? (found?.[0].length ?? 0) - of.length : one.length + 1;
  const rest = behind.slice(length);
  const said = FATE_BEFORE.exec(before.slice(-BEFORE_LENGTH))?.groups;
  const word = FATE_BEHIND.exec(rest)?.groups?.fate ?? said?.fate ?? said?.noun ?? counts ?? "";
  return { counts, fate: fateOf(word) };
}

/** "50 deaths", "nine arrests": the noun itself says it. */
function fateOf(words: string): Fate | null {
  const last = words.toLowerCase();
  return FATES.find(([, of]) => new RegExp(`(?:^|\\s)(?:${of})$`, "u").test(last))?.[0] ?? null;
}
