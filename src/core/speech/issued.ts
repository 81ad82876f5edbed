import { DETERMINERS, isAdverbToken } from "#core/text/word-class.ts";
import type { Ground } from "./noun-phrase.ts";
import { phraseEndingAt } from "./phrase-before.ts";
import { type Attribution, make } from "./speech.ts";

const ISSUES = /^(?:issued|released|posted|published|shared)$/u;
const PAPERS =
  /^(?:statement|update|message|letter|post|email|e-mail|notice|appeal|tweet|memo|reply|response)$/u;
const READS = /^(?:saying|said|reads?|reading|stating|stated|says)$/u;
const BETWEEN = /^(?:has|have|had|later|also|then|since)$/u;
const LONGEST_NAME = 5;
const LONGEST_REST = 16;

/**
 * "The family issued an update last week, which reads: “", "Tarn Power released a separate statement saying, “":
 * what stands in a paper is said by whoever put it out, and not by whoever spoke before.
 */
export function issuedBefore(ground: Ground, bound: number, to: number): Attribution | null {
  const { tokens } = ground;
  const end = /^[,:]$/u.test(tokens[to - 1]?.lower ?? "") ? to - 2 : to - 1;
  const colon = tokens[to - 1]?.lower === ":";
  const reads = READS.test(tokens[end]?.lower ?? "") ? end : null;
  if (reads === null && !colon) return null;
  for (let verb = end; verb > bound && end - verb < LONGEST_REST; verb -= 1) {
    if (!ISSUES.test(tokens[verb]?.lower ?? "")) continue;
    const paper = paperBehind(ground, verb);
    if (paper === null || paper > end || !isOfPaper(ground, paper, reads)) return null;
    let before = verb - 1;
    while (isBetween(ground, before)) before -= 1;
    const subject = phraseEndingAt(ground, before, bound);
    if (subject === null || !opens(ground, subject.first, bound)) return null;
    const last = reads ?? verb;
    return make(subject, { first: last, last }, "set form");
  }
  return null;
}

/** The sentence's subject: it opens it, or stands behind the comma of what opens it. */
function opens({ tokens }: Ground, first: number, bound: number): boolean {
  return first === bound || tokens[first - 1]?.lower === ",";
}

function isBetween({ tokens }: Ground, at: number): boolean {
  const word = tokens[at];
  return word !== undefined && (BETWEEN.test(word.lower) || isAdverbToken(word));
}

/** "an encouraging update" */
function paperBehind({ tokens }: Ground, verb: number): number | null {
  if (!DETERMINERS.has(tokens[verb + 1]?.lower ?? "")) return null;
  for (let at = verb + 2; at <= verb + LONGEST_NAME; at += 1) {
    if (tokens[at]?.kind !== "word") return null;
    if (PAPERS.test(tokens[at]?.lower ?? "")) return at;
  }
  return null;
}

/** "a statement saying", "an update, which reads"; but not "a statement after Roe said". */
function isOfPaper({ tokens }: Ground, paper: number, reads: number | null): boolean {
  if (reads === null || reads === paper + 1) return true;
  const before = tokens[reads - 1]?.lower ?? "";
  const participle = /ing$/u.test(tokens[reads]?.lower ?? "");
  return /^(?:which|that)$/u.test(before) || (before === "," && participle);
}
