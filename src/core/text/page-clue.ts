import type { Clue } from "./chance.ts";

/** What stands right above or below a line, as far as it tells what the line is. */
export type Neighbour =
  | "edge"
  | "credit"
  | "counter"
  | "label"
  | "date"
  | "dateline"
  | "short"
  | "line"
  | "text";

/** A line of a page with what surrounds it. */
export interface PageLine {
  readonly text: string;
  /** Its place among the lines of the page, from 0. */
  readonly place: number;
  /** Whether a line above it, or it, is long enough to be the story's text. */
  readonly below: boolean;
  readonly before: Neighbour;
  readonly after: Neighbour;
  /** Whether most of the page's long lines end in a stop. */
  readonly stopped: boolean;
  /** Whether the same line stands elsewhere on the page. */
  readonly twice: boolean;
  /** The share of its words that other lines of the page have: 0 to 1. */
  readonly shared: number;
  /** Whether a name in it is told in full again further down, as if nobody had been named yet. */
  readonly again: boolean;
  /** Whether most of the page is told in the past. */
  readonly past: boolean;
}

// What people are seen to do.
const SCENE_VERBS = `stand sit lie kneel lean crouch walk run march ride drive wade swim climb jump dance wave point gesture smile laugh
  cry weep cheer celebrate applaud clap sing play perform pose look watch view stare gaze listen read write hold carry lift push pull
  drag throw kick hit catch drop raise lower hug embrace kiss shake greet meet welcome join gather queue wait line crowd fill block
  surround pass cross enter leave arrive depart board visit tour inspect examine check search sift sort load unload clear clean sweep
  dig plant pick harvest feed milk cut cook serve eat drink prepare pray light lay place hang display show wear use work operate
  adjust repair fix train practise practice compete race swing bat bowl serve dive tackle score speak talk address answer attend
  appear testify sign vote cast demonstrate protest chant clash fire patrol guard escort lead follow help assist treat tend rest sleep
  relax enjoy browse shop buy sell rise float drift burn smoke pour flow fly land roll react comfort make take hand reach stop move
  head set turn study monitor survey`;
