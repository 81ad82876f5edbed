import type { AnalysedText } from "#core/text/analysed.ts";
import { itemMarkLength } from "#core/text/passages.ts";
import type { Quotation } from "#core/text/quotation-marks.ts";
import { INSCRIBED_NOUNS } from "#core/text/role-lexicon.ts";
import { isBlank, limitOf, sentenceReader, startOf } from "#core/text/surroundings.ts";
import type { Passage, Range } from "#core/text/text.ts";
import { tokenAt } from "#core/text/token.ts";
import { LINKS } from "#core/text/word-class.ts";
import { creditAbove, creditBelow } from "./credit.ts";
import { isCutOff } from "./cut-off.ts";
import type { Ground } from "./noun-phrase.ts";
import { isPageBetween } from "./page-between.ts";
import { kindOf } from "./phrase-kind.ts";
import { isQuotable } from "./quotable.ts";

import { type Attribution, endsSentence } from "./speech.ts";
import { attributionBefore } from "./speech-before.ts";
import { attributionBehind } from "./speech-behind.ts";
import { attributionNext, attributionPrior } from "./speech-next.ts";
import { cueAt } from "./spoken.ts";
import { isUttered } from "./uttered.ts";
import type { Place } from "./uttered-clue.ts";

// "…, and her husband cut in."; but not ", as the crowd clapped", which only tells when.
const CUT_IN =
  /,\s(?:(?:and|but)\s(?:\p{Lu}|(?:s?he|they|his|her|the|an?)\s)|(?:while|as)\s(?:\p{Lu}|(?:s?he|they)\s|[^.]{1,60}\b(?:said|asked|cried|shouted|chanted|yelled|called|replied|answered|interrupted|cut in)\b))/u;

/** A quotation that someone uttered, with the words beside it that say who, where there are any. */
export interface Utterance extends Range {
  readonly quotation: Quotation;
  /** Index of its quotation among all of the article's. */
  readonly index: number;
  readonly attribution: Attribution | null;
  /** Goes on with the utterance before it, broken off by its attribution. */
  readonly resumes: boolean;
  /** Indexes of the sentences that it begins and ends in. */
  readonly sentence: { readonly first: number; readonly last: number };
  /** Opens its paragraph, with no words of the writer before it. */
  readonly alone: boolean;
  /** The words since the utterance before it speak of someone else too. */
  readonly interrupts: boolean;
  /** A piece of the writer's sentence, which stays in it; it still tells who speaks. */
  readonly cut: boolean;
  /** Goes on with a quotation that was taken for nobody's words: whoever spoke before it, this is another's. */
  readonly bereft: boolean;
}

const LONGEST_CLAUSE = 240;
// "a paper titled: “"
const TITLED = /\b(?:titled|entitled|headlined|captioned)[,:]?\s*$/u;
// "While her agent told them that he “never sang,” Roe said": his words stand in the first clause.
const FIRST_CLAUSE =
  /^\W*(?:(?:but|and|yet)\s)?(?:even\s)?(?:while|when|as|although|though|after|because|whereas)\b/i;

/** What stands beside one quotation. */
interface Beside {
  readonly sentence: Utterance["sentence"];
  readonly behind: Attribution | null;
  readonly before: Attribution | null;
  /** It opens its sentence, or follows another's mark. */
  readonly opens: boolean;
  /** Nothing of its sentence follows it. */
  readonly closes: boolean;
  /** Where what leads up to it begins, and where its sentence ends. */
  readonly start: number;
  readonly end: number;
}

/** Says of what the rules take for an utterance whether it is somebody's words. */
export type Judge = (place: Place) => boolean;

