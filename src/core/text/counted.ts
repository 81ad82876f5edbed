import { SMALL_NUMBER } from "./figure-number.ts";

/** What became of those who are counted, whatever words the article has for it. */
export type Fate = "killed" | "injured" | "missing" | "arrested" | "displaced" | "rescued";

/** What an amount counts. */
export interface Counted {
  /** As printed: `Indian Air Force jets`; `null` where nothing is named. */
  readonly counts: string | null;
  readonly fate: Fate | null;
  /** The article's own word for that, as a headline would have it: `died`, `toll`, `killed` for "killing". */
  readonly said: string | null;
}

/** What an amount counts of which nothing is known. */
export const NOTHING_COUNTED: Counted = { counts: null, fate: null, said: null };

const FATES: readonly (readonly [fate: Fate, words: string])[] = [
  ["killed", "killed|killing|kills|dead|deaths?|died|drowned|perished|slain|fatalities|toll"],
  ["injured", "injured|injuring|injures|injuries|wounded|wounding|wounds|hurt|hurting"],
  ["missing", "missing|unaccounted for"],
  ["arrested", "arrested|arresting|arrests|detained|detaining|held by police|taken into custody"],
  [
    "displaced",
    "displaced|displacing|displaces|driven from their homes|homeless|evacuated|evacuating",
  ],
  ["rescued", "rescued|rescuing|rescues|saved|pulled out alive"],
];
const FATE_WORDS = FATES.map(([, words]) => words.replace("|toll", "")).join("|");

const NOT_IN_PHRASE =
  "of|in|on|at|to|for|from|by|with|and|or|as|but|than|the|a|an|was|were|is|are|be|been|have|had|has|will|would|could|can|may|more|fewer|less|other|others|per|after|before|when|while|who|that|which|said|says|each|every|now|last|this|next|it|they|he|she|if|so|out|up|since|until|during|about|ago";
const PEOPLE =
  "people|deaths|fatalities|injuries|arrests|\\p{L}*(?:men|women)|children|police(?: \\p{L}+s)?|staff|crew|cattle|sheep|aircraft|dead|fish";
// Up to three describing words and a noun in the plural: "Indian Air Force jets".
const NOUN = new RegExp(
  `^(?:[ -](?:(?:other|more|further|extra|additional|new) )?| of (?:the|its|their|his|her|those|these) (?:(?:${SMALL_NUMBER}|\\p{N}+) )?)(?<noun>(?:(?!(?:${NOT_IN_PHRASE}|${FATE_WORDS})\\b)[\\p{L}’'-]+\\s){0,3}?(?:(?:${PEOPLE})|(?!(?:${NOT_IN_PHRASE}|${FATE_WORDS}|its|his|hers|yes|us|less|across|always|as|plus|minus|versus|times)(?![\\p{L}’'-]))[\\p{L}’'-]*\\p{L}s))(?![\\p{L}’'-])(?<of> of (?:\\p{Ll}+ )?\\p{Ll}{3,})?`,
  "iu",
);
const MEASURE =
  /(?:tonne|ton|kilogram|kilo|pound|ounce|litre|liter|gallon|barrel|acre|hectare|bag|sack|box|boxe|bottle)s$/i;
// "12 gunmen killed a guard": they did it, and nobody counted whom.
const WHOM = `the|a|an|her|him|them|his|its|their|another|at least|more than|up to|about|some|dozens|scores|hundreds|thousands|several|many|\\p{N}+|one|${SMALL_NUMBER}|people|civilians|soldiers`;
const SUFFERED = /\b(?:were|was|are|is|been|being|be|shot|found)\b/i;
const BEFELL = /^(?:died|drowned|dead|missing)$/i;
// "210 injured people" were treated: how many are injured, nobody says.
const FATE_OF_NOUN =
  /^ (?:killed|dead|injured|wounded|missing|arrested|detained|displaced|rescued) (?!(?:in|on|at|and|or|by|as|after|when|since|from|near|across|overnight|during|so|while|because|but|with|inside|outside|is|was|were|are|of|to|there|here|for|has|have|had|later|this|that|the|a)(?!\p{L}))\p{Ll}+/u;
