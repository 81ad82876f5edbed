import type { Commitment } from "./cue-lexicon.ts";
import { adjoins } from "./name.ts";
import { type Ground, type NounPhrase, phraseEndingAt, phraseOpeningAt } from "./noun-phrase.ts";
import type { Quotation } from "./quotation-marks.ts";
import { cueAt, isPassive, leadingSubject, subjectOf } from "./subject.ts";
import {
  DAYS_AND_MONTHS,
  isAdverb,
  isAdverbToken,
  isFunctionWord,
  PREPOSITIONS,
} from "./word-class.ts";

/** Words of the article that say who speaks. */
export interface Attribution {
  /** `null` where a cue stands there, but the article doesn't show plainly whose it is. */
  readonly subject: NounPhrase | null;
  /** Token indexes of the cue, both inclusive; `null` where a colon or a dash stands for one. */
  readonly cue: { readonly first: number; readonly last: number } | null;
  readonly commitment: Commitment;
  /** Takes a term, not a quotation: "called", "dubbed". */
  readonly naming: boolean;
  /** Takes any words, however few: "chanted", "shouted". */
  readonly shouting: boolean;
  /** Where it was found, for those who ask why. */
  readonly rule:
    | "inverted"
    | "behind"
    | "according to"
    | "dash"
    | "next sentence"
    | "before"
    | "colon"
    | "indirect";
  /** Stands right beside the quotation, with the comma or colon that ties them. */
  readonly tied: boolean;
}

const FURTHEST_CUE = 45;
const DASH = /^[—–―-]$/u;

/** Reads the attribution that follows a quotation: `,” said Dar`, `,” Dar told reporters`. */
export function attributionBehind(
  ground: Ground,
  from: number,
  limit: number,
  ended: boolean,
): Attribution | null {
  const { tokens } = ground;
  const dash = DASH.test(tokens[from]?.lower ?? "");
  let at = from;
  while (at < limit && (tokens[at]?.lower === "," || DASH.test(tokens[at]?.lower ?? ""))) at += 1;
  if (at >= limit) return null;
  return (
    accordingTo(ground, at, limit) ??
    inverted(ground, at, limit) ??
    subjectFirst(ground, at, limit, ended) ??
    (dash ? signed(ground, at, limit) : null)
  );
}

/** "according to police" at a token. */
export function accordingTo(ground: Ground, at: number, limit: number): Attribution | null {
  const { tokens } = ground;
  if (tokens[at]?.lower !== "according" || tokens[at + 1]?.lower !== "to") return null;
  const subject = phraseOpeningAt(ground, at + 2, limit);
  if (subject === null) return null;
  let { last } = subject;
  // "news reports": here no verb can follow that would end the phrase.
  while (subject.form === "description" && last + 1 < limit && isPlainWord(ground, last + 1))
    last += 1;
  return make({ ...subject, last }, { first: at, last: at + 1 }, "according to");
}

function isPlainWord({ body, tokens }: Ground, at: number): boolean {
  const word = tokens[at];
  if (word?.kind !== "word" || !adjoins(body, tokens[at - 1], word)) return false;
  return !isFunctionWord(word.lower) && !/(?:ed|ing)$/u.test(word.lower);
}

function inverted(ground: Ground, at: number, limit: number): Attribution | null {
  let verb = at;
  while (verb < limit && verb - at < 2 && isAdverbAt(ground, verb)) verb += 1;
  const cue = cueAt(ground, verb) ?? sayAt(ground, verb);
  if (cue === null || cue.form === "participle" || cue.use === "name") return null;
  if (cue.form === "base" && cue.verb !== "read") return null;
  let next = verb + 1;
  while (next < limit && next - verb < 3 && isAdverbAt(ground, next)) next += 1;
  const subject = phraseOpeningAt(ground, next, limit);
  if (subject === null) return null;
  return make(subject, { first: verb, last: verb }, "inverted", cue.commitment);
}

