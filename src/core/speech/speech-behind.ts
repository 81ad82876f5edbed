import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { DAYS_AND_MONTHS, isAdverb, isAdverbToken, PREPOSITIONS } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { type Ground, isHead, type NounPhrase } from "./noun-phrase.ts";
import { phraseEndingAt } from "./phrase-before.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { type Attribution, accordingTo, DASH, FURTHEST_CUE, make } from "./speech.ts";
import { came, heard, opensWith, saidByWhom } from "./speech-unnamed.ts";
import { cueAt, isPassive } from "./spoken.ts";
import { subjectOf } from "./subject.ts";

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
  if (at >= limit || isModifier(ground, at, ended, at > from)) return null;
  const found = readBehind(ground, at, limit, ended, dash);
  if (found !== null) return quoting(ground, found, limit);
  return isAfterComma(ground, from) ? besideName(ground, at, limit) : null;
}

function readBehind(
  ground: Ground,
  at: number,
  limit: number,
  ended: boolean,
  dash: boolean,
): Attribution | null {
  return (
    accordingTo(ground, at, limit) ??
    inverted(ground, at, limit) ??
    came(ground, at, limit) ??
    subjectFirst(ground, at, limit, ended) ??
    heard(ground, at, limit) ??
    (dash ? signed(ground, at, limit) : null)
  );
}

/** “Harvest” director Ann Roe said: a title that tells what she directs; nobody says it. */
function isModifier({ tokens }: Ground, at: number, ended: boolean, parted: boolean): boolean {
  if (ended || parted || tokens[at - 2]?.lower === ",") return false;
  const noun = tokens[at];
  return noun !== undefined && !noun.capital && ROLE_NOUNS.has(noun.lower) && !isCue(noun);
}

function isCue({ lower }: Token): boolean {
  return readCue(lower) !== null;
}

/** “…,” the Wire said, quoting the coordinator, Ann Roe: her words, that the Wire passes on. */
function quoting(ground: Ground, found: Attribution, limit: number): Attribution {
  const { tokens } = ground;
  const from = (found.cue?.last ?? limit) + 1;
  const saying = sayingOf(ground, found, from, limit);
  if (saying !== null) return saying;
  const at = tokens[from]?.lower === "," ? from + 1 : from;
  const name = found.subject?.name ?? null;
  // "Roe tweeted, quoting Poe's letter": a person's words stay that person's.
  if (tokens[at]?.lower !== "quoting" || name === null || ground.isPerson(name)) return found;
  const subject = phraseOpeningAt(ground, at + 1, limit);
  const isSomeone = subject?.name != null && ground.isPerson(subject.name);
  return subject === null || !isSomeone
    ? found
    : { ...found, subject, cue: { first: at, last: at } };
}

/** “…,” state media quoted Roe as saying: Roe said it; where it isn't plain whom they quote, nobody did. */
function sayingOf(
  ground: Ground,
  found: Attribution,
  from: number,
  limit: number,
): Attribution | null {
  const { tokens } = ground;
  if (!/^(?:quot|cit)(?:es?|ed)$/u.test(tokens[from - 1]?.lower ?? "")) return null;
  const end = Math.min(limit, from + LONGEST_QUOTED);
  const as = tokens.slice(from, end).findIndex(({ lower }) => lower === "as");
  if (as < 1 || tokens[from + as + 1]?.lower !== "saying") return null;
  const verb = from + as + 1;
  return {
    ...found,
    subject: phraseOpeningAt(ground, from, from + as),
    cue: { first: verb, last: verb },
  };
}
const LONGEST_QUOTED = 20;

/** The comma that English sets before the words that say who spoke. */
function isAfterComma({ tokens }: Ground, from: number): boolean {
  return tokens[from]?.lower === "," || tokens[from - 2]?.lower === ",";
}

/** Fewer tokens in marks may be a title: In “Harvest,” Ann Roe plays a nun. */
const SHORTEST = 7;

/**
 * “…, and we will wait,” Ann Roe of T. & R. Mills told us: right behind the comma of a whole sentence
 * stands whoever spoke, whatever verb follows, or none.
 */
function besideName(ground: Ground, at: number, limit: number): Attribution | null {
  const { tokens, isQuoted } = ground;
  let words = 0;
  for (let back = at - 1; words < SHORTEST && back > 0; back -= 1) {
    if (isQuoted(back)) words += 1;
    else if (words > 0 || at - back > 2) return null;
  }
  const subject = phraseOpeningAt(ground, at, limit);
  if (subject?.form !== "name" || subject.name === null || !ground.isPerson(subject.name))
    return null;
  const next = tokens[subject.last + 1];
  if (
    next?.kind === "possessive" ||
    /^(?:and|or|is|was|are|were|has|had|will)$/u.test(next?.lower ?? "")
  )
    return null;
  return make(subject, null, "behind");
}

