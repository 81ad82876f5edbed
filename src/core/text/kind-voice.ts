import { DOES, doesOf, isAbstract, isManner, isValue } from "./kind-words.ts";
import { runsOf } from "./letters.ts";
import type { Range } from "./text.ts";

/** In how many of its sentences a text does what; shares lie between 0 and 1. */
export interface Voice {
  /** How many sentences were read. */
  readonly sentences: number;
  readonly shares: Readonly<Record<Trait, number>>;
  /** What the first sentence does, and the last few. */
  readonly opens: ReadonlySet<Trait>;
  readonly ends: ReadonlySet<Trait>;
}

const BY_WORD = Object.keys(DOES) as readonly (keyof typeof DOES)[];
const BY_FORM = [
  "value",
  "abstract",
  "manner",
  "figure",
  "name",
  "asked",
  "exclaimed",
  "order",
  "turn",
  "equation",
  "aside",
  "mind",
  "lectures",
  "only past",
  "quoted",
  "short",
] as const;

export type Trait = keyof typeof DOES | (typeof BY_FORM)[number];
export const TRAITS: readonly Trait[] = [...BY_WORD, ...BY_FORM];

/** As many sentences as are read: a text has shown its voice by then. */
const MOST_SENTENCES = 120;
const QUOTED = /["“«][^"”»\n]*["”»]?/gu;
// 'We pay a fortune,' she said. Not: the dogs' home, don't.
const SINGLE =
  /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}@£$.…])(?:[^‘’'\n]|['’](?=\p{L})){1,900}['’](?!\p{L})/gu;
// 'There are more important things to do.: a speech that goes on closes its mark below its last paragraph. Where the
// copy turned its marks, ” or two single ones open it.
const GOES_ON = /^(?:[‘']|[‘’']{2}\s?|”\s?)(?=\p{Lu})[^\n]*/gmu;
const JOINTS = "'’.,-";
/** Orders that open a sentence: what the reader is to do. */
const ORDER =
  /^(?:use|make|keep|check|avoid|add|try|choose|ask|don['’]t|do not|never|always|wash|heat|mix|stir|cut|place|put|set|take|write|read|look|start|remember|consider|visit|call|bring|wear|plan|book|pack|cook|preheat|turn|leave|let|pour|serve|rinse|drink|eat|buy|store|clean|remove|test|talk|tell|speak|give|go|get|find|pull|pick|forget|begin|stop|draw|roll|request|report|measure|melt|sow|brush|drop|pay|think|picture|imagine|hide|save|skip|wait|prune|trim|listen|sign|open|close|feed|study|say|work|learn|see|watch|follow|join|tap|click|download|apply)\b(?! (?:of|for|in|said|is|was|has|had)\b)/i;
// But who will pay? | Yet they knew. | Still, it rains. | So much for that. | Perhaps. | Of course, …
const TURN =
  /^(?:but|yet|and|so|still|or|instead|after all|of course|to be sure|then again|in short|in truth|perhaps|maybe|nor|meanwhile|once again|enough|granted|true|yes|no|this is|that is|these are|it is|it['’]s|that['’]s|there is|there are)\b/i;
// The plan is a farce. | These are no ordinary times. | That isn't prudence.
const EQUATION =
  /\b(?:is|are|isn['’]t|aren['’]t|it['’]s|that['’]s|they['’]re) (?:(?:also|only|simply|merely|just|hardly|not|still|clearly) ){0,2}(?:an?|the|no|not|nothing|another|about|what|why|how|all|one of)\b/i;
const ASIDE = /[—–;:(]| - /u;
const SHORT = 7;
// We think not. | I suspect that … | one wonders
const MIND =
  /\b(?:I|we|one) (?:\p{L}+ly |do |can(?:not|['’]t)? (?:\p{L}+ )?|don['’]t |should |must |would |might |may )?(?:think|believe|suspect|doubt|hope|wonder|say|suppose|fear|urge|support|oppose|welcome|wish|want|confess|admit|recognise|recognize|suggest|see|know|call|expect|like|love|hate)\b/iu;
/** A column ends in its verdict. */
const LAST = 2;

/** Reads the voice of some sentences of a body; what stands in quotation marks is nobody's voice but its speaker's. */
export function readVoice(
  body: string,
  sentences: readonly Range[],
  quoted: readonly Range[],
): Voice {
  const masked = mask(body, quoted);
  const doing = createDoingOf();
  const read = sentences.slice(0, MOST_SENTENCES).flatMap(({ start, end }) => {
    const traits = traitsOf(masked.slice(start, end).trim(), body.slice(start, end), doing);
    return traits === null ? [] : [ownTraits(traits)];
  });
  const counts = new Map<Trait, number>();
  for (const trait of read.flat()) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const share = (trait: Trait) => (counts.get(trait) ?? 0) / Math.max(1, read.length);
  const shares = Object.fromEntries(TRAITS.map((trait) => [trait, share(trait)]));
  return {
    sentences: read.length,
    shares: shares as Record<Trait, number>,
    opens: new Set(read[0]),
    ends: new Set(read.slice(1).slice(-LAST).flat()),
  };
}

/** "He said that the council had failed and should go": who says so judges, and not the writer. */
function ownTraits(traits: readonly Trait[]): readonly Trait[] {
  if (!traits.includes("says") || traits.includes("first")) return traits;
  return traits.filter((trait) => !OTHERS.has(trait));
}

const OTHERS: ReadonlySet<Trait> = new Set(
  (
    ["praise", "blame", "verdict", "hype", "stance", "ought", "general", "lectures"] as const
  ).values(),
);

/** Blanks for what is quoted, so that offsets hold. */
function mask(body: string, quoted: readonly Range[]): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of quoted) {
    if (start < at) continue;
    masked += body.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return (masked + body.slice(at))
    .replace(QUOTED, blank)
    .replace(SINGLE, blank)
    .replace(GOES_ON, blank);
}

const blank = (words: string): string => `“${" ".repeat(words.length - 1)}`;

/** What a word does wherever it stands. */
interface Doing {
  /** As flags of `DOES`. */
  readonly does: number;
  readonly value: boolean;
  readonly abstract: boolean;
  readonly manner: boolean;
  readonly figure: boolean;
  /** Whether it is a name where it opens no sentence. */
  readonly name: boolean;
}

/** Makes a reader of words, each of which is looked at once. */
function createDoingOf(): (word: string) => Doing {
  const known = new Map<string, Doing>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const doing = doingOf(word);
    known.set(word, doing);
    return doing;
  };
}

function doingOf(word: string): Doing {
  const small = word.toLowerCase().replaceAll("’", "'");
  return {
    does: doesOf(small),
    value: isValue(small),
    abstract: isAbstract(small),
    manner: isManner(small),
    figure: /^\p{N}/u.test(small),
    name: word !== small && /^\p{Lu}/u.test(word) && small !== "i" && !small.startsWith("i'"),
  };
}

/** What a sentence does; `null` where it is all quotation, or no sentence. */
function traitsOf(text: string, whole: string, read = createDoingOf()): readonly Trait[] | null {
  const words = runsOf(text, "letter or figure", JOINTS);
  if (words.length < 3) return null;
  const traits: Trait[] = [];
  let does = 0;
  let [value, abstract, manner, figure, name] = [false, false, false, false, false];
  words.forEach((word, index) => {
    const doing = read(word);
    // "May" and "Will" are months and people.
    const isName = index > 0 && doing.name;
    does |= isName ? doing.does & (DOES.dated | DOES.hype | DOES.sends) : doing.does;
    value ||= doing.value;
    abstract ||= doing.abstract;
    manner ||= doing.manner;
    figure ||= doing.figure;
    name ||= isName;
  });
  for (const trait of BY_WORD) if ((does & DOES[trait]) !== 0) traits.push(trait);
  const forms: Readonly<Record<(typeof BY_FORM)[number], boolean>> = {
    value,
    abstract,
    manner,
    figure,
    name,
    asked: text.endsWith("?"),
    exclaimed: text.endsWith("!"),
    order: ORDER.test(text),
    turn: TURN.test(text),
    equation: EQUATION.test(text),
    aside: ASIDE.test(text),
    mind: MIND.test(text),
    // "You shouldn't believe it", "we must act": what its reader is told to think and do.
    lectures: (does & DOES.ought) !== 0 && (does & (DOES.second | DOES.we)) !== 0,
    "only past": (does & DOES.past) !== 0 && (does & DOES.present) === 0,
    quoted: /["“«]/u.test(whole),
    short: words.length < SHORT,
  };
  for (const trait of BY_FORM) if (forms[trait]) traits.push(trait);
  return traits;
}

/** Says whether a sentence judges in its writer's own voice: it praises or blames, and tells of nobody who does. */
export function isJudgement(sentence: string): boolean {
  const plain = sentence.replace(QUOTED, "“”");
  const traits = new Set(traitsOf(plain, plain));
  if (traits.has("says")) return false;
  return JUDGES.some((trait) => traits.has(trait)) || CAMPAIGN.test(plain);
}

/** Says whether a sentence tells of what is or was, whoever writes it: with a date, figure or name, and no view. */
export function isPlainTelling(sentence: string): boolean {
  const plain = sentence.replace(QUOTED, "“”");
  const traits = new Set(traitsOf(plain, plain));
  if (traits.has("says")) return true;
  if (isJudgement(sentence) || VIEWS.some((trait) => traits.has(trait))) return false;
  return TELLS.some((trait) => traits.has(trait));
}

/** Says whether a sentence plainly is its writer's own: it judges, or speaks to the reader or of themselves. */
export function isOwnView(sentence: string): boolean {
  const plain = sentence.replace(QUOTED, "“”");
  const traits = new Set(traitsOf(plain, plain));
  if (traits.has("says")) return false;
  return OWN.some((trait) => traits.has(trait)) || CAMPAIGN.test(plain);
}

/**
 * Says whether a sentence judges in a way that no report does: in the name of everybody ("everyone has been gushing"),
 * with an aside of its writer ("no wonder", "needless to say"), in the words of a camp ("the mainstream media"), or with praise or
 * blame that is laid on ("a pretty great hang"). "The worst flood since 1953" and "nobody was hurt" are told.
 */
export function isSlanted(sentence: string): boolean {
  const plain = sentence.replace(QUOTED, "“”");
  const traits = new Set(traitsOf(plain, plain));
  if (traits.has("says") || CLAIMED.test(plain)) return false;
  return SLANTS.some((slant) => slant.test(plain));
}

// What everybody thinks, no reporter knows: Everyone loves him | won everyone's hearts | No one can deny | any sane person
const IN_ALL_NAMES =
  /\bevery(?:one|body)['’]s (?:hearts?|minds?|lips|favou?rites?|darlings?)\b|\bevery(?:one|body) (?:has been \p{L}+ing|loves?|adores?|hates?|knows|agrees|is talking|is raving)\b|\b(?:nobody|no one|who) (?:can|could|would) (?:deny|doubt|argue|dispute|blame|forget|resist)\b|\b(?:sane|sensible|decent|right-minded|reasonable|thinking|honest) (?:person|people|voters?|minds?|observers?)\b|\b(?:with|any|an ounce of|basic|plain) common sense\b|\bwe (?:all |should all )/iu;
const ASIDES =
  /\b(?:no wonder|needless to say|make no mistake|let['’]s (?:face it|be honest|not forget)|say what you will|to be fair|to be honest|to say the least|it goes without saying|it (?:is|['’]s) (?:worth|worthy|important|interesting) (?:of note|to note|noting|remembering|to remember)|there (?:is|['’]s|can be) (?:absolutely )?no (?:doubt|question|denying)|it(?: is|['’]s) (?:hard|difficult|impossible|tempting) (?:not )?to (?:imagine|believe|see (?:why|how)|admit|admire|love)|(?:you|one) (?:have to|has to|can['’]t help but|cannot help but|must) (?:wonder|admit|admire|ask|hand it)|nothing but the truth|of all people|if there(?: is|['’]s) any justice)\b|^(?:sadly|thankfully|mercifully|alas|shamefully|laughably|predictably|unsurprisingly|ironically|hilariously|amusingly)\b/iu;
const OF_A_CAMP =
  /\b(?:mainstream|corporate|lamestream|legacy|biased|liberal|leftist|corrupt) (?:media|press|television|outlets)\b|\b(?:rabid|woke|loony|radical|crazed|unhinged) (?:left|right|left-wing|right-wing|mob|elites?|loons?|liberals?|leftists?|activists?|democrats?|republicans?)\b|\bcommon-sense (?:people|voters|americans|conservatives)\b/iu;
const LAID_ON =
  /\b(?:pretty|truly|simply|utterly|absolutely|downright|frankly|so|too|beyond|incredibly|unbelievably|wonderfully|shockingly|hilariously|ridiculously) (?:amazing|awesome|awful|awkward|bad|beautiful|bizarre|brilliant|charming|cool|cute|delicious|delightful|disgraceful|disgusting|dreadful|dumb|fabulous|fantastic|funny|good|gorgeous|great|hilarious|horrible|incredible|lame|lovely|magnificent|marvellous|marvelous|pathetic|ridiculous|sad|shameful|silly|sloppy|splendid|stunning|stupid|sweet|terrible|terrific|ugly|wonderful)\b(?! (?:for|to|as|that)\b)/iu;
const SLANTS = [IN_ALL_NAMES, ASIDES, OF_A_CAMP, LAID_ON] as const;
/** Somebody's view: "believes", "in his view", "for many". */
const CLAIMED =
  /\b(?:in (?:his|her|their) (?:view|opinion|eyes)|calls?|called|calling|describ(?:es|ed|ing)|criticis(?:es|ed|ing)|criticiz(?:es|ed|ing)|accus(?:es|ed|ing)|blam(?:es|ed|ing)|(?:thinks?|thought|believes?|feels?|felt|knows?|knew|hopes?|fears?|say|agree) that)\b/iu;

/** Says whether a sentence tells its reader to do something that it names itself: "Keep the seeds dry". */
export function isAdvice(sentence: string): boolean {
  return ORDER.test(sentence) && sentence.endsWith(".") && !POINTS.test(sentence);
}

const POINTS =
  /\b(?:it|its|them|they|their|this|these|those|that|here|there|so|instead|too|also|below|above|one|ones|my|our|we|I)\b/i;
const JUDGES: readonly Trait[] = ["praise", "blame", "verdict", "hype", "stance"];
const VIEWS: readonly Trait[] = [
  ...([
    "general",
    "ought",
    "mind",
    "equation",
    "turn",
    "asked",
    "order",
    "second",
    "exclaimed",
  ] as const),
];
const OWN: readonly Trait[] = [
  ...(["praise", "blame", "verdict", "hype"] as const),
  ...(["first", "we", "second", "exclaimed", "mind"] as const),
];
const TELLS: readonly Trait[] = ["dated", "figure", "name"];
// What senders say of their rivals, and leaders of everybody.
const CAMPAIGN =
  /\b(?:(?:addicted|allergic) to|failed to|despite (?:having no\b|failing\b|refusing\b|promising\b|claiming\b|(?:its|their|his|her) (?:failures?|promises?|claims?|rhetoric)\b)|no (?:serious|real|credible)|must come clean|(?:should|must|ought to|needs? to)\b|it(?: is|['’]s) (?:clear|(?:high )?time)|enough is enough|the problem is|at its (?:best|worst|heart)|no amount of|make no mistake|let alone|prides itself)\b/i;