const FATE_BEHIND = new RegExp(
  `^(?:,)? (?<helpers>(?:(?:were|was|are|is|have been|had been|has been|being|others|other people|others were|people|people were|who|reportedly|allegedly|confirmed|feared|thought|believed|understood|reported|(?!nearly|hardly|scarcely|allegedly)\\p{Ll}+ly|shot|found|still|also|now|left|had|have|to|been|be) ){0,6})(?<fate>${FATE_WORDS})(?!\\p{L})(?<whom> (?:${WHOM})(?![\\p{L}-]))?`,
  "iu",
);
// "killing at least 31 people", "the number of dead at 50", "the death toll rose to 31".
const TO_AMOUNT =
  "at|to|of|is|was|has|had|rose|risen|stands|stood|reached|put|by|in|all|another|least|as|many|more|fewer|less|than|no|up|about|around|some|nearly|almost|over|an|estimated|a|further|toll|tally";
const FATE_BEFORE = new RegExp(
  `(?<![\\p{L}’'-])(?:(?<fate>killed|killing|kills|injured|injuring|wounded|wounding|arrested|arresting|detained|detaining|displaced|displacing|rescued|rescuing|saved)(?: (?:${TO_AMOUNT}))*|(?<noun>dead|deaths?|fatalities|injuries|injured|wounded|arrests|missing)(?: (?:${TO_AMOUNT}))+)\\s$`,
  "iu",
);
// "The death toll from the storm rose to ", "The number of people killed when a ferry sank climbed to "
const TOLL = new RegExp(
  `(?<!\\p{L})(?:(?<toll>(?<!(?:road|bridge|casualty|motorway|highway) )toll)|number of (?:people |those )?(?<fate>killed|dead|deaths|injured|wounded|missing|arrested|detained))(?!\\p{L})[^;:\\d]*? (?:rose|risen|rises|climbed|climbs|jumped|grew|grown|increased|stood|stands|reached|reaches|was|is|hits?|passed|to|at|of)(?: (?:\\p{Ll}+ ){0,4}?(?:to|at))? (?:(?:${TO_AMOUNT}) )*$`,
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
  const word = fateBehind(behind.slice(length)) ?? fateBefore(before, counts) ?? counts ?? "";
  const fate = fateOf(word);
  return { counts, fate, said: fate === null ? null : asTold(word) };
}

function fateBehind(rest: string): string | null {
  const { fate, helpers = "", whom } = FATE_BEHIND.exec(rest)?.groups ?? {};
  if (fate === undefined || FATE_OF_NOUN.test(rest)) return null;
  const isDeed = whom !== undefined && !SUFFERED.test(helpers) && !BEFELL.test(fate);
  return isDeed ? null : fate;
}

function fateBefore(before: string, counts: string | null): string | null {
  const said = FATE_BEFORE.exec(before.slice(-BEFORE_LENGTH))?.groups;
  // "the deaths as three cases": what is counted are cases.
  const isNamed = counts === null || counts === "people" || /\bof (?:\p{Ll}+ ){0,2}$/u.test(before);
  const noun = isNamed ? said?.noun : undefined;
  const word = said?.fate ?? noun ?? null;
  if (counts !== null || (word !== null && !/^deaths?$/i.test(word))) return word;
  const toll = TOLL.exec(before)?.groups;
  return toll?.fate ?? (toll === undefined ? word : "toll");
}

/** "killing 12 people" and "12 killed" tell the same. */
function asTold(word: string): string {
  const last = word.toLowerCase().split(" ").at(-1) ?? word;
  return last
    .replace(/^(kill)(?:ing|s)$/u, "$1ed")
    .replace(/^(injur|rescu|displac|evacuat)(?:ing|es)$/u, "$1ed")
    .replace(/^(wound|arrest|detain)(?:ing|s)$/u, "$1ed")
    .replace(/^death$/u, "deaths");
}

/** "50 deaths", "nine arrests": the noun itself says it. */
function fateOf(words: string): Fate | null {
  const last = words.toLowerCase();
  return FATES.find(([, of]) => new RegExp(`(?:^|\\s)(?:${of})$`, "u").test(last))?.[0] ?? null;
}
