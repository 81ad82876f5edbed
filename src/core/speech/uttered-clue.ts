import type { AnalysedText } from "#core/text/analysed.ts";
import type { Clue } from "#core/text/chance.ts";
import type { Quotation } from "#core/text/quotation-marks.ts";
import { INSCRIBED_NOUNS, PAPER_NOUNS } from "#core/text/role-lexicon.ts";
import { type Token, tokenAt } from "#core/text/token.ts";
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverbToken,
  isFunctionWord,
  PREPOSITIONS,
} from "#core/text/word-class.ts";
import type { Ground } from "./noun-phrase.ts";
import { kindOf } from "./phrase-kind.ts";
import type { Setting } from "./quotable.ts";
import type { Attribution } from "./speech.ts";
import { cueAt } from "./spoken.ts";

/** What stands around a quotation that may be somebody's words. */
export interface Place {
  readonly text: AnalysedText;
  readonly ground: Ground;
  readonly quotation: Quotation;
  readonly setting: Setting;
  /** Offsets of its sentence, with what leads up to it. */
  readonly start: number;
  readonly end: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** What has words without anybody's saying them. */
const THINGS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ["sign", INSCRIBED_NOUNS],
  [
    "sign",
    set(`label mug shirt plate poster posters notice screen board words wall flag button box card sheet
    doormat cake stamped painted printed written carved marked carries carried bears`),
  ],
  [
    "work",
    set(`song songs single track album chorus verse refrain lyric lyrics ballad anthem aria opera musical play
    act scene film movie novel sketch episode game character hero heroine narrator singer poem rhyme fable
    tale story villain audience stage sings sang`),
  ],
  [
    "title",
    set(`titled entitled called named dubbed known headed essay chapter title heading headline journal book
    programme program podcast exhibition talk lecture hit award bill act article paper report series theme`),
  ],
  [
    "form",
    set(`search searches searched searching type types click press enter field page site app question survey
    test poll ballot form clause section line subject`),
  ],
  [
    "motto",
    set(`slogan motto saying proverb adage maxim hashtag catchphrase mantra tagline campaign advert adverts ad
    ads commercial brochure`),
  ],
  ["paper", PAPER_NOUNS],
];
const MODAL = /^(?:would|will|might|could|can|should|must|may|'d|'ll|cannot|can't|won't)$/u;
const DENIES = /^(?:not|never|n't|don't|nobody|no|none|instead|without|rather|didn't|doesn't)$/u;
const AS_IF =
  /\b(?:as if|as though|seem(?:s|ed)? to|imagine|picture (?:the|a|an)|suppose|pretend|almost hear|might as well|if \p{L}+ \p{L}+ (?:could|were able to) (?:speak|talk)|a bit like|akin to|(?:his|her|my|our) way of|said it all)\b/iu;
const ANY_ONE =
  /\b(?:(?:sort|kind|type)s? of|those (?:of us )?who|anyone who|people who|who among|everyone who|nobody|no one|every \p{L}+|some (?:people|readers|will|may)|there (?:is|are) (?:always|a|an|two|those)|one day|next time|in \p{L}+ years)\b/iu;
