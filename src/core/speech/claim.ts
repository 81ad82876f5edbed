import type { Range } from "#core/text/text.ts";
import { AUXILIARIES, isAdverbToken, PREPOSITIONS } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import type { Commitment } from "./cue-lexicon.ts";
import { speaks } from "./leading-subject.ts";
import type { Ground, NounPhrase } from "./noun-phrase.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { type Attribution, accordingTo } from "./speech.ts";
import { cueAt, pointsAt } from "./spoken.ts";
import { subjectOf } from "./subject.ts";

/** Indirect speech: a stretch of text that someone other than the writer answers for. */
export interface Claim extends Range {
  /** The fullest form of the owner's name; as described where it has none; `null` where unsettled. */
  readonly owner: string | null;
  /** The words that name the owner here. */
  readonly ownerStart: number;
  readonly ownerEnd: number;
  /** As printed: `said`, `according to`. */
  readonly cue: string;
  readonly commitment: Commitment;
  /** The attribution's own words, with the comma that sets them off: `, Dar said`. */
  readonly attributionStart: number;
  readonly attributionEnd: number;
}

/** A claim whose owner is not resolved yet. */
export interface FoundClaim extends Range {
  readonly attribution: Attribution;
  readonly attributionStart: number;
  readonly attributionEnd: number;
}

/** Verbs that take a clause with no "that" before it. */
const PLAIN_SPEECH: ReadonlySet<string> = new Set(
  `say add claim argue believe think hope insist note warn confirm suggest predict allege
  acknowledge admit explain maintain concede tell assert contend reveal announce declare agree deny
  recall stress reiterate`.split(/\s+/),
);
/** Those of them that take a thing as well: "denies the charge". */
const TAKES_NOUN: ReadonlySet<string> = new Set(["deny", "admit", "acknowledge", "recall"]);
const MOST_BETWEEN = 9;
const LONGEST_CLOSE = 14;

/** Finds the claims of one sentence, its tokens from `first` to before `end`. */
export function findClaims(
  ground: Ground,
  first: number,
  end: number,
  isSpoken: (token: number) => boolean,
): FoundClaim[] {
  const claims: FoundClaim[] = [];
  for (let at = first; at < end; at += 1) {
    if (isSpoken(at)) continue;
    const claim = accordingClaim(ground, at, first, end) ?? verbClaim(ground, at, first, end);
    if (claim !== null) claims.push(claim);
  }
  return claims;
}

function accordingClaim(ground: Ground, at: number, first: number, end: number): FoundClaim | null {
  const attribution = accordingTo(ground, at, end);
  if (attribution?.subject == null) return null;
  return around(ground, attribution, at, attribution.subject.last, first, end);
}

function verbClaim(ground: Ground, at: number, first: number, end: number): FoundClaim | null {
  const cue = cueAt(ground, at);
  if (cue === null || (cue.use !== "say" && cue.use !== "shout") || cue.form === "participle")
    return null;
  // "The dam held, police said": what may be no verb of speech is one only with "that".
  const that = thatBehind(ground, at, end);
  if (that === null && !PLAIN_SPEECH.has(cue.verb)) return null;
  if (that === null && TAKES_NOUN.has(cue.verb) && !holdsClause(ground, at, end)) return null;
  const behind = closesAside(ground, first, at) ? null : subjectBehind(ground, at, end);
  const subject = behind ?? subjectOf(ground, at, first);
  if (subject === null || isFirstPerson(ground, subject)) return null;
  const attribution: Attribution = {
    subject,
    cue: { first: at, last: at },
    commitment: cue.commitment,
    naming: false,
    shouting: false,
    rule: "indirect",
    tied: false,
  };
  const from = Math.min(subject.first, at);
  const to = behind === null ? (that ?? at) : behind.last;
  return around(ground, attribution, from, to, first, end);
}

/**
 * "The Tarn court, in a decision of Monday, said Roe, Poe and others broke the law": the comma before the verb closes
 * an aside of the sentence's subject, who says it; what stands behind is what is said.
 */
function closesAside(ground: Ground, first: number, verb: number): boolean {
  const { tokens } = ground;
  if (tokens[verb - 1]?.lower !== ",") return false;
  const subject = phraseOpeningAt(ground, first, verb);
  if (subject === null || tokens[subject.last + 1]?.lower !== ",") return false;
  const [opener, ...aside] = tokens.slice(subject.last + 2, verb - 1);
  if (opener === undefined || !/^(?:in|at|on|through|via|citing|during|after)$/u.test(opener.lower))
    return false;
  return !aside.some(({ lower }) => AUXILIARIES.has(lower) || readCue(lower)?.form === "past");
}