export function inverted(ground: Ground, at: number, limit: number): Attribution | null {
  let verb = at;
  while (verb < limit && verb - at < 2 && isAdverbAt(ground, verb)) verb += 1;
  const cue = cueAt(ground, verb) ?? sayAt(ground, verb);
  if (cue === null || cue.form === "participle" || cue.use === "name") return null;
  if (cue.form === "base" && cue.verb !== "read") return null;
  let next = verb + 1;
  while (next < limit && next - verb < 3 && isAdverbAt(ground, next)) next += 1;
  const subject = phraseOpeningAt(ground, next, limit);
  if (subject === null) return null;
  const both = withSecond(ground, subject, limit);
  return make(both, { first: verb, last: verb }, "inverted", cue.commitment);
}

/** "said Ann Roe and Tom Poe.": two that speak as one; but not "said Ann Roe and left." */
function withSecond(ground: Ground, subject: NounPhrase, limit: number): NounPhrase {
  const { tokens } = ground;
  if (subject.form === "pronoun" || tokens[subject.last + 1]?.lower !== "and") return subject;
  const second = phraseOpeningAt(ground, subject.last + 2, limit);
  if (second === null || second.form === "pronoun") return subject;
  if (second.form === "description" && !isHead(tokens[second.head]?.lower ?? "")) return subject;
  const next = tokens[second.last + 1];
  const ends = second.last + 1 >= limit || next === undefined || /^[,.;]$/u.test(next.lower);
  const goes = ends || PREPOSITIONS.has(next?.lower ?? "");
  return goes ? { ...subject, last: second.last, head: second.head, joint: true } : subject;
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
    if (cue.form === "base" && isWithheld(ground, verb, ended)) continue;
    if (isPassive(ground, verb, cue)) {
      // "Poe is alleged to have told": the verb that speaks comes later.
      if (ground.tokens[verb + 1]?.lower === "to") continue;
      const passive = quotedAsSaying(ground, at, verb) ?? saidByWhom(ground, at, verb, limit);
      if (passive !== null && !(ended && passive.subject === null)) return passive;
      continue;
    }
    const subject = subjectOf(ground, verb, at);
    if (subject === null || !opensWith(ground, subject, at)) continue;
    if (isNextClause(ground, at, verb, limit)) return null;
    if (ended && !endsPlainly(ground, verb, limit)) return null;
    return make(subject, { first: verb, last: verb }, "behind", cue.commitment);
  }
  return null;
}

/** They call it the “Long Act,” and the owners say it's “dead”: a clause of its own, about other words. */
function isNextClause({ tokens }: Ground, at: number, verb: number, limit: number): boolean {
  if (!/^(?:and|but)$/u.test(tokens[at]?.lower ?? "")) return false;
  const next = tokens[verb + 1];
  return (
    verb + 1 < limit && /^(?:it|it's|that|he|she|they|the|this|they're)$/u.test(next?.lower ?? "")
  );
}

/** “We won.” The league declined to comment: what is not said, or is said in a sentence of its own. */
function isWithheld({ tokens }: Ground, verb: number, ended: boolean): boolean {
  if (tokens[verb - 1]?.lower !== "to") return false;
  return ended || /^(?:declin|refus|fail)/u.test(tokens[verb - 2]?.lower ?? "");
}

/**
 * Behind a full stop, question or exclamation mark the sentence may be a new one: it is the
 * quotation's attribution only where nothing is said in it. “Why?” he asked the crowd. But: “No.”
 * Dar said that he would wait.
 */
function endsPlainly({ tokens }: Ground, verb: number, limit: number): boolean {
  const next = tokens[verb + 1];
  // “It will go ahead.” Mori disagreed: “It should not.”
  // “No more lies!” One banner read “Enough”.
  if (next !== undefined && /^[:"“‘«]$/u.test(next.lower)) return false;
  if (opensNext(tokens, verb + 1)) return false;
  if (verb + 1 >= limit || next === undefined || next.kind === "mark") return true;
  const hears = /^(?:told|asked|tells?|asks?|urged?|reminded|warn(?:ed)?|thank(?:ed)?)$/u.test(
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

/** “It holds.” Mori added, “We built it.”: a sentence of its own, that gives her the words behind it. */
function opensNext(tokens: Ground["tokens"], comma: number): boolean {
  if (tokens[comma]?.lower !== "," || !/^["“‘«]$/u.test(tokens[comma + 1]?.lower ?? ""))
    return false;
  return tokens[comma + 2]?.capital === true;
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