function isAdverbAt({ tokens }: Ground, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && isAdverbToken(token);
}

/** Behind a quotation, "says" and "adds" are verbs with no word before them to show it. */
function sayAt({ tokens }: Ground, at: number): ReturnType<typeof cueAt> {
  const lower = tokens[at]?.lower ?? "";
  return /^(?:adds|asks|writes|explains|notes|argues|insists|recalls|warns|continues|reads?)$/u.test(
    lower,
  )
    ? { verb: lower, form: "present", use: "say", commitment: "neutral" }
    : null;
}

function subjectFirst(
  ground: Ground,
  at: number,
  limit: number,
  ended: boolean,
): Attribution | null {
  const furthest = Math.min(limit, at + (ended ? 12 : FURTHEST_CUE));
  for (let verb = at + 1; verb < furthest; verb += 1) {
    const cue = cueAt(ground, verb);
    if (cue === null || cue.form === "participle") continue;
    if (isPassive(ground, verb, cue)) {
      const quoted = quotedAsSaying(ground, at, verb);
      if (quoted !== null) return quoted;
      continue;
    }
    const subject = subjectOf(ground, verb, at);
    if (subject === null || !opensWith(ground, subject, at)) continue;
    if (ended && !endsPlainly(ground, verb, limit)) return null;
    return make(subject, { first: verb, last: verb }, "behind", cue.commitment);
  }
  return null;
}

/**
 * Behind a full stop, question or exclamation mark the sentence may be a new one: it is the
 * quotation's attribution only where nothing is said in it. “Why?” he asked the crowd. But: “No.”
 * Dar said that he would wait.
 */
function endsPlainly({ tokens }: Ground, verb: number, limit: number): boolean {
  const next = tokens[verb + 1];
  if (verb + 1 >= limit || next === undefined || next.kind === "mark") return true;
  const hears = /^(?:told|asked|tells|asks|urged|reminded|warned|thanked)$/u.test(
    tokens[verb]?.lower ?? "",
  );
  const clause = tokens
    .slice(verb + 1, Math.min(limit, verb + 9))
    .some(({ lower }) => lower === "that");
  if (clause) return false;
  if (hears) return !/^(?:if|whether|why|how|to)$/u.test(next.lower);
  return (
    PREPOSITIONS.has(next.lower) ||
    isAdverb(next.lower) ||
    /^(?:when|while|as|on|again|back|last|this|next|recently)$/u.test(next.lower) ||
    DAYS_AND_MONTHS.has(next.lower)
  );
}

/** "he was quoted as saying" */
function quotedAsSaying(ground: Ground, at: number, verb: number): Attribution | null {
  const { tokens } = ground;
  if (tokens[verb]?.lower !== "quoted") return null;
  let end = verb - 1;
  while (
    end >= at &&
    /^(?:is|are|was|were|been|being|has|have|had|also|later|widely)$/u.test(
      tokens[end]?.lower ?? "",
    )
  )
    end -= 1;
  const subject = phraseEndingAt(ground, end, at);
  return subject === null || !opensWith(ground, subject, at)
    ? null
    : make(subject, { first: verb, last: verb }, "behind");
}

/** Says whether nothing but small words stand between a quotation and its attribution's subject. */
function opensWith({ tokens }: Ground, { first }: NounPhrase, at: number): boolean {
  // "CBS This Morning co-anchor Ann Reed": a show's name hides its "This".
  const titled =
    first - at < 8 &&
    tokens[at]?.capital === true &&
    tokens.slice(at, first).every(({ capital, kind, lower }) => {
      return capital || kind === "possessive" || /^(?:and|of|for|the|&)$/u.test(lower);
    });
  if (titled) return true;
  for (let word = at; word < first; word += 1) {
    if (!/^(?:as|so|then|and|but|or|the|is|was|what|how)$/u.test(tokens[word]?.lower ?? ""))
      return false;
  }
  return first - at < 3;
}

