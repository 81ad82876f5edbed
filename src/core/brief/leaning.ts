import { opensWithNothing } from "#core/speech/expletive.ts";
import { maskQuoted } from "./shorten.ts";

const TIME =
  "(?:morning|afternoon|evening|night|day|week|weekend|month|year|season|spring|summer|autumn|fall|winter|term|century|decade|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas)";
const VERB =
  "(?:is|are|was|were|has|have|had|will|would|could|can|may|also|then|later|now|said|says?|went|came|took|got|met|\\p{Ll}+ed)";
/** What the article told a moment ago; with what it was "of" or "to" behind it, it tells itself. */
const TOLD =
  "(?:moves?|incidents?|episode|decision|announcement|developments?|comments?|remarks?|statements?|claims?|allegations?|accusations?|charges|revelations?|disclosure|news|gesture|controversy|latter|pair|duo|trio|measures?|findings?|results?|figures?|ruling|proposals?|offer|threat|post|tweet|video|footage|clip|suspects?|accused|deceased|victims?|numbers?|idea)";

// He was hit. | Its crew left. | It's closed.
const PRONOUN =
  /^["'“‘(]*(?:he|she|it|they|his|hers?|theirs?|its|him|them)(?:['’](?:s|re|ve|d|ll))?(?![\p{L}’'])/iu;

// "A mother of five, she sold rope." | "Being the captain, he left." | "As a captain, his first ship sank."
const DESCRIBED =
  /^["'“‘(]*(?:(?:An?|The|One|As an?|As the|Once an?) \p{Ll}[^,“”"]{2,80}|(?!According)\p{Lu}\p{Ll}+ing [^,“”"\p{Lu}]{2,90}), (?:he|she|it|they|his|her|its|their)(?!\p{L})/u;

// On Monday, he posted it. | In a message late that night, she said so. | In this age, it’s a book every captain needs.
const DATED =
  /^["'“‘(]*(?:on|in|at|by|during|since|until|from|last|late|early|earlier|later|this|that|two|three|four|five|\p{N}+|a few|several) [^,“"’]{2,60}, (?:then |later |also )?(?:(?:he|she|they)(?!\p{L})|it['’]s an? \p{Ll}+ (?:every|no|any|all|many|most)\b)/iu;

/** Says whether a sentence opens with a pronoun that stands for someone or something named before it. */
export function opensWithPronoun(text: string): boolean {
  if (PRONOUN.test(text))
    return !opensWithNothing(text) || DESCRIBED.test(text) || DATED.test(text);
  return DESCRIBED.test(text) || DATED.test(text);
}

/** Reads whether a sentence opens with one of some words: one look at its head, however many there are. */
export function anyOpening(openings: readonly string[]): RegExp {
  return new RegExp(`^["'“‘(]*(?:${openings.join("|")})(?![\\p{L}’'])`, "iu");
}

const OPENERS = anyOpening([
  "that['’]s",
  // What is set against the sentence before it: "Rather, it is a barge."
  "(?:rather|instead|by contrast|in contrast|on the contrary|conversely|on the other hand|either way|as such|sure|otherwise|regardless|accordingly),",
  // The scene Moe is describing lasts an hour.
  "the \\p{Ll}+ (?:\\p{L}+ )?(?:is|was|are|were) (?:describing|talking about|referring to)",
  // This closed both roads. | Those are the rules; not: This week the council met. | Those who came
  `(?:this|these)(?! (?:${TIME}s?)\\b)`,
  "those(?! (?:who|in|at|with|from|of|on|near|\\p{Ll}+ed|\\p{Ll}+ing)\\b)",
  "that(?! (?:the|an?|he|she|they|is why)\\b)",
  // Those hurt were flown out; not: Those hurt in the fall
  "those (?:\\p{Ll}+ed|hurt|dead|\\p{Ll}+en)(?= (?:is|are|was|were|has|have|had|will)\\b)",
  "such",
  `the (?:former|latter)(?= ${VERB}\\b|,)`,
  `the ${TOLD}(?= ${VERB}\\b| (?:followed|follows|came|comes|ended|drew|prompted|sparked|led)\\b|['’]s\\b|,)`,
  "(?:one|some|most|many|all|none|two|three|four|five|each|both|half|several|neither|either|any) of (?:them|those|these|which|whom|the (?:two|pair))",
  `(?:the (?:two|three|first|second|third|same|others?)|both|neither|either|others|another|some|many|most|several|one|all)(?= ${VERB}\\b)`,
  "(?:another|the other|other|the same|both|neither|either) \\p{Ll}+",
  // The trio of barges: that there are three, another sentence told. | In her speech, the mayor: which one?
  "the (?:pair|duo|trio|quartet) of \\p{Ll}+",
  "in (?:his|her|its|their) (?:address|speech|remarks|comments|statement|message|reply|response|letter|post|tweet|ruling|verdict|judg[e]?ment|order)(?=,)",
  "the (?:two|three) (?:men|women|sides|leaders|countries|companies|teams|parties|ministers)\\b",
  // Of these, four sank: of whom another sentence counted. | First of all, a ferry needs a pier.
  "(?:of|among|in|from|with|for|like|unlike|besides|beyond|despite|after|before|under) (?:these|those|them|that|which)(?=,| \\p{N}| (?:one|two|three|four|five|six|seven|eight|nine|ten|about|some|only|nearly|almost|more|at least|fewer)\\b)",
  "(?:like|unlike) (?:that|this|these|those) \\p{Ll}+",
  "(?:first of all|first off|firstly|for one(?: thing)?|for a start|for starters|to begin with|to start with|in the first place)(?=,)",
  // The next day the boats sailed. | Two hours later it was closed. | Days earlier she had left.
  `the (?:next|following|same|previous) (?:minute|hour|${TIME})(?! (?:of|for|on|in|until|round|edition|phase|step|stage)\\b)`,
  "(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\p{N}+|several|a few|some|many) )?(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|moments?) (?:later|earlier|before|after that|afterwards?)",
  "(?:later|earlier) that (?:same )?(?:day|night|week|month|year|morning|evening|afternoon)",
  // What links a sentence to the one before it, and can't be cut.
  "(?:subsequently|following (?:this|that)|since then|after that|before that|until then|by then|in response|in turn|in doing so|as such|because of (?:this|that)|for (?:this|that) reason|at (?:that|this) (?:time|point|stage)|in (?:that|this|both|such) (?:case|cases|way|instance)|under (?:that|this)|with (?:that|this)|during (?:that|this|which)|among (?:them|those)|but|and|yet|or|nor|either way|at the time|the reason|the answer|not so|so far|to (?:that|this) end|on (?:that|this) basis|then|there|here)",
]);

/** Says whether a sentence opens by leaning on the one before it: "It was also hit", "The move came". */
export function leansBack(text: string): boolean {
  if (PRONOUN.test(text) || DATED.test(text)) return opensWithPronoun(text);
  if (/^["'“‘(]*there (?:is|are|was|were|has|have|will|may|might|could|would)\b/i.test(text))
    return false;
  return OPENERS.test(text);
}

const SAYS_NOTHING =
  /\b(?:said|say|says|stated|disclosed|revealed|announced|made|declared|confirmed|noted)(?: (?:all|both of))? (?:this|that(?=,? (?:\S+ ){0,4}\S+$)|these|so|as much|the (?:call|remarks?|statement|comments?|disclosure|announcement|appeal|revelation)|th(?:is|ese) (?:known|statement|call|remarks?))(?: (?:known|public))?,? (?:when|while|in|at|on|during|after|as|through|to|yesterday|today|mon|tues|wednes|thurs|fri|satur|sun)/i;

const EMPTY =
  /^(?:(?:but |and |still, |yet |of course, )?(?:there(?:['’]s| is| are)? (?:still )?(?:a long,? ?(?:long )?way to go|much|more|plenty|a lot)(?: (?:more )?to (?:do|come|be done))?|(?:only )?time will tell|the rest is history|the jury is still out|it remains to be seen|that remains to be seen|the question remains|(?:the )?(?:verdict|answer)s? (?:is|are) (?:still )?(?:out|in)))[.!]?$/i;

// That is not without one of these.
const MAY_ANNOUNCE = /following|had thi|\bwhy |\bwhat /i;
// She made the following comment. | He had this to say on Monday. | Moe spells out why she left; not: why she left: the pay.
const ANNOUNCES =
  /\bthe following (?:comments?|statements?|remarks?|messages?|words?|observations?|tweets?|posts?|responses?|reply|replies|answers?|questions?|advice|account|points?|reasons?|examples?|excerpts?)\b|\bhad (?:this|the following) to say\b|\b(?:spell(?:s|ed)? out|explain(?:s|ed)?|lays? out|laid out|reveal(?:s|ed)?|discuss(?:es|ed)?|talk(?:s|ed)? about|describe[sd]?|recounts?|recounted|share[sd]?|tell(?:s|ing)? us) (?:why|what (?:made|led|drove|inspired|prompted|brought)) (?:he|she|they|it|his|her|their|him|them)\b(?!.*\b(?:because|by|as|which|since)\b|.*[:–—])/iu;

/** Says whether a sentence tells only that something was said: "Moe made this known on Monday". */
export function saysNothing(text: string): boolean {
  const plain = maskQuoted(text);
  return EMPTY.test(text) || SAYS_NOTHING.test(plain) || announces(plain);
}

function announces(plain: string): boolean {
  return MAY_ANNOUNCE.test(plain) && ANNOUNCES.test(plain);
}

// None of those below is without one of these words.
const MAY_POINT_OUTSIDE =
  /\b(?:also|too|as well|later|earlier|th(?:at|is|ese|ose|ere)|such|contrast|contrary|conversely|other hand|so|latter|aforementioned|likewise|versa|another)\b|\binstead|\bthe (?:said|number|figure|total|amount)\b/i;
const INSIDE: readonly RegExp[] = [
  // The council also closed the road. | Talks were held too.
  /(?<!\bbut )\balso\b/i,
  /(?<=\p{Ll},?) (?:too|as well)[.,;]/u,
  // Moe says a month later, he heard it: later than what?
  /\b(?:(?:says?|said|that|and)|[Aa]ccording to [^,]{2,40},) (?:an?|two|three|four|five|six|several|a few|some) (?:day|week|month|year|hour|minute)s? (?:later|earlier)(?:,| (?=he|she|they|it)\b)/u,
  // The party rejected that claim. | Those companies were fined.
  /(?<!\b(?:sa(?:id|ys|y)|added|argued|insisted|warned|believes?|means?|confirmed|denied|suggested) )\bthat (?:claim|move|decision|attack|deal|law|bill|plan|case|incident|figure|number|amount|company|group|man|woman|day|night|evening|morning|point|report|meeting|vote|offer|game|match|goal|year|kind|sort|period|statement|suggestion|charge|money|same)\b/u,
  new RegExp(`\\b(?:this|these)(?! (?:${TIME}s?|is|was|are|were)\\b) \\p{Ll}{3,}`, "u"),
  /\bthose(?! (?:who|in|at|with|from|of|on|near|\p{Ll}+ed|\p{Ll}+ing|\p{Ll}+en|under|over|without|for|to|that|whose)\b) \p{Ll}{3,}/u,
  /\bsuch an? \p{Ll}+[.,]/u,
  // The port, in contrast, is open. | It was instead called a barge.
  /(?:,| (?:–|—|--)) (?:in contrast|by contrast|on the other hand|on the contrary|conversely),/i,
  /(?:\b(?:is|was|are|were|will|be|been)|’s|'s) instead(?! of\b)/i,
  // Because of the delays there.
  /\b(?:the|its|their) \p{Ll}+s there(?=[.,;]|$)/u,
  // He thinks that the number will be four.
  /\bthe (?:number|figure|total|amount) (?:will|would|could|may|might) (?:be|rise|fall|grow)\b/i,
  // They denied this. | He said so.
  /(?<!\bincluding|\blike|\bto do) (?:this|that|so|these|those)(?:[.;]|$)/u,
  /\b(?:the latter|the aforementioned|the said|likewise|vice versa)\b/u,
  /\b(?:doing|do|does|did|done) so\b/u,
  // Moe said this was the reason.
  /\b(?:said|says?|added|argued|believes?|thinks?|claimed|explained|noted|that|because|why|whether|if) (?:this|these|those) (?:is|are|was|were|has|had|have|would|will|could|can|may|might|makes?|made|means?|meant)\b/u,
  // Nothing is as simple as that, though.
  /\b(?:as|like|than|about|with|from|by|after|before|beyond|without|despite) that(?=[.;,]| (?:though|too|either|again)\b)/u,
  /\banother (?!\p{N}|\d|one of)\p{Ll}+ (?:was|were|is|are|said|told|had|has)\b/u,
  // The fund often meets that sentiment among captains.
  /(?<!\b(?:sa(?:id|ys|y)|added|argued|insisted|warned|believes?|means?|confirmed|denied|suggested|so|and|but) )\bthat (?:sentiment|view|argument|notion|belief|feeling|concern|assertion|assessment|criticism|logic|conclusion|theory|practice|approach|strategy|trend|pattern|assumption|perception|attitude)\b(?! (?:about|over|of|that|is|are|was|were|has|had|will|would|for|to)\b)/u,
];

/** Says whether a sentence points at another from within: "also", "that claim", "denied this". */
export function pointsOutside(text: string): boolean {
  if (!MAY_POINT_OUTSIDE.test(text)) return false;
  const plain = maskQuoted(text);
  return INSIDE.some((pattern) => pattern.test(plain));
}

// "thousands of them", "two videos of them", "16 years from now": what they are not
const COUNTED =
  /\b\p{Ll}+s (?:of|about|from|against|by) (?=them\b)|\b(?:minute|hour|day|week|month|year|decade|time)s\b/gu;
// Its first letter is looked for first: what stands before a word is asked of few letters.
const THEY = /(?=t)(?<![\p{L}’'])(?:they|them|their|theirs|themselves)(?![\p{L}])/iu;
// Anything that a later "they" may mean.
const GROUP =
  /\p{Ll}{2,}s(?![\p{L}])|\b(?:[Pp]eople|[Pp]olice|people|police|men|women|children|staff|crew|team|band|family|couple|company|firm|group|party|government|public|council|committee|board|side|club|crowd|majority|army|navy|union|everyone|everybody|anyone|someone|nobody|each|every|who|and|person|somebody|half|media|data|personnel|youth|cattle)\b|\p{Lu}\p{L}+s\b|\p{Lu}{3,}S\b/u;

/** "Officers gave away their boats" has officers; "The next year killed thousands of them" has nobody. */
export function speaksOfOthers(text: string): boolean {
  if (!THEY.test(text)) return false;
  const plain = maskQuoted(text).replace(COUNTED, "");
  const found = THEY.exec(plain);
  if (found === null || GROUP.test(plain.slice(0, found.index))) return false;
  // "Before they sailed, the crews said": who is meant comes behind.
  const comma = plain.indexOf(", ", found.index);
  return comma < 0 || !GROUP.test(plain.slice(comma));
}

// "Among sailors over sixty, …": whom the figures of the next sentence are about.
const SCOPE =
  /^(?:In|Among|Amongst|For|Of)(?: the| all| both| those)? (?:\p{Ll}+ ){0,2}(?:adults|children|people|men|women|boys|girls|teenagers|teens|adolescents|students|pupils|patients|workers|residents|households|families|drivers|users|smokers|voters|respondents|participants|sailors|infants|those|\p{Ll}+s aged)\b/u;
const SHARE = /\p{N} ?(?:%|per ?cent\b|percentage points?\b)/iu;
const OWN_SCOPE =
  /\b(?:in|among|amongst|of|for) (?:the |all |both |those )?(?:\p{Ll}+ ){0,2}(?:adults|children|people|men|women|boys|girls|teenagers|teens|adolescents|students|pupils|patients|workers|residents|households|families|drivers|users|smokers|voters|respondents|participants|sailors|infants|those|aged|everyone|everybody)\b|\p{Lu}\p{L}*\p{Ll}.*\p{N}/u;

/** Says whether a share is one of the group that the sentence before named: "Injuries rose by 37 percent". */
export function keepsScopeOf(before: string, text: string): boolean {
  return SCOPE.test(before) && SHARE.test(text) && !OWN_SCOPE.test(text.slice(1));
}