/** Tells the quotations that someone uttered from terms, titles and scare quotes. */
export function findUtterances(
  text: AnalysedText,
  ground: Ground,
  quotations: readonly Quotation[],
  judge: Judge = isUttered,
): Utterance[] {
  const { body } = text;
  const utterances: Utterance[] = [];
  const sentenceAt = sentenceReader(text.sentences);
  quotations.forEach((quotation, index) => {
    const sentence = {
      first: sentenceAt(quotation.open),
      last: sentenceAt(Math.max(quotation.open, quotation.close - 1)),
    };
    const last = utterances.at(-1);
    const room = {
      start: last?.quotation.close ?? 0,
      end: quotations[index + 1]?.open ?? Infinity,
    };
    const beside = lookBeside(text, ground, quotation, sentence, room);
    const utterance = toUtterance(text, ground, quotation, index, beside, last);
    if (utterance === null) return;
    const { behind, before, opens, closes, ...place } = beside;
    const setting = { behind, before, opens, closes, resumes: utterance.resumes };
    const whole = { text, ground, quotation, setting, ...place };
    if (!judge(whole) && !opensRun(body, quotations, index)) return;
    const bereft = quotation.continues && (last?.index ?? -1) < headOf(quotations, index);
    utterances.push({ ...utterance, cut: isCutOff(whole), bereft });
  });
  return carriedBack(text, utterances);
}

/** An update reads: “A.⏎⏎“B.”: what a colon leads up to, and the next paragraph goes on with, is speech. */
function opensRun(body: string, quotations: readonly Quotation[], index: number): boolean {
  const { open = 0, closed = true, continues = true } = quotations[index] ?? {};
  if (closed || continues || quotations[index + 1]?.continues !== true) return false;
  return /:\s*$/u.test(body.slice(Math.max(0, open - 3), open));
}

/** The quotation that one of several paragraphs began with. */
function headOf(quotations: readonly Quotation[], index: number): number {
  let head = index;
  while (head > 0 && quotations[head]?.continues === true) head -= 1;
  return head;
}

/** “A.⏎⏎“B,” said Roe: where the last paragraph of a quotation says who speaks, all of it is theirs. */
function carriedBack(text: AnalysedText, utterances: readonly Utterance[]): Utterance[] {
  const carried: Utterance[] = [];
  for (const utterance of utterances.toReversed()) {
    const next = carried.at(-1);
    const goesOn =
      next?.index === utterance.index + 1 &&
      (next.quotation.continues || isCutByPage(text, utterance, next));
    const own = utterance.attribution !== null || utterance.resumes || !goesOn;
    carried.push(own ? utterance : { ...utterance, attribution: next.attribution });
  }
  return carried.toReversed();
}

/** “A.⏎⏎Advertisement⏎⏎“B,” said Roe: the marks of the one never closed, and only the page stands between. */
function isCutByPage(text: AnalysedText, one: Utterance, next: Utterance): boolean {
  return !one.quotation.closed && next.alone && isPageBetween(text, one.quotation, next.quotation);
}

