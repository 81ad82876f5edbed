import type { Token } from "#core/text/token.ts";
import { issuedBefore } from "./issued.ts";
import { leadingSubject } from "./leading-subject.ts";
import type { Ground, NounPhrase } from "./noun-phrase.ts";
import { isHead, plain } from "./noun-phrase.ts";
import { phraseEndingAt } from "./phrase-before.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { type Attribution, accordingTo, DASH, FURTHEST_CUE, make } from "./speech.ts";
import { COUPLERS, cueAt, isPassive } from "./spoken.ts";
import { subjectOf, tellsOfAnother } from "./subject.ts";

/** What words are given in: "in a statement on Monday". */
const STATEMENTS: ReadonlySet<string> = new Set(
  "statement letter email e-mail post message note tweet release video speech interview reply memo".split(
    " ",
  ),
);
const LONGEST_ASIDE = 8;

/** Reads the attribution that leads up to a quotation: `Dar said: “`, `told reporters, “`. */
export function attributionBefore(ground: Ground, bound: number, to: number): Attribution | null {
  const { tokens } = ground;
  const end = to - 1;
  const last = tokens[end];
  if (end < bound || last === undefined) return null;
  const tied = last.lower === "," || last.lower === ":" || cueAt(ground, end) !== null;
  const issued = issuedBefore(ground, bound, to);
  if (issued !== null) return issued;
  if (isRetelling(ground, bound, end))
    return make(null, { first: end - 1, last: end - 1 }, "before");
  const opening = tokens[bound]?.lower === "according" ? accordingTo(ground, bound, to) : null;
  const floor = Math.max(bound, to - FURTHEST_CUE);
  let unowned: Attribution | null = null;
  for (let verb = end; verb >= floor; verb -= 1) {
    const cue = cueAt(ground, verb);
    // "Dent sighed: “" speaks, "Dent sighed and left, “" does not.
    if (cue === null || (cue.use === "manner" && !(tied && verb === end - 1))) continue;
    // "asked about a remark that Roe made—“": her remark, and nobody asks it.
    if (cue.verb === "ask" && tokens[verb + 1]?.lower === "about") continue;
    if (isPassive(ground, verb, cue)) {
      const quoted = passiveBefore(ground, verb, bound, to);
      if (quoted === null || opening !== null) continue;
      return { ...quoted, tied };
    }
    const subject =
      quotedBefore(ground, verb, bound) ??
      subjectOf(ground, verb, bound) ??
      invertedBefore(ground, verb, bound, to);
    // A cue right at the mark shows that someone speaks, even where it doesn't show who.
    const made = make(subject, { first: verb, last: verb }, "before", cue.commitment);
    const found = { ...made, tied, naming: cue.use === "name", shouting: cue.use === "shout" };
    // "According to the release, Roe said: “": Roe said it, and the release tells so.
    const isOwn =
      opening === null || (tied && (subject?.first ?? 0) > (opening.subject?.last ?? verb));
    if (subject !== null && isOwn)
      return tied && tellsOfAnother(ground, subject, verb) ? { ...found, subject: null } : found;
    if (opening === null && tied && isAtMark(ground, verb, end)) unowned ??= found;
  }
  if (opening !== null) return { ...opening, tied };
  return unowned ?? (last.lower === ":" ? byColon(ground, bound, to) : null);
}

