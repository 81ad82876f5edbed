import { anyOpening } from "./leaning.ts";
import { maskQuoted } from "./shorten.ts";

/** What sets a sentence against the one before it; cut or not, it is the answer to that. */
const ANSWER =
  /^["'“‘(]*(?:but|and yet|yet(?! (?:to|another))|however|nevertheless|nonetheless|still,|even so|that said|by contrast|in contrast|on the other hand|instead,|rather,|as a result|therefore|thus|hence|consequently|so,?(?= (?:the|an?|it|he|she|they|his|her|its|their|this)\b)|for example|for instance|in other words|indeed|in fact|of course|to be sure|after all|similarly|likewise|moreover|furthermore|besides,|on top of|at the same time|then,)(?!\p{L})/iu;

/** Opens a sentence that goes on with another: in time, in number or in a row. */
const GOES_ON = anyOpening([
  "(?:thereafter|immediately (?:after|thereafter|afterwards?)|afterwards?|eventually|ultimately|previously|initially|originally|subsequently|at first|lastly|secondly|thirdly|either way|not all|not so|nor|no longer|no such|worse|better still|what is more|perhaps|ahead(?! of)|below(?! the)|above(?! the)|unlike (?:that|this|these|those|him|her|it|them|the others?)|in comparison|by comparison|in (?:the end|return|reply|practice|short|all|total|the meantime|one swift \\p{Ll}+))",
  "(?:earlier|later|again),",
  "in (?:it|them|him|her),",
  // The good news is that the pier holds. | The above fines were paid.
  "the (?:(?:good|bad|better|best|worst) (?:news|part|thing)|above \\p{Ll}+)",
  // Of the sum, 40 crowns were lost.
  "of the (?:sum|total|amount|money|figure|number|remainder|rest)(?=,)",
  // For this, each of them was fined.
  "(?:for|from|with|by|to|on|in|against|through|about|at) (?:this|that|these|those),",
  // At 7:16 p.m., of a day that another sentence tells
  "(?:at|by|around|about|shortly after|just after|just before) (?:about )?\\p{N}[\\p{N}:.]* ?(?:[ap]\\.?m\\.?|o[’']clock)(?!.*(?:day|January|February|March|April|May|June|July|August|September|October|November|December)\\b)",
  "(?:earlier|later) (?:in the|that|on,)",
  "now,?(?= (?!\\p{N}|\\p{L}+ing\\b))",
  "only(?= (?!\\p{N}|one|two|three|four|five|about|a\\b|an\\b|half))",
  "even (?:the|his|her|its|their|an?|now|then|with|without|in|at|those|these|when the)",
  "(?:the )?(?:first|second|third|fourth|fifth|sixth|next|last),",
  "(?:(?:some|several|many|most|a few|two|three|four|five|six|\\p{N}+) )?others?",
  "that is (?:why|how|because|what|where|when)",
  "(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands) (?:is|are|was|were|had|have|of those)",
  "(?:while|although|though|after|when|once|if|as|because|since) (?:that|this|these|those|such|he|she|they|it)",
  "(?:not only|what happened|what followed|the same)",
  "on (?:the (?:first|last|latter|former|same|other)|that|this|both) (?!day|night|week|weekend|morning|evening|afternoon|page|lap|floor|ball|hole)\\p{Ll}+",
  "(?:some|most|many|much|part|half|all|none|little|few|several|\\p{N}+) of (?:that|this|it|those|these|them)",
  "it was (?:just |only |about |more than |less than )?(?:(?:\\p{L}+|\\p{N}+) )?(?:minutes|hours|days|weeks|months|years) (?:after|before|since|later|earlier)",
]);

const ORDINAL = "(?:second|third|fourth|fifth|sixth)";
/** Nouns that are counted by the calendar, the clock or the rules of a game. */
const COUNTED =
  "(?:time|term|round|half|halves|home|quarter|language|wave|season|straight|consecutive|successive|day|night|week|year|century|place|reading|largest|biggest|most|highest|lowest|smallest|richest|busiest|party|world|degree|floor|generation|row|person)";

// None of those below is without one of these words.
const MAY_HAVE_OTHER_SIDE = new RegExp(
  `\\b(?:fewer|less|additional|further|extra|higher|lower|larger|smaller|bigger|older|younger|however|though|too|instead|conversely|in turn|in fact|for example|for instance|then|therefore|of course|in part|thereafter|at the time|jokingly|part|in the meantime|th(?:at|is|ese|ose|ere)|${ORDINAL}|similar|separate|later|better|worse|more|another|other|others|different|as|equally|comparable|equivalent|corresponding|equal|identical|matching|analogous|opposite|the same|many|some|most|several|all|both|one|two|three|each|none|few|such|rest|remaining|remainder|earlier|afterwards?|subsequently|eventually|meanwhile|so)\\b`,
  "i",
);

/** Within a sentence, what has its other side outside it. */
const OTHER_SIDE: readonly RegExp[] = [
  // Fewer boats came; not: Lower Tarn, whose name it is.
  /^["'“‘(]*(?:[Ff]ewer|[Ll]ess|[Aa]dditional|[Ff]urther|[Ee]xtra|[Hh]igher|[Ll]ower|[Ll]arger|[Ss]maller|[Bb]igger|[Oo]lder|[Yy]ounger) (?!than\b)\p{Ll}/u,
  /, (?:however|though|too|instead|conversely|in turn|in fact|for example|for instance|then|therefore|of course|at least in part)[,.]/i,
  /\b(?:thereafter|jokingly|for (?:his|her|their) part|in the meantime)\b/i,
  // of that claim, in that case; not: in that the
  /\b(?:of|in|on|at|to|for|from|by|with|after|before|during|under|about|since|until|against|into|over|around|between) that (?!the\b|an?\b|he\b|she\b|it\b|they\b|we\b|its?\b|of\b|is\b|was\b|can\b|could\b|will\b|would\b)\p{Ll}+/iu,
  new RegExp(
    `\\b(?:[Aa]n?|[Aa]nother|[Tt]he) ${ORDINAL}(?:-| )(?!${COUNTED}\\b|\\p{Ll}+est\\b)\\p{Ll}+\\b(?! (?:\\p{Ll}+ed )?(?:to|in|since|of|for|at|from)\\b)`,
    "u",
  ),
  /\b(?:an?) (?:further|additional|extra|similar|separate|different|smaller|larger|bigger|later|better|worse|more \p{Ll}+|less \p{Ll}+)\b(?! than)(?! (?:to|from)\b)(?!.* than\b)/iu,
  /^(?:\S+ ){0,4}(?:another|other|similar)(?= \p{Ll})(?! (?:than|to|in)\b)/iu,
  // The picture inland is as bleak.
  /\b(?:is|was|are|were|be|been|looks?|seems?) (?:just |almost |nearly |every bit |not )?(?:as|equally) \p{Ll}+(?:[.;]|$)/u,
  // For a comparable length of time: to which one, another sentence says.
  /\b(?:an? |the )?(?:comparable|equivalent|corresponding|equal|identical|matching|analogous|opposite) (?!to\b|with\b|opportunit|rights?\b|pay\b|treatment|protection|access|footing|terms?\b)\p{Ll}+(?!.*\b(?:to|with|as|than|between|of each)\b .*)/iu,
  // Verizon has done the same with its own service.
  /\bthe same(?: thing)?(?:[.,;]| (?:with|for|to|in|on|at|is|was|goes|applies|about|when|after)\b)/u,
  // He said many may have been children.
  /\b(?:said|says?|added|believed?|estimated?|that) (?:many|some|most|several|all|both|one|two|three|others|each|none|few) (?:may|might|were|was|had|have|has|are|is|could|would|will)\b/u,
  /\bsuch (?!as\b|an? \p{Ll}+ (?:as|that)\b)\p{Ll}/u,
  /\bthere[.;]|\bthere, /u,
  /\b(?:the|these|those) (?:other|others|rest|remaining|remainder)\b(?! of\b)/i,
  /\b(?:these|those) (?:two|three|four|\p{N}+)\b/iu,
  // The bench then adjourned; the champion earlier beat two more.
  /(?<!\b(?:had|has|have))(?<=\p{Ll}|\p{Ll}['’]s) (?:then|later|earlier|afterwards?|subsequently|eventually|meanwhile) (?:\p{Ll}+ed|beat|won|lost|took|gave|told|went|came|made|said|left|sent|got|met|found|began|fell|rose)\b/u,
  // In the hall, that speaker will shout.
  /, that \p{Ll}+ (?:will|would|is|was|has|had|can|could|may|might|does|did)\b/u,
  /\b(?:said|says?|did|does|do|done|knows?|knew|denied|denies|heard|seen) (?:this|so|that(?= (?:\S+ ){0,4}\S+$)) (?:more|again|many|before|several|often|twice|once|in|on|at|during|when|yesterday|last|publicly|because)\b/u,
];

// That is not without one of these.
const MAY_ECHO =
  /another|\bcase\b|catch|\bsuit\b|exception|different|alone|ly that\b|step further|agree|concur|yet again|^As /u;
// Bread is another area. | The mills made their case. | Lund followed suit. | Moe disagrees.
const ECHOES =
  /\b(?:is|are|was|were|remains?) (?:yet |still |just )?another (?:\p{Ll}+ )?(?:areas?|examples?|reasons?|factors?|concerns?|issues?|problems?|options?|challenges?|obstacles?|aspects?|elements?|questions?|sources?|benefits?|advantages?|priority|priorities|features?|cases?|topics?|themes?|possibility|risk|cause|way|point)\b|\b(?:made|makes?) (?:his|her|its|their) (?:own )?case(?! (?:for|against|that|to|in|before|at)\b)|\bplay(?:ed|s|ing)? catch-?up\b|\bfollow(?:ed|s|ing)? suit\b|\b(?:was|is|were|are) (?:no exception|no different|not alone|hardly alone)(?=[.,;]|$)|\b(?:did|do|does|done|doing) (?:just|exactly|precisely) that\b|\b(?:went|goes|go|taking it|took it) (?:one|a) step further\b|^[^,]{3,80} (?:(?:strongly|fully|largely) )?(?:agrees?|agreed|disagrees?|disagreed|concurs?|concurred)[.]?$|\byet again\b|^As (?!I\b)\p{Lu}[\p{L}-]+ (?:has |had |himself |herself )?(?:pointed out|noted|notes|observed|observes|put it|puts it|explained|explains|says|said|argues|argued|suggests|suggested|learned|discovered)\b/u;

// What would be, were something so that another sentence says.
const WOULD = /\b(?:would|might)(?:n['’]t)? (?:not |also |then )?(?:be|have|\p{Ll}{3,})\b/u;
const ITS_CONDITION =
  /\b(?:if|unless|whether|were|should|under|without|by \p{Ll}+ing|said|says?|told|according|that|which|who|plans?|proposed|proposals?|could|bill|promised|expected|hoped?|offers?|offered|announced|knew|so)\b/iu;

/**
 * Says whether a sentence stands only right behind another: it answers it, goes on with it or has its
 * other side there. In doubt it does: "Immediately thereafter", "A second portion", "in that case".
 */
export function isHeld(text: string): boolean {
  if (ANSWER.test(text)) return true;
  const plain = maskQuoted(text);
  if (GOES_ON.test(plain) || (MAY_ECHO.test(plain) && ECHOES.test(plain))) return true;
  if (MAY_HAVE_OTHER_SIDE.test(plain) && OTHER_SIDE.some((pattern) => pattern.test(plain)))
    return true;
  return WOULD.test(plain) && !ITS_CONDITION.test(plain);
}

// "Only he won't be in a plane." | "But there was one occasion." | "The new rule, however, …"
const TURNS =
  /^["'“‘(]*(?:but|only(?= (?!\p{N}|one|two|three|a\b|about|half))|however|nevertheless|nonetheless|yet(?! (?:to|another))|except|even so|that said|in fact,|in reality)(?!\p{L})|^[^,]{3,60}, however,/iu;

/** Says whether a sentence takes something back of the one before it. */
export function turnsBack(text: string): boolean {
  return TURNS.test(text);
}

// What follows is said under it, though it doesn't say so again.
const SETS_TERMS =
  /^["'“‘(]*(?:according to|if|suppose|imagine|assume|assuming|say\b|picture|in (?:an?|the) (?:world|scenario|future|case|film|movie|book|novel|story|series|show|game|dream|version)|(?:for|among|in|at|on|with) (?:the (?:people|families|men|women|children|rich|poor|rest|others)|this|these|that|those|such|some|many|most)|under|critics|opponents|supporters|the (?:lawsuit|suit|complaint|indictment|affidavit|petition|report|study|theory|idea|plan|proposal|bill|film|book|novel))(?!\p{L})/iu;

// He uses the example of a speaker in a hall.
const LIKENS =
  /\b(?:analogy|metaphor|likens?|likened|compar(?:es|ed|ing) (?:it|this|that|them)|for example|for instance|an? example of|the example of|imagines?|imagine|hypothetical|scenario|as if|think of)\b/i;

/** Says whether a sentence sets the terms under which the next ones are to be read. */
export function setsTerms(text: string): boolean {
  return SETS_TERMS.test(text) || LIKENS.test(text);
}