/** Looks at the words around a quotation, no further than its sentence and its neighbours. */
function lookBeside(
  text: AnalysedText,
  ground: Ground,
  quotation: Quotation,
  sentence: Utterance["sentence"],
  room: Range,
): Beside {
  const { body, tokens, sentences } = text;
  const { open, close } = quotation;
  const ended = endsSentence(body, quotation);
  // In copy that lost its marks a sentence may seem to end in them: ?We wait,? Reed said.
  const comma = body.charAt(quotation.end) === ",";
  const end = Math.min(limitOf(sentences, sentence.last, close, ended, comma), room.end);
  const from = tokenAt(tokens, close);
  const behind = quotation.closed
    ? attributionBehind(ground, from, tokenAt(tokens, end), ended)
    : null;
  const start = Math.max(startOf(text, sentence.first, quotation), room.start);
  const before = attributionBefore(ground, tokenAt(tokens, start), tokenAt(tokens, open));
  const alone = behind === null && before === null && ended;
  const next = alone ? nextOf(text, ground, sentence.last, close, room.end) : null;
  const prior = alone && next === null ? priorOf(text, ground, sentence.first, quotation) : null;
  const credit =
    alone && next === null && prior === null ? creditOf(text, ground, quotation, sentence) : null;
  const opens =
    isBlank(body, start, open) || /[.!?:”"]\s*$/u.test(body.slice(Math.max(0, open - 3), open));
  const closes = isBlank(body, close, Math.min(sentences[sentence.last]?.end ?? 0, end));
  return { sentence, behind: behind ?? next ?? prior ?? credit, before, opens, closes, start, end };
}

/** The line of its own, below or above, that says whose words a paragraph in marks is. */
function creditOf(
  text: AnalysedText,
  ground: Ground,
  { open, close, passage }: Quotation,
  sentence: Utterance["sentence"],
): Attribution | null {
  const { body, passages } = text;
  const around = passages[passage];
  if (!isBlank(body, around?.start ?? 0, open)) return null;
  return (
    creditBelow(text, ground, sentence.last, close) ?? creditAbove(text, ground, sentence.first)
  );
}

/** The attribution in the sentence behind a quotation that has none in its own. */
function nextOf(
  { body, tokens, sentences }: AnalysedText,
  ground: Ground,
  last: number,
  close: number,
  bound: number,
): Attribution | null {
  const next = sentences[last + 1];
  if (next === undefined || next.start >= bound || !isBlank(body, close, next.start)) return null;
  return attributionNext(ground, tokenAt(tokens, next.start), tokenAt(tokens, next.end));
}

/** The attribution that ends the sentence before a quotation, in its paragraph. */
function priorOf(
  { body, tokens, sentences }: AnalysedText,
  ground: Ground,
  first: number,
  { open }: Quotation,
): Attribution | null {
  const own = sentences[first];
  const prior = sentences[first - 1];
  if (prior === undefined || prior.passage !== own?.passage) return null;
  if (!isBlank(body, prior.end, open)) return null;
  return attributionPrior(ground, tokenAt(tokens, prior.start), tokenAt(tokens, prior.end));
}

/** 2. "Not my signature": a heading, or an item of a list that is nothing but words in marks without a stop. */
function isHeading(
  body: string,
  passage: Passage | undefined,
  { open, close, start, end }: Quotation,
): boolean {
  if (passage?.kind === "heading") return true;
  if (passage?.kind !== "item") return false;
  const mark = itemMarkLength(body.slice(passage.start, passage.end));
  const whole = isBlank(body, passage.start + mark, open) && isBlank(body, close, passage.end);
  return whole && !/[.!?…]$/u.test(body.slice(start, end));
}

/** Words on a thing are nobody's: A sign on the door said “Out of order”. */
function isInscribed({ tokens }: AnalysedText, attribution: Attribution | null): boolean {
  const subject = attribution?.subject ?? null;
  if (subject?.form !== "description") return false;
  const words = tokens.slice(subject.first, subject.last + 1).map(({ lower }) => lower);
  const behind = words.findIndex((word) => LINKS.has(word));
  const head = (behind > 0 ? words.slice(0, behind) : words).at(-1) ?? "";
  return INSCRIBED_NOUNS.has(head);
}

/** On the 1971 single the singer pleads, “Leave the light on”: the words of a song, a play, a film. */
function isPerformed(
  { tokens, sentences, body }: AnalysedText,
  attribution: Attribution | null,
  index: number,
): boolean {
  const subject = attribution?.subject ?? null;
  if (subject?.form !== "description" || attribution === null) return false;
  if (!PERFORMERS.has(tokens[subject.head]?.lower ?? "")) return false;
  return PERFORMED.test(body.slice(sentences[index]?.start, sentences[index]?.end));
}

const PERFORMERS: ReadonlySet<string> = new Set(
  "singer narrator character hero heroine chorus protagonist rapper actor actress".split(" "),
);
const PERFORMED =
  /\b(?:on|in|to|throughout) (?:the|a|an|his|her|its|their|one) (?:[\p{L}\p{N}-]+ ){0,3}(?:single|song|track|chorus|verse|refrain|lyrics?|ballad|anthem|duet|aria|opera|musical|play|film|movie|novel|sketch|scene)\b/iu;

function toUtterance(
  text: AnalysedText,
  ground: Ground,
  quotation: Quotation,
  index: number,
  { sentence, behind, before, opens, closes }: Beside,
  last: Utterance | undefined,
): Utterance | null {
  const { body, passages } = text;
  const passage = passages[quotation.passage];
  if (behind === null && before === null && isHeading(body, passage, quotation)) return null;
  const neighbours =
    last !== undefined && last.index === index - 1 && last.quotation.passage === quotation.passage;
  const gap = neighbours ? body.slice(last.quotation.close, quotation.open) : "";
  const resumes =
    neighbours &&
    (behind === null || behind.rule === "next sentence") &&
    resumesAfter(gap, last, before);
  if ([behind, before].some((one) => isInscribed(text, one))) return null;
  if ([behind, before].some((one) => isPerformed(text, one, sentence.first))) return null;
  if (TITLED.test(body.slice(Math.max(0, quotation.open - 14), quotation.open))) return null;
  // “A,” she said, and “b.” But: “A,” she said and called it “b”.
  const midway =
    resumes &&
    (/[,:—–]\s*$/u.test(gap) ||
      /^\s*(?:,\s*)?(?:and|or)\s*$/u.test(gap) ||
      /,\s(?:and|but|or)\s*$/u.test(gap));
  if (!isQuotable(body, quotation, { opens, closes, behind, before, resumes: midway })) return null;
  return {
    start: quotation.start,
    end: quotation.end,
    quotation,
    index,
    attribution: resumes ? null : choose(ground, behind, before, quotation),
    resumes,
    sentence,
    alone: isBlank(body, passage?.start ?? 0, quotation.open),
    interrupts: CUT_IN.test(gap),
    cut: false,
    bereft: false,
  };
}

// Asked by an aide, “Is it done?” Roe said it was: the aide's words, whoever answers.
const ASKED = /(?:^|[.!?”"\n]\s*)Asked by [^“”"\n;]{3,80},\s*$/u;
const LONGEST_ASKER = 110;

/** The nearer and firmer of two attributions: the one behind, unless what leads up to it ends in a colon. */
function choose(
  ground: Ground,
  behind: Attribution | null,
  before: Attribution | null,
  quotation: Quotation,
): Attribution | null {
  const { body } = ground;
  const asked = ASKED.test(body.slice(Math.max(0, quotation.open - LONGEST_ASKER), quotation.open));
  if (asked && behind !== null)
    return { ...behind, subject: before?.subject ?? null, rule: "set form" };
  if (behind === null || before === null) return behind ?? before;
  if (isPassedOn(ground, before, behind)) return before;
  const colon = /:\s*$/u.test(body.slice(Math.max(0, quotation.open - 3), quotation.open));
  if (colon) return before;
  // Reed said that “the visit will go ahead.” Mori disagreed.
  const that = /\bthat\s*$/u.test(body.slice(Math.max(0, quotation.open - 6), quotation.open));
  const leads = before.subject !== null && (before.tied || that);
  if (leads && body.charAt(quotation.end - 1) === ".") return before;
  const { first = 0 } = before.cue ?? {};
  const led = body.slice(Math.max(0, quotation.open - LONGEST_CLAUSE), quotation.open);
  const clause = led.slice(Math.max(led.lastIndexOf(". ") + 1, led.lastIndexOf("\n") + 1));
  if (first > 0 && before.subject !== null && FIRST_CLAUSE.test(clause) && !/[,:]\s*$/u.test(led))
    return before;
  const comma = /^["'”’]?,|,["'”’]$/u.test(body.slice(quotation.end, quotation.end + 2));
  return comma || !before.tied ? behind : before;
}

/** He said, “I'll burn it down,” the office said: his words, and the office only tells of them. */
function isPassedOn(ground: Ground, { cue, subject }: Attribution, behind: Attribution): boolean {
  if (cue === null || subject === null || behind.subject === null) return false;
  const beside = ground.tokens[cue.last + 1]?.lower === ",";
  if (!beside || cueAt(ground, cue.first)?.form !== "past") return false;
  const teller = kindOf(ground, behind.subject);
  return behind.subject.form !== "pronoun" && teller !== "person";
}

/** “A,” he said, “b”: the words between are the attribution of the first, and of the second too. */
function resumesAfter(gap: string, last: Utterance, lead: Attribution | null): boolean {
  if (last.attribution === null || gap.length > 220) return false;
  // “Tell her,” Ebel said, and her husband cut in. “Don't forget”
  if (CUT_IN.test(gap)) return false;
  if (last.attribution.rule === "before") return lead === null;
  if (lead === null) return true;
  // “Will you go?” The minister: “I will not.”
  if (lead.rule === "colon") return false;
  const { cue } = last.attribution;
  return lead.cue === null || cue === null || lead.cue.first === cue.first;
}
