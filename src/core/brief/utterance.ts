import type { AnalysedText } from "./analysed.ts";
import type { Ground } from "./noun-phrase.ts";
import { isQuotable } from "./quotable.ts";
import type { Quotation } from "./quotation-marks.ts";
import { type Attribution, attributionBefore, attributionBehind, endsSentence } from "./speech.ts";
import type { Range, Sentence } from "./text.ts";
import { tokenAt } from "./token.ts";

const CUT_IN = /,\s(?:and|but|while|as)\s(?:\p{Lu}|(?:s?he|they|his|her|the|an?)\s)/u;

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
}

/** Tells the quotations that someone uttered from terms, titles and scare quotes. */
export function findUtterances(
  text: AnalysedText,
  ground: Ground,
  quotations: readonly Quotation[],
): Utterance[] {
  const { body, tokens, sentences, passages } = text;
  const utterances: Utterance[] = [];
  const ends = sentenceReader(sentences);
  quotations.forEach((quotation, index) => {
    const next = quotations[index + 1];
    const here = ends(quotation.open);
    const there = ends(Math.max(quotation.open, quotation.close - 1));
    const heading = passages[quotation.passage]?.kind === "heading";
    // Behind the closing mark: to the sentence's end or the next quotation.
    const ended = endsSentence(body, quotation);
    const behindEnd = Math.min(
      limitOf(sentences, there, quotation.close, ended),
      next?.open ?? Infinity,
    );
    const from = tokenAt(tokens, quotation.close);
    const limit = tokenAt(tokens, behindEnd);
    const behind = quotation.closed ? attributionBehind(ground, from, limit, ended) : null;
    // Before the opening mark: back to the sentence's start or the last quotation.
    const opening = Math.max(
      startOf(text, here, quotation),
      utterances.at(-1)?.quotation.close ?? 0,
    );
    const bound = tokenAt(tokens, opening);
    const to = tokenAt(tokens, quotation.open);
    const lead = attributionBefore(ground, bound, to);
    const last = utterances.at(-1);
    const broken =
      last !== undefined &&
      last.index === index - 1 &&
      last.quotation.passage === quotation.passage;
    const gap = broken ? body.slice(last.quotation.close, quotation.open) : "";
    const resumes = broken && behind === null && resumesAfter(gap, last, lead);
    const setting = {
      opens:
        isBlank(body, opening, quotation.open) ||
        /[.!?:”"]\s*$/u.test(body.slice(Math.max(0, quotation.open - 3), quotation.open)),
      closes: isBlank(body, quotation.close, Math.min(sentences[there]?.end ?? 0, behindEnd)),
      behind,
      before: lead,
      resumes: resumes && /[,:—–]\s*$/u.test(gap),
    };
    if (heading && behind === null && lead === null) return;
    if (!isQuotable(body, quotation, setting)) return;
    const attribution = resumes ? null : choose(behind, lead, body, quotation);
    const passage = passages[quotation.passage];
    const alone = isBlank(body, passage?.start ?? 0, quotation.open);
    const { start, end } = quotation;
    const sentence = { first: here, last: there };
    utterances.push({
      start,
      end,
      quotation,
      index,
      attribution,
      resumes,
      sentence,
      alone,
      interrupts: CUT_IN.test(gap),
    });
  });
  return utterances;
}

function isBlank(body: string, start: number, end: number): boolean {
  return start >= end || body.slice(start, end).trim() === "";
}

/** The nearer and firmer of two attributions: the one behind, unless what leads up to it ends in a colon. */
function choose(
  behind: Attribution | null,
  before: Attribution | null,
  body: string,
  quotation: Quotation,
): Attribution | null {
  if (behind === null || before === null) return behind ?? before;
  const colon = /:\s*$/u.test(body.slice(Math.max(0, quotation.open - 3), quotation.open));
  if (colon) return before;
  const comma = /^["'”’]?,|,["'”’]$/u.test(body.slice(quotation.end, quotation.end + 2));
  return comma || !before.tied ? behind : before;
}

/** “A,” he said, “b”: the words between are the attribution of the first, and of the second too. */
function resumesAfter(gap: string, last: Utterance, lead: Attribution | null): boolean {
  if (last.attribution === null || gap.length > 220) return false;
  // “Tell her,” Ebel said, and her husband cut in. “Don't forget”
  if (CUT_IN.test(gap)) return false;
  if (last.attribution.rule === "before") return lead === null;
  const own =
    lead !== null &&
    lead.cue !== null &&
    last.attribution.cue !== null &&
    lead.cue.first !== last.attribution.cue.first;
  return !own;
}

function sentenceReader(sentences: readonly Sentence[]): (offset: number) => number {
  let at = 0;
  return (offset) => {
    while (at + 1 < sentences.length && (sentences[at + 1]?.start ?? Infinity) <= offset) at += 1;
    while (at > 0 && (sentences[at]?.start ?? 0) > offset) at -= 1;
    return at;
  };
}

/** Where the words behind a quotation stop: its sentence's end. */
function limitOf(
  sentences: readonly Sentence[],
  index: number,
  close: number,
  ended: boolean,
): number {
  const sentence = sentences[index];
  if (sentence === undefined) return close;
  if (sentence.end > close) return sentence.end;
  const next = sentences[index + 1];
  return ended && next?.passage === sentence.passage ? next.end : close;
}

/** Where the words that lead up to a quotation begin: its sentence, or the one before that ends in a colon. */
function startOf({ body, sentences }: AnalysedText, index: number, { open }: Quotation): number {
  const sentence = sentences[index];
  if (sentence === undefined) return open;
  const start = Math.min(sentence.start, open);
  if (!isBlank(body, start, open)) return start;
  const before = sentences[index - 1];
  if (before === undefined) return start;
  // Dar stated,⏎⏎“We are ready.”
  const colon = /:\s*$/u.test(body.slice(Math.max(0, before.end - 2), start));
  const comma = before.passage !== sentence.passage && body.charAt(before.end - 1) === ",";
  return colon || comma ? before.start : start;
}