/** "…” — Ishaq Dar" */
function signed(ground: Ground, at: number, limit: number): Attribution | null {
  const subject = phraseOpeningAt(ground, at, limit);
  if (subject === null || subject.form === "pronoun") return null;
  const named = ground.tokens.slice(subject.first, subject.last + 1);
  if (subject.form === "description" && (named.length < 2 || named.some(({ capital }) => !capital)))
    return null;
  const next = ground.tokens[subject.last + 1];
  const ends = subject.last + 1 >= limit || next === undefined || /^[,.(]$/u.test(next.lower);
  return ends ? make(subject, null, "dash") : null;
}

/** Reads the attribution that leads up to a quotation: `Dar said: “`, `told reporters, “`. */
export function attributionBefore(ground: Ground, bound: number, to: number): Attribution | null {
  const { tokens } = ground;
  const end = to - 1;
  const last = tokens[end];
  if (end < bound || last === undefined) return null;
  const tied = last.lower === "," || last.lower === ":" || cueAt(ground, end) !== null;
  const opening = tokens[bound]?.lower === "according" ? accordingTo(ground, bound, to) : null;
  if (opening !== null) return { ...opening, tied };
  const floor = Math.max(bound, to - FURTHEST_CUE);
  let unowned: Attribution | null = null;
  for (let verb = end; verb >= floor; verb -= 1) {
    const cue = cueAt(ground, verb);
    if (cue === null || cue.use === "manner") continue;
    if (isPassive(ground, verb, cue)) {
      const quoted = passiveBefore(ground, verb, bound, to);
      if (quoted === null) continue;
      return { ...quoted, tied };
    }
    const subject = subjectOf(ground, verb, bound) ?? invertedBefore(ground, verb, bound, to);
    // A cue right at the mark shows that someone speaks, even where it doesn't show who.
    const made = make(subject, { first: verb, last: verb }, "before", cue.commitment);
    const found = { ...made, tied, naming: cue.use === "name", shouting: cue.use === "shout" };
    if (subject !== null) return found;
    if (tied && isAtMark(ground, verb, end)) unowned ??= found;
  }
  return unowned ?? (last.lower === ":" ? byColon(ground, bound, to) : null);
}

function isAtMark({ tokens }: Ground, verb: number, end: number): boolean {
  for (let at = verb + 1; at <= end; at += 1) {
    const word = tokens[at];
    if (word?.kind === "mark" && at < end) return false;
  }
  return end - verb < 6;
}

function invertedBefore(
  ground: Ground,
  verb: number,
  bound: number,
  to: number,
): NounPhrase | null {
  return verb === bound ? phraseOpeningAt(ground, verb + 1, to) : null;
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

/** "Smith was blunt: “We lost.”" */
function byColon(ground: Ground, bound: number, to: number): Attribution | null {
  const label = phraseEndingAt(ground, to - 2, bound);
  const opens =
    label !== null &&
    (label.first === bound || DASH.test(ground.tokens[label.first - 1]?.lower ?? ""));
  if (opens && label.form === "name") return { ...make(label, null, "colon"), tied: true };
  const subject = leadingSubject(ground, to - 1, bound);
  if (subject === null || subject.form === "description") return null;
  if (subject.name !== null && !ground.isPerson(subject.name)) return null;
  // "He faced long questions, including: “"
  if (/^(?:including|as|like|example)$/u.test(ground.tokens[to - 2]?.lower ?? "")) return null;
  return { ...make(subject, null, "colon"), tied: true };
}

function make(
  subject: NounPhrase | null,
  cue: Attribution["cue"],
  rule: Attribution["rule"],
  commitment: Commitment = "neutral",
): Attribution {
  return { subject, cue, commitment, naming: false, shouting: false, rule, tied: true };
}

/** Where a quotation's words end a sentence of their own. */
export function endsSentence(body: string, { end }: Quotation): boolean {
  return /[.!?…]["'’”)\]]*$/u.test(body.slice(Math.max(0, end - 4), end));
}