const scenes = SCENE_VERBS.trim().split(/\s+/u);
const thirds = scenes.map((verb) =>
  /(?:s|x|ch|sh|ss|o)$/u.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/u.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`,
);
/** What a verb tells by its form: what is seen, what was done, what will be. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ...[...scenes, ...thirds].map((verb) => [verb, "scene"] as const),
  ...listed("perfect", "has have"),
  ...listed(
    "past",
    `was were had did said told went took came made got gave left found won lost began became met ran saw sent sold spoke thought wrote
    fell rose kept led paid held grew drew broke knew felt brought bought built put`,
  ),
  ...listed("next", "will would could may might must should can"),
  ...listed("says", "says"),
]);
/** Behind these a word is a noun, or no verb that is told. */
const NOUN_BEFORE: ReadonlySet<string> = new Set(
  "to the a an of his her their its this that and for".split(" "),
);
const WORD = /\p{L}+/gu;
const SEEN = /^ (?:being )?(?:\p{L}+ly )?\p{L}+(?:ing|ed|en|wn|ught|ut)\b/u;

function listed(form: string, words: string): (readonly [string, string])[] {
  return words.split(/\s+/u).map((word) => [word, form] as const);
}

/** The form of the first verb of a line; `undefined` where none is sure. */
function verbIn(text: string): string | undefined {
  let before = "";
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const form = NOUN_BEFORE.has(before) ? undefined : formOf(word, text, index + word.length);
    if (form !== undefined) return form;
    before = word;
  }
  return undefined;
}

function formOf(word: string, text: string, end: number): string | undefined {
  if (word === "is" || word === "are") return SEEN.test(text.slice(end, end + 40)) ? "seen" : "is";
  // "second left, greets"
  if (word === "left" && /^[,.)]/u.test(text.charAt(end))) return undefined;
  return FORMS.get(word) ?? (/^\p{Ll}{2,}ed$/u.test(word) ? "did" : undefined);
}

// "exposes the cost", "hints that": a verb, or a noun in the plural.
const MAYBE_VERB =
  /\b\p{Ll}{3,}s (?:the|a|an|its|his|her|their|our|that|to|how|why|what|who|more|less|out|up|down)\b/u;
const SAYS =
  /\b(?:said|says|told|added|adds|according to|warned|argued|claimed|insisted|stated|announced|reported|explained|noted)\b/u;
const PRONOUN = /^["“'‘]?(?:He|She|They|It|We|I|His|Her|Their|This|That|These|Those|There|Such)\b/u;
const TURNS =
  /^(?:But|And|So|Yet|Still|However|Meanwhile|Also|Instead|Then|Since|Although|Though|While|After|Before|When|If|Because|For|In|On|At|As|Under|With|By|During|Despite|Last|Earlier|Later|Now)\b/u;
const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]+\\.?|\\.)?";
const FULL_DATE = new RegExp(
  `\\b(?:${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH},? \\d{4}|${MONTH} \\d{4})\\b`,
  "u",
);
const DATED_DAY = new RegExp(
  `\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})`,
  "u",
);
const SIDE =
  /(?:\((?:[^()]{0,20}\b)?(?:left|right|centre|center|top|bottom|above|below|back|front|foreground|background|pictured|seated|standing)\)|(?:,|,? (?:far|top|bottom|second|third|\d(?:nd|rd|th))) (?:left|right|centre|center)(?: (?:to right|in [^,]{3,20}))?[,.]|\bfrom (?:left|right|top)\b|^(?:Left|Right|Above|Below|Top|Bottom|Clockwise)\b[,: ])/u;
const PICTURED =
  /\b(?:pictured|photographed|seen (?:here|from|in|at|on|through|during)|shown (?:here|in)|file (?:photo|image|picture)|handout|screengrab|screenshot|in this (?:\p{L}+ )?(?:photo|photograph|image|picture|still|frame))\b/iu;
// "An artist's concept of the lander", "This illustration shows": a picture is what the line is about.
const DEPICTS =
  /^(?:[^\s,.]+ ){0,6}?(?:photo|photograph|image|picture|illustration|rendering|graphic|map|chart|still|painting|drawing|visuali[sz]ation|concept|impression|view|portrait|sketch|model|logo|sign|mural|poster|statue) (?:shows?|of|by|from|taken|released|provided|dated|at|in|on|is seen)\b/i;
const UNDATED = /\b(?:undated|archive|file)\b/i;
const PLACED =
  /\b(?:in|at|near|outside|on) (?:the )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?(?:,| on\b| during\b| in\b|\.$|$)/u;
const DOING = /(?:,| as| while| before| after| during) (?:\p{Ll}+ ){0,3}?\p{Ll}{2,}ing\b/u;
const AS_OTHERS = / (?:as|while) (?:\p{L}+ ){1,6}?(?:\p{Ll}{3,}s?)\b/u;
const CALLS =
  /\b(?:subscrib(?:e|ing)|sign(?:ing)? (?:up|in)|log in|register|download|click|tap|e-?mail|follow|visit|join|donate|share|send|contact|call|text|tune in|check out|read|see|watch|listen|submit|get|browse|shop|learn more|find out)\b/i;
const CALLS_FIRST =
  /^(?:please |to )?(?:subscribe|sign|log|register|download|click|tap|e-?mail|follow|visit|join|donate|share|send|contact|call|text|tune|check|read|see|watch|listen|submit|get|browse|shop|learn|find|support|enjoy|write|view|start|try|discover|explore|buy|save|stay|keep|tell|help|go|look|report|unlock)\b/i;
const SITE =
  /\b(?:newsletters?|inbox|subscri\p{L}+|podcast|app|website|homepage|our (?:readers|site|coverage|journalism|newsletter|team|forums?|app|channel|daily|weekly|free)|this (?:story|article|page|site|post|video|newsletter)|comments?|advert\p{L}*|cookies?|premium|members?hip|e-?paper|unlimited access|bookmarks?|exclusive|alerts?|Twitter|Facebook|Instagram|WhatsApp|YouTube|TikTok)\b/iu;
const ADDRESS = /https?:\/\/|www\.|(?<=\w[.-]*)@[\w-]+\.\w|\B@\w{3,}/i;
const DOMAIN = /(?<=\w-*)\.(?:com|org|net|co\.uk)\b/i;
const READER = /\b(?:[Yy]ou|[Yy]our|[Oo]ur|us|[Mm]y|We|we|I)\b/u;
// … is a reporter at | … is Opinion Editor of | … works for Tarn as a writer | … writes about, covers, may be reached
const MAY_BE_SIGNED =
  /\b(?:is|are|works|writes|covers) |\bbe reached|\b(?:first|originally) (?:published|appeared)/iu;
const SIGNED =
  /\b(?:is (?:currently )?(?:an? |the )?(?:[\p{L}’'-]+[\s-]){0,4}(?:reporter|writer|journalist|correspondent|editor|columnist|contributor|author|producer|intern|fellow|freelancer?|blogger|critic)|works (?:for|at) [^.,]{2,40} as an? (?:\p{L}+ ){0,2}(?:writer|reporter|editor|journalist|columnist)|writes (?:about|for)|covers \p{L}+ for|(?:is|are) on (?:Twitter|X|Instagram)|(?:can|may) be reached|(?:first|originally) (?:published|appeared))\b/iu;
const LETTERED = /\p{L}/u;
const NAMES = /\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|of|the|de|bin|al|van|and))*/gu;
const QUOTED = /["“”]/u;

/** Says that a credit or a counter of pictures stands above or below. */
export const BESIDE = "beside credit";

/** The signs without one of which no line among the story is the page's, unless a picture stands beside it. */
const SIGNS: readonly RegExp[] = [
  ...[CALLS, SITE, ADDRESS, DOMAIN, READER, FULL_DATE, DATED_DAY, SIDE, PICTURED, DEPICTS, UNDATED],
];

/** Says whether a line shows any sign by which it may be the page's. */
export function showsSign({
  text,
  below,
  twice,
  stopped,
  before,
  after,
}: Omit<PageLine, "past" | "shared" | "again">): boolean {
  const isBeside = [before, after].some((one) => one === "credit" || one === "counter");
  if (!below || twice || isBeside) return true;
  return (
    (stopped && endClass(text) === "none") ||
    SIGNS.some((sign) => sign.test(text)) ||
    isSigned(text)
  );
}

function isSigned(text: string): boolean {
  return MAY_BE_SIGNED.test(text) && SIGNED.test(text);
}

/** What speaks for and against a line being the page's and not the story's, as names of weights. */
export function readPageClues(line: PageLine): readonly Clue[] {
  const { text, before, after, below } = line;
  const verb = verbIn(text) ?? (MAYBE_VERB.test(text) ? "maybe" : "none");
  const firstVerb = `verb ${verb}`;
  const side = below ? "below" : "top";
  const sentences = text.match(/[.!?]["”’)]*(?=\s+["“‘(]?\p{Lu})/gu)?.length ?? 0;
  const clues: Clue[] = [
    "line",
    [`place ${Math.min(line.place, 3)}`, side],
    ["before", before],
    ["after", after],
    firstVerb,
    [firstVerb, side],
    [firstVerb, `past ${line.past}`],
    ["long", lengthClass(text)],
    ["sentences", String(Math.min(3, sentences))],
    ["ends", line.stopped ? endClass(text) : "anyhow"],
    ["shared", line.shared < 0.25 ? "few" : line.shared < 0.6 ? "some" : "most"],
    ["names", namesClass(text)],
  ];
  const has = (name: string, found: boolean) => {
    if (found) clues.push(name);
  };
  const shows = (name: string, found: boolean) => {
    if (found) clues.push(name, [name, firstVerb]);
  };
  shows(
    BESIDE,
    [before, after].some((one) => one === "credit" || one === "counter"),
  );
  has("twice", line.twice);
  shows(`again ${side}`, line.again);
  has("says", SAYS.test(text));
  has("pronoun first", PRONOUN.test(text));
  has("turn first", TURNS.test(text));
  shows("full date", FULL_DATE.test(text));
  shows("dated day", DATED_DAY.test(text));
  shows("side", SIDE.test(text));
  shows("pictured", PICTURED.test(text));
  shows("depicts", DEPICTS.test(text));
  shows("undated", UNDATED.test(text));
  shows("placed", PLACED.test(text));
  shows("doing", DOING.test(text));
  shows("as others", AS_OTHERS.test(text));
  has("calls", CALLS.test(text));
  has("calls first", CALLS_FIRST.test(text));
  has("site", SITE.test(text));
  has("address", ADDRESS.test(text));
  has("domain", DOMAIN.test(text));
  has("reader", READER.test(text));
  has("signed", isSigned(text));
  has("quoted", QUOTED.test(text));
  has("figure first", /^\W*\d/u.test(text));
  shows(
    "a first",
    /^(?:An?|The|People|Men|Women|Children|Workers|Residents|Police|Members) \p{Ll}/u.test(text),
  );
  shows("past later", verb !== "past" && / (?:was|were|had|said)\b/u.test(text));
  return clues;
}

function lengthClass(text: string): string {
  if (text.length < 40) return "least";
  if (text.length < 90) return "short";
  if (text.length < 180) return "middle";
  return text.length < 280 ? "long" : "most";
}

function endClass(text: string): string {
  if (/\)$/u.test(text)) return "bracket";
  if (/[.!…]["'”’]*$/u.test(text)) return "stop";
  if (/\?["'”’]*$/u.test(text)) return "question";
  return /:$/u.test(text) ? "colon" : "none";
}

/** How much of it is names and other words with capitals. */
function namesClass(text: string): string {
  const letters = Array.from(text.matchAll(NAMES)).reduce((sum, [name]) => sum + name.length, 0);
  const share = letters / Math.max(1, text.length);
  if (!LETTERED.test(text) || share > 0.6) return "most";
  return share > 0.3 ? "many" : share > 0.12 ? "some" : "few";
}
