const TAKEN =
  /\b(?:arrest(?:s|ed)?|detained|charged|indicted|booked|(?:in|into) custody|jailed|(?:plead(?:s|ed)?|pled)(?: not)? guilty|(?:convicted|arraigned|sentenced))\b/iu;
// What he is to have done, or that he is the one who is sought for it
const WHAT_FOR =
  /\b(?:murder\p{L}*|manslaughter|homicides?|assault\p{L}*|batter(?:y|ies)|robber(?:y|ies)|burglar\p{L}*|theft|thefts|arson|rape|kidnapp?\p{L}*|abduct\p{L}*|endanger\p{L}*|neglect\p{L}*|possess\p{L}*|fraud|bribery|terror\p{L}*|conspir\p{L}*|negligen\p{L}*|reckless\p{L}*|shoot\p{L}*|shot|kill\p{L}*|death|deaths|slaying|stabb\p{L}*|attack\p{L}*|crash(?:ed)?|fires?|blaze|explosion|bombing|s[au]nk|sinking|capsiz\p{L}*|collaps\p{L}*|derail\p{L}*|riot\p{L}*|protest\p{L}*|wounding|discharg\p{L}*|suspect(?:ed|s)?|gunm[ae]n|shooters?|attackers?|accused|alleged(?:ly)?|in connection with|on suspicion of|charg(?:ed|es?) (?:with|of|over)|counts? of|accessory|obstruct\p{L}*|hiding|weapons?|guns?|firearms?|drugs?|marijuana)(?!\p{L})|\b(?:arrested|detained|charged|indicted|booked|jailed|convicted|sentenced|custody)\b(?: (?:on|in) \p{Lu}\p{L}+)? (?:over|for)\b/iu;

// "arrested 34 people after fans threw bottles": that so many were is the news.
const MANY =
  /\barrested (?:more than |at least |some |nearly |about )?(?:\d{2,}|dozens|scores|hundreds)\b/u;

/**
 * Says whether a sentence tells that somebody was arrested, charged or sentenced and not what for: in a story of a
 * killing readers take it for that.
 */
export function lacksWhatFor(sentence: string): boolean {
  return TAKEN.test(sentence) && !WHAT_FOR.test(sentence) && !MANY.test(sentence);
}