/** "…, said Dr Sohbin, the medical superintendent.": a comma before the verb, a mark behind the name. */
function subjectBehind(ground: Ground, at: number, end: number): NounPhrase | null {
  const { tokens } = ground;
  // "the officer, Ann Roe, confirmed that Ojuka, …": behind "that" comes what is said.
  if (tokens[at - 1]?.lower !== "," || tokens[at + 1]?.lower === "that") return null;
  // "…, the president of the league, Ann Roe, told the Herald.": who is told says nothing.
  if (/^t(?:old|ells?)$/u.test(tokens[at]?.lower ?? "")) return null;
  const subject = phraseOpeningAt(ground, at + 1, end);
  if (subject === null || subject.form === "pronoun") return null;
  const next = tokens[subject.last + 1];
  const closed = subject.last + 1 >= end || next === undefined || next.kind === "mark";
  // "a clerk at the mill, said Jobs' plan was sound": his plan.
  const owns = /^['’]$/u.test(next?.lower ?? "") && next?.start === tokens[subject.last]?.end;
  if (owns) return null;
  return closed && (subject.form === "name" || speaks(ground, subject)) ? subject : null;
}

/** "He denies the charge" says nothing that he claims; "He denied he was there" does. */
function holdsClause(ground: Ground, at: number, end: number): boolean {
  const { tokens } = ground;
  for (let next = at + 2; next < end; next += 1) {
    const word = tokens[next];
    if (word === undefined || AUXILIARIES.has(word.lower)) return true;
    if (word.kind === "word" && !word.capital && /(?:ed|n't)$/u.test(word.lower)) return true;
  }
  return false;
}

/** "We thought so": the speaker's own words, in copy that lost its marks. */
function isFirstPerson({ tokens }: Ground, { first, form }: NounPhrase): boolean {
  return form === "pronoun" && /^(?:i|we|you)$/u.test(tokens[first]?.lower ?? "");
}

/** The "that" behind a verb, with a hearer or a day between at most: "told reporters on Monday that". */
function thatBehind(ground: Ground, at: number, end: number): number | null {
  const { tokens } = ground;
  for (let next = at + 1; next < end && next - at <= MOST_BETWEEN; next += 1) {
    const word = tokens[next];
    if (word === undefined || word.kind === "mark") return null;
    if (word.lower === "that") return pointsAt(ground, next) ? null : next;
  }
  return null;
}

/** Tells which side of its attribution a claim stands on. */
function around(
  { body, tokens }: Ground,
  attribution: Attribution,
  from: number,
  to: number,
  first: number,
  end: number,
): FoundClaim | null {
  const left = tokens[from];
  const right = tokens[to];
  const opening = tokens[first];
  const closing = tokens[end - 1];
  if (left === undefined || right === undefined || opening === undefined || closing === undefined) {
    return null;
  }
  const comma = tokens[from - 1]?.lower === "," && from - 1 > first;
  if (comma && closes(tokens, to, end)) {
    const start = tokens[from - 1]?.start ?? left.start;
    const stop = /[.!?]/u.test(closing.lower) ? closing.start : closing.end;
    return {
      attribution,
      start: opening.start,
      end: start,
      attributionStart: start,
      attributionEnd: Math.max(stop, right.end),
    };
  }
  let start = right.end;
  while (start < closing.end && /[\s,]/u.test(body.charAt(start))) start += 1;
  if (!/[\p{L}\p{N}]/u.test(body.slice(start, closing.end))) return null;
  return {
    attribution,
    start,
    end: closing.end,
    attributionStart: left.start,
    attributionEnd: start,
  };
}

/**
 * Says whether nothing is said behind an attribution: ", Dar said on Monday." But: "On Monday, Dar
 * said the dam held."
 */
function closes(tokens: Ground["tokens"], to: number, end: number): boolean {
  const next = tokens[to + 1];
  if (to + 1 >= end || next === undefined || next.kind === "mark") return true;
  const about = tokens[to]?.lower === "told" || PREPOSITIONS.has(next.lower);
  return (about || isAdverbToken(next)) && end - to < LONGEST_CLOSE;
}
