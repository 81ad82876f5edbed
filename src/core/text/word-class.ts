/** Small closed classes of English words, all in lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Words that open a noun phrase: "the spokesman", "one resident". */
export const DETERMINERS = set(
  `the a an this that these those his her its their our my your some several many most few one two
  three four five six seven eight nine ten another other each every no both all any either neither
  various numerous`,
);

/** Prepositions that carry a noun phrase on: "a spokesman for the ministry". */
export const LINKS = set("of for at from with in on to");

export const PREPOSITIONS = set(
  `of for at from with in on to by about against after before during since until despite amid among
  between through over under into onto upon via per like unlike near outside inside within without
  behind beside besides beyond across along around above below toward towards as than`,
);

export const CONJUNCTIONS = set(
  `and or but nor so yet that because although though while when where whereas if unless whether
  once as than until since which who whom whose what why how`,
);

/** Auxiliaries and modals that may stand between a subject and its verb of speech. */
export const AUXILIARIES = set(
  `has have had would will can could may might must shall should did does do is are was were be been
  being`,
);

export const ADVERBS = set(
  `also later then now still already just even only often once again always never ever soon today
  yesterday tonight earlier recently further furthermore meanwhile however instead too thus simply
  off out up down back away repeatedly reportedly first finally not once n't sometimes monday tuesday wednesday thursday
  friday saturday sunday afterwards afterward himself herself themselves itself`,
);

export const SUBJECT_PRONOUNS = set("he she they it i we you who");

export const PRONOUNS = set(
  `he she they it i we you him her them us me who whom himself herself themselves itself myself
  ourselves yourself his hers theirs mine ours yours someone somebody anyone everyone everybody nobody`,
);

export const DAYS_AND_MONTHS = set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`,
);

export const MALE_PRONOUNS = set("he him his himself");
export const FEMALE_PRONOUNS = set("she her hers herself");

/** Says whether a word may stand between a subject and its verb. */
export function isAdverb(lower: string): boolean {
  return (
    ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith("ly") && !NOT_ADVERBS.has(lower))
  );
}

/** The same of a word in its place: Polly is no adverb. */
export function isAdverbToken(token: {
  readonly lower: string;
  readonly capital: boolean;
}): boolean {
  return token.capital ? ADVERBS.has(token.lower) : isAdverb(token.lower);
}

const NOT_ADVERBS = set(
  "family ally assembly italy july rally supply reply bully lily emily kelly molly sally elderly daily weekly butterfly jelly anomaly",
);

const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...AUXILIARIES,
  ...PRONOUNS,
  ...ADVERBS,
]);

/** Says whether a word can't be part of a noun phrase. */
export function isFunctionWord(lower: string): boolean {
  return FUNCTION_WORDS.has(lower) || lower.endsWith("n't");
}

/**
 * Words that any report has and that tell none from another. They are others than those that no noun phrase is
 * made of: "year" and "said" are here, "back" and "today" are not, for where they stand says something.
 */
const FILLERS = set(
  `a an the and or but nor so yet if of in on at to for from by with about into over after before
  under against between through during without within along across behind beyond near since until
  upon as than that this these those there here it its he him his she her they them their we us our
  you your i me my who whom whose which what when where why how is are was were be been being am has
  have had having do does did doing done will would shall should can could may might must not no nor
  also just only very more most much many some any each every both all other another such own same
  too then now still even ever never again once while because though although however up down out
  off said says say told tell tells added according one two first last new year years day days week
  mr mrs ms dr s t don didn isn wasn won
  re ve ll get got make made take took come came go went like well way time
  monday tuesday wednesday thursday friday saturday sunday`,
);

/** Says whether a word in lower case tells nothing of what a report is about. */
export function isFiller(lower: string): boolean {
  return FILLERS.has(lower);
}