/** "And I go, “", "and she was like, “": somebody's turn in talk that is retold, and not who spoke before. */
function isRetelling({ tokens }: Ground, bound: number, end: number): boolean {
  if (tokens[end]?.lower !== "," || !/^(?:go|goes|went|like)$/u.test(tokens[end - 1]?.lower ?? ""))
    return false;
  const words = tokens.slice(Math.max(bound, end - 4), end - 1);
  return words.some(({ lower }) => /^(?:i|we|you|he|she|they)(?:['’](?:m|re|s))?$/u.test(lower));
}

function isAtMark({ tokens }: Ground, verb: number, end: number): boolean {
  for (let at = verb + 1; at <= end; at += 1) {
    const word = tokens[at];
    if (word?.kind === "mark" && at < end) return false;
  }
  return end - verb < 6;
}

/** "Said Ann Roe: “", "And, says Roe, “" */
function invertedBefore(
  ground: Ground,
  verb: number,
  bound: number,
  to: number,
): NounPhrase | null {
  const opening = ground.tokens.slice(bound, verb);
  const small = ({ kind, lower }: Token) => kind === "mark" || COUPLERS.has(lower);
  return opening.length < 3 && opening.every(small) ? phraseOpeningAt(ground, verb + 1, to) : null;
}

/** "was quoted as saying: “", "was told by Smith, “" */
function passiveBefore(
  ground: Ground,
  verb: number,
  bound: number,
  to: number,
): Attribution | null {
  const { tokens } = ground;
  if (tokens[verb]?.lower === "quoted" && tokens[verb + 1]?.lower === "as") {
    const subject = leadingSubject(ground, verb, bound);
    return subject === null ? null : make(subject, { first: verb, last: verb }, "before");
  }
  if (tokens[verb + 1]?.lower !== "by") return null;
  const subject = phraseOpeningAt(ground, verb + 2, to);
  return subject === null ? null : make(subject, { first: verb, last: verb }, "before");
}

/** "The Wire quoted Ann Roe, its founder, as saying “": Roe said it. */
function quotedBefore(ground: Ground, verb: number, bound: number): NounPhrase | null {
  const { tokens } = ground;
  if (tokens[verb]?.lower !== "saying" || tokens[verb - 1]?.lower !== "as") return null;
  for (let at = verb - 2; at > Math.max(bound, verb - LONGEST_OBJECT); at -= 1)
    if (QUOTES.test(tokens[at]?.lower ?? "")) return phraseOpeningAt(ground, at + 1, verb - 1);
  return null;
}
const QUOTES = /^(?:quot|cit)(?:es?|ed|ing)$/u;
const LONGEST_OBJECT = 25;

/** A label that is someone, as "The minister: “" is; a "question:" or "The result:" is none. */
function isSpeaker({ tokens }: Ground, { form, last, head }: NounPhrase): boolean {
  const noun = tokens[Math.min(head, last)]?.lower ?? "";
  return form === "description" && isHead(noun);
}

/** "The ministry, in a statement: “": a colon behind what the words stand in. */
function inStatement(ground: Ground, bound: number, to: number): Attribution | null {
  const { tokens } = ground;
  let at = to - 2;
  let stated = false;
  while (at > bound && to - at < LONGEST_ASIDE && tokens[at]?.lower !== ",") {
    stated ||= STATEMENTS.has(tokens[at]?.lower ?? "");
    at -= 1;
  }
  if (!stated) return null;
  const next = tokens[at + 1]?.lower ?? "";
  if (tokens[at]?.lower !== "," || (next !== "in" && next !== "on")) return null;
  const subject = phraseEndingAt(ground, at - 1, bound);
  if (subject === null || subject.first !== bound) return null;
  const named = subject.form === "name" || isSpeaker(ground, subject);
  return named ? make(subject, null, "colon") : null;
}

/** "Smith was blunt: “We lost.”" */
function byColon(ground: Ground, bound: number, to: number): Attribution | null {
  const label = phraseEndingAt(ground, to - 2, bound);
  // "Q: “Why?”" is no name.
  if (/^(?:q|a|question|answer)$/u.test(ground.tokens[to - 2]?.lower ?? "")) return null;
  const opens =
    label !== null &&
    (label.first === bound || DASH.test(ground.tokens[label.first - 1]?.lower ?? ""));
  if (opens && (label.form === "name" || isSpeaker(ground, label)))
    return { ...make(label, null, "colon"), tied: true };
  const on = ofAnother(ground, to);
  if (on !== null) return on;
  const stated = inStatement(ground, bound, to);
  if (stated !== null) return stated;
  const subject = leadingSubject(ground, to - 1, bound);
  if (subject === null || subject.form === "description") return null;
  // "She shared a page, which contains the following statement: “": the page contains it.
  const clause = tokensBetween(ground, subject.last, to).some(({ lower }) => lower === "which");
  if (clause) return null;
  if (subject.name !== null && !ground.isPerson(subject.name)) return null;
  // "He faced long questions, including: “"
  if (/^(?:including|as|like|example)$/u.test(ground.tokens[to - 2]?.lower ?? "")) return null;
  return { ...make(subject, null, "colon"), tied: true };
}

function tokensBetween({ tokens }: Ground, from: number, to: number): readonly Token[] {
  return tokens.slice(from + 1, to);
}

/** "Rivers on Carter: “": the first speaks, of the second. */
function ofAnother({ tokens, nameEnding }: Ground, to: number): Attribution | null {
  const other = nameEnding.get(to - 2);
  const on = (other?.run.first ?? 0) - 1;
  const name = tokens[on]?.lower === "on" ? nameEnding.get(on - 1) : undefined;
  if (name === undefined || tokens[name.run.first - 1]?.kind === "word") return null;
  return make(plain(name.run.first, on - 1, "name", name, on - 1), null, "colon");
}
