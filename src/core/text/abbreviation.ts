/** Stand before a name or a figure, so that their full stop never ends a sentence. */
const BEFORE_NAME = new Set(
  `mr mrs ms mx dr rt prof rev revd fr hon gen lt col maj capt cmdr cdr adm brig sgt cpl pte pvt sen rep
  const cst ofc tpr cpt comdt pfc gov pres supt insp det dep asst amb atty messrs mme mlle sr sra st ste mt vs v rs approx ca cf viz
  tel ext est al esp smt shri sri km mohd mohmd mst er adv pt ch sk engr comdr cllr ald lieut sens reps govs`.split(
    /\s+/,
  ),
);

/** End a name as well as a sentence: their full stop counts only before a word that opens one. */
const AFTER_NAME = new Set(
  `ltd inc co corp bros jr plc llc pty pte dept univ assn ave blvd rd sq etc ft ala ariz ark calif
  colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn
  tenn tex va vt wash wis wyo ont que ph.d m.d b.a m.a`.split(/\s+/),
);

/** Stand before a name only with a capital: "Km. Asha", but "after 12 km. Divers". */
const CAPITAL_BEFORE_NAME = new Set("km pt ch sk er adv hon col det fr sens reps govs".split(" "));

const BEFORE_FIGURE = new Set(
  `no nos art fig vol sec p pp jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
);

/** Words that open a sentence, and hardly ever go on a name: "the U.S. The talks". */
const OPENERS = new Set(
  `the a an this that these those he she it they we i you his her its their our my there here in
  on at by for from with to after before since when while if as but and or so yet however meanwhile
  although though because despite during under over what who why how where which not no one some
  many most several both each all another earlier later also then now until according asked nobody
  everyone everybody someone none nothing`.split(/\s+/),
);

/** Of these, those that go on no name at all: "Dr. No" and "Mr. In" may be people. */
const SURE_OPENERS = new Set("the he she they we this these those his their its".split(" "));

/** Says whether a word opens sentences and hardly ever goes on a name. */
export function isOpener(word: string): boolean {
  return OPENERS.has(word.toLowerCase());
}

/** Says whether the stop behind a word may be its own: Calif., U.S., J., No. */
export function isAbbreviation(word: string): boolean {
  const bare = word.toLowerCase();
  return (
    BEFORE_NAME.has(bare) || AFTER_NAME.has(bare) || BEFORE_FIGURE.has(bare) || isInitials(word)
  );
}

/** J, U.S, Ph.D: no longer word has a stop only behind its letters. */
function isInitials(word: string): boolean {
  const mayBe = word.length <= 2 || word.includes(".");
  return mayBe && /^(?:\p{L}|(?:\p{L}\.)+\p{L})$/u.test(word);
}

/** Says whether a word goes before a name, so that a name closed up to it is one with it: "Mr.Moe". */
export function goesBeforeName(word: string): boolean {
  return BEFORE_NAME.has(word.toLowerCase()) && !CAPITAL_BEFORE_NAME.has(word);
}

// Reads: ` “Access to`; of `J. “Jack” Moe` the mark is closed again behind a word or two
const OPENS_QUOTE = /^\s+["“„«]\p{Lu}[^"”“»]{14}/u;

/** Says whether behind an abbreviation that may end a sentence someone's words begin: `left the U.S. “We have`. */
export function goesOnWithQuote(word: string, after: string): boolean {
  const isLast = AFTER_NAME.has(word.toLowerCase()) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
  return isLast && OPENS_QUOTE.test(after);
}

// at 8 a.m. Saturday | 8:51 p.m. (1451 GMT) | 5 p.m. GMT | 10 a.m. Eastern time | 7 p.m. Kabul time
const GOES_ON_FROM_CLOCK =
  /^\s+\([^()]{1,40}\)|^\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.?\s\d|Eastern|Pacific|Central|Mountain|Greenwich|UTC|\p{Lu}{1,3}T|\p{L}+\s(?:[Ss]tandard\s)?[Tt]ime)(?!\p{L})/u;
// "At 8 a.m. Smith left": the hour opens the sentence that goes on.
const OPENS_WITH_CLOCK =
  /^(?:["“(]?(?:at|by|from|until|around|about|before|after|since|just|shortly|only|between|late|early|on)\b[^.,]{0,30})?[\d.:]{1,5}\s?[ap]\.?m$/i;

/** Says whether a sentence goes on behind the hour that it has come to: "at 8 a.m. Saturday". */
export function goesOnFromClock(before: string, after: string): boolean {
  return GOES_ON_FROM_CLOCK.test(after) || OPENS_WITH_CLOCK.test(before);
}

/** Says whether a full stop after `word` may end a sentence that `next` would go on from. */
export function mayEndSentence(word: string, next: string): boolean {
  const bare = word.toLowerCase();
  const opens = isOpener(next);
  if (BEFORE_FIGURE.has(bare) && /^\d/.test(next)) return false;
  // "No" as an answer ends a sentence; "St. The" ends an address.
  if (bare === "st") return opens;
  if (BEFORE_NAME.has(bare)) {
    if (SURE_OPENERS.has(next.toLowerCase())) return true;
    return CAPITAL_BEFORE_NAME.has(word) || (bare === "al" && opens);
  }
  if (AFTER_NAME.has(bare)) return opens;
  // J. R. Khan, U.S., a.m.: "at 8 a.m. Saturday" goes on, "at 8 a.m. The" does not.
  if (isInitials(word)) return opens && word !== "I";
  return true;
}
