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
// 'There are more important things to do.: a speech that goes on closes its mark below its last paragraph.
const GOES_ON = /^[‘'](?=\p{Lu})[^\n]*/gmu;
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
    return traits === null ? [] : [traits];
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