const ADDRESSES = /\b(?:you|your|yourself|let us|let's)\b/i;
const FIRST_OR_SECOND =
  /\b(?:i|we|you|my|our|your|me|us|i['’]m|we['’]re|you['’]re|i['’]ve|i['’]ll|we['’]ll)\b/i;
const FINITE =
  /\b(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\b|\p{L}['’](?:s|re|m|ve|ll|d|t)\b/iu;
const STOP = /[.!?…—–-]["'”’)\]]*$/u;
const FURTHEST = 14;

/** What speaks for and against a quotation's being somebody's words, as names of weights. */
export function utteredClues(place: Place): readonly Clue[] {
  const { ground, setting, quotation } = place;
  const attribution = setting.behind ?? setting.before;
  const tie = `tie ${tieOf(setting, quotation)}`;
  const who = `who ${whoOf(ground, attribution)}`;
  const mood = `mood ${moodOf(ground, attribution)}`;
  const inside = insideOf(place);
  const around = aroundOf(place, attribution);
  const left = `left ${leftOf(place)}`;
  const right = `right ${rightOf(place)}`;
  return [
    tie,
    [tie, who],
    mood,
    [mood, who],
    left,
    [left, tie],
    right,
    [left, right],
    ...inside,
    ...inside.map((one) => [one, tie] as const),
    ...around,
    ...around.map((one) => [one, who] as const),
    ...around.map((one) => [one, tie] as const),
  ];
}

function tieOf({ resumes, behind, before }: Setting, { continues }: Quotation): string {
  if (continues) return "continues";
  if (resumes) return "resumes";
  if (behind !== null) return behind.rule.startsWith("credit") ? "credit" : "behind";
  if (before === null) return "none";
  return before.naming ? "naming" : before.tied ? "before" : "loose";
}

function whoOf(ground: Ground, attribution: Attribution | null): string {
  if (attribution === null) return "none";
  const { subject } = attribution;
  if (subject === null) return "nobody";
  const first = ground.tokens[subject.first]?.lower ?? "";
  if (/^(?:no|every|any|some)$/u.test(first)) return "any";
  // "Sixty percent say that “": an answer that a poll had written for them.
  const words = ground.tokens.slice(subject.first, subject.last + 1);
  if (words.some(({ lower }) => /^(?:percent|per|%)$/u.test(lower))) return "share";
  // "a cynic", "one protester": someone, who may be anyone.
  const kind = kindOf(ground, subject);
  return /^an?$/u.test(first) && kind !== "person" ? `a ${kind}` : kind;
}

/** How the verb of speech is put: "said", "would say", "to say", "never said". */
function moodOf({ tokens, ...ground }: Ground, attribution: Attribution | null): string {
  const cue = attribution?.cue ?? null;
  if (cue === null) return "no verb";
  const mood = cueAt({ tokens, ...ground }, cue.first)?.form ?? "other";
  let modal = "";
  for (let at = cue.first - 1; at >= Math.max(0, cue.first - 6); at -= 1) {
    const { lower = "", kind } = tokens[at] ?? {};
    if (kind === "mark" && lower !== ",") break;
    if (DENIES.test(lower)) return "denied";
    if (modal === "" && MODAL.test(lower)) modal = "modal";
    if (modal === "" && lower === "to" && at === cue.first - 1) modal = "to";
    // "had this to say of it: “"
    if (modal === "to" && /^(?:has|have|had)$/u.test(lower)) return "had to";
    if (!isFunctionWord(lower) && modal !== "") break;
  }
  return modal === "" ? mood : modal;
}

function leftOf({ text, ground, quotation }: Place): string {
  const { tokens, passages } = text;
  const at = tokenAt(tokens, quotation.open) - 1;
  const word = tokens[at];
  const opens = (passages[quotation.passage]?.start ?? 0) >= quotation.open - 1;
  if (word === undefined) return "edge";
  // A question of the writer's own, above words that nobody is told to have said.
  if (opens)
    return /^[:?]$/u.test(word.lower) && !ground.isQuoted(at) ? `${word.lower} above` : "edge";
  const before = tokens[at - 1];
  if (word.kind === "mark") {
    const thing = word.lower === "," || word.lower === ":" ? thingAt(before) : "";
    return `${/^[.!?]$/u.test(word.lower) ? "stop" : word.lower} ${thing}`.trim();
  }
  if (word.kind === "possessive") return "possessive";
  return classOf(word);
}

function thingAt(word: Token | undefined): string {
  const found = THINGS.find(([, words]) => words.has(word?.lower ?? ""));
  return found?.[0] ?? "";
}

function classOf(word: Token): string {
  const { lower, capital } = word;
  const thing = thingAt(word);
  if (thing !== "") return thing;
  if (lower === "that") return "that";
  if (DETERMINERS.has(lower)) return "determiner";
  if (PREPOSITIONS.has(lower)) return "preposition";
  if (CONJUNCTIONS.has(lower)) return "conjunction";
  if (AUXILIARIES.has(lower)) return "auxiliary";
  if (isAdverbToken(word)) return "adverb";
  return capital ? "name" : "word";
}

function rightOf({ text, ground, quotation, end }: Place): string {
  const at = tokenAt(text.tokens, quotation.close);
  const word = text.tokens[at];
  if (word === undefined || word.start >= end) return "end";
  if (cueAt(ground, at) !== null) return "cue";
  if (word.kind !== "mark") return word.kind === "possessive" ? "possessive" : classOf(word);
  if (/^[.!?]$/u.test(word.lower)) return "stop";
  return /^["“‘«]$/u.test(word.lower) ? "marks" : word.lower;
}

function insideOf({ text, quotation }: Place): readonly string[] {
  const { body } = text;
  const words = body.slice(quotation.start, quotation.end);
  const count = words.split(/\s+/u).length;
  const upper = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(words);
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  const titled = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  const isTitle = long.length > 1 && titled > 0.7 * long.length;
  const next = body.slice(quotation.end, quotation.end + 2);
  return [
    `size ${count < 3 ? "1-2" : count < 6 ? "3-5" : count < 12 ? "6-11" : count < 25 ? "12-24" : "25"}`,
    `shape ${upper ? "upper" : "lower"} ${STOP.test(words) ? "stop" : /^["”’]?,/u.test(next) ? "comma" : "open"}`,
    `person ${FIRST_OR_SECOND.test(words)}`,
    `verb ${FINITE.test(words)}`,
    `sentences ${/[.!?]\s+\p{Lu}/u.test(words)}`,
    `title ${isTitle}`,
  ];
}

/** What the writer's own words in its sentence speak of. */
function aroundOf(
  { text, quotation, start, end }: Place,
  attribution: Attribution | null,
): string[] {
  const { body, tokens } = text;
  const lead = body.slice(start, quotation.open);
  const own = `${lead} ${body.slice(quotation.close, Math.max(end, quotation.close))}`;
  const bare = own.replace(/[“"][^”"]*[”"]?/gu, "");
  const from = Math.max(tokenAt(tokens, start), tokenAt(tokens, quotation.open) - FURTHEST);
  const near = tokens.slice(from, tokenAt(tokens, quotation.open)).map(thingAt);
  const subject = attribution?.subject ?? null;
  const spoken = subject === null ? [] : tokens.slice(subject.first, subject.last + 1).map(thingAt);
  const things = new Set([...near, ...spoken].filter((one) => one !== ""));
  return [
    ...[...things].map((one) => `near ${one}`),
    ...(AS_IF.test(bare) ? ["frame as if"] : []),
    ...(ANY_ONE.test(bare) ? ["frame anyone"] : []),
    ...(ADDRESSES.test(bare) ? ["frame you"] : []),
    ...(/[”"’],? ?(?:and |or )?$/u.test(lead) ? ["behind another"] : []),
  ];
}
