import { type Ground, isBetween, isTime, type NounPhrase } from "./noun-phrase.ts";
import { phraseEndingAt } from "./phrase-before.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { GROUP_NOUNS, ROLE_NOUNS } from "./role-lexicon.ts";
import { COUPLERS, cueAt, isPassive } from "./spoken.ts";
import type { Token } from "./token.ts";
import { DAYS_AND_MONTHS, DETERMINERS, PREPOSITIONS } from "./word-class.ts";

const DASH = /^[—–-]$/u;

/** Words that open an aside behind a subject: "Smith, who …, said", "Smith, a nurse, said". */
const ASIDE_OPENERS: ReadonlySet<string> = new Set(
  `who whose whom which a an the now then once one also formerly speaking reached asked citing
  referring writing appearing responding of his her its their whom both himself herself in at on
  during while when after for with from like along whose reacting pressed wearing standing sitting`.split(
    /\s+/,
  ),
);

const DEEPEST_ASIDE = 6;

const LONGEST_WALK = 90;

/** Finds who speaks by the verb of speech at a token, no further back than `bound`. */
export function subjectOf(ground: Ground, at: number, bound: number): NounPhrase | null {
  const cue = cueAt(ground, at);
  if (cue === null || isPassive(ground, at, cue)) return null;
  const { tokens } = ground;
  const end = skipBetween(tokens, at - 1, bound);
  const before = tokens[end];
  if (end < bound || before === undefined) return null;
  if (before.lower === "," || DASH.test(before.lower)) {
    if (cue.form === "participle") return participleSubject(ground, at, end, bound);
    return (
      explained(ground, end, bound) ??
      behindAside(ground, end, bound) ??
      leadingSubject(ground, at, bound)
    );
  }
  if (before.lower === "who") return antecedent(ground, end, bound);
  if (cue.form === "participle") return participleSubject(ground, at, end, bound);
  if (COUPLERS.has(before.lower) || before.lower === "to") return leadingSubject(ground, at, bound);
  return phraseEndingAt(ground, end, bound) ?? null;
}

/** Steps back over adverbs, auxiliaries and "on Monday". */
export function skipBetween(tokens: readonly Token[], from: number, bound: number): number {
  let at = from;
  for (;;) {
    const word = tokens[at];
    if (word === undefined || at < bound) return at;
    const preposition = tokens[at - 1]?.lower ?? "";
    if (DAYS_AND_MONTHS.has(word.lower) && /^(?:on|in|last|late|early)$/u.test(preposition))
      at -= 2;
    else if (isBetween(word) || word.lower === "n't") at -= 1;
    else return at;
  }
}

/** "Smith, who has led the agency since 2019, said": the phrase before the aside speaks. */
function behindAside(ground: Ground, comma: number, bound: number): NounPhrase | null {
  const { tokens } = ground;
  let found: NounPhrase | null = null;
  let depth = 0;
  for (let at = comma - 1; at > bound && comma - at < LONGEST_WALK; at -= 1) {
    const word = tokens[at];
    if (word === undefined) break;
    if (word.lower !== "," && !DASH.test(word.lower)) continue;
    const next = tokens[at + 1];
    depth += 1;
    if (depth > DEEPEST_ASIDE) break;
    const phrase = phraseEndingAt(ground, at - 1, bound);
    const opens = next !== undefined && opensAside(next);
    if (phrase === null || (!opens && phrase.first !== bound)) {
      if (found !== null) break;
      continue;
    }
    found = phrase;
    // An aside of an aside: "Smith, a nurse, who lives in Leeds, said".
    const left = tokens[phrase.first - 1]?.lower ?? "";
    if (left !== "," && !DASH.test(left)) break;
  }
  return found;
}

/** "The foreign minister, Ishaq, said": the name between the commas speaks. */
function explained(ground: Ground, comma: number, bound: number): NounPhrase | null {
  const name = ground.nameEnding.get(comma - 1);
  if (name === undefined || name.run.first - 1 <= bound) return null;
  const first = name.run.first;
  if (ground.tokens[first - 1]?.lower !== ",") return null;
  const before = phraseEndingAt(ground, first - 2, bound);
  const bracket = ground.tokens[first - 2]?.lower === ")";
  if (before === null || (before.form !== "description" && !bracket)) return null;
  return {
    first: before.first,
    last: comma - 1,
    form: "name",
    name,
    head: comma - 1,
    joint: false,
  };
}

/**
 * "…, with one poster writing: “": the phrase before the verb; "…, when protesters broke in,
 * shouting “": the subject of the clause that it hangs on; else the sentence's.
 */
function participleSubject(
  ground: Ground,
  at: number,
  end: number,
  bound: number,
): NounPhrase | null {
  const { tokens } = ground;
  const beside = phraseEndingAt(ground, end, bound);
  if (beside !== null && tokens[beside.first - 1]?.lower === "with") return beside;
  for (let back = at - 1; back > bound; back -= 1) {
    const word = tokens[back];
    // "Nefzi said, adding: “"
    const spoken = cueAt(ground, back);
    if (spoken !== null && spoken.form !== "participle" && spoken.use === "say") {
      const speaker = subjectOf(ground, back, bound);
      if (speaker !== null) return speaker;
    }
    if (
      word === undefined ||
      !/^(?:when|while|as|after|before|because|where|with)$/u.test(word.lower)
    )
      continue;
    const phrase = phraseOpeningAt(ground, back + 1, at);
    const next = phrase === null ? undefined : tokens[phrase.last + 1];
    if (phrase === null || next?.kind !== "word" || PREPOSITIONS.has(next.lower)) continue;
    return phrase.form !== "description" || speaks(ground, phrase) ? phrase : null;
  }
  return leadingSubject(ground, at, bound);
}

function opensAside(token: Token): boolean {
  return (
    ASIDE_OPENERS.has(token.lower) ||
    token.kind === "number" ||
    token.lower.endsWith("-year-old") ||
    ROLE_NOUNS.has(token.lower) ||
    /^(?:r|d|i)-/u.test(token.lower) ||
    (token.lower.endsWith("ing") && !token.capital)
  );
}

function antecedent(ground: Ground, who: number, bound: number): NounPhrase | null {
  const before = ground.tokens[who - 1]?.lower === "," ? who - 2 : who - 1;
  return phraseEndingAt(ground, before, bound);
}

/** The subject of the clause that a verb without one of its own goes on: "Smith rose and said". */
export function leadingSubject(ground: Ground, at: number, bound: number): NounPhrase | null {
  const { tokens } = ground;
  for (
    let next = behindPlace(ground, bound, at);
    next < at && next - bound < LONGEST_WALK;
    next += 1
  ) {
    const word = tokens[next];
    if (word === undefined) return null;
    if (word.kind !== "word") continue;
    if (tokens[next + 1]?.lower === "," && !ground.nameEnding.has(next)) continue;
    if (isParticiple(ground, next)) {
      next = behindOpening(tokens, next, at);
      continue;
    }
    if (
      PREPOSITIONS.has(word.lower) ||
      /^(?:when|while|if|because|although|though|since)$/u.test(word.lower)
    ) {
      next = behindOpening(tokens, next, at);
      continue;
    }
    const phrase = phraseOpeningAt(ground, next, at);
    if (phrase === null) continue;
    // "A few minutes later, she": a time does not speak.
    if (isTime(tokens[phrase.head])) {
      next = behindOpening(tokens, next, at);
      continue;
    }
    return phrase.form === "description" && !speaks(ground, phrase) ? null : phrase;
  }
  return null;
}

/** "Speaking in Leeds, she …": what opens a sentence so isn't its subject. */
function isParticiple({ tokens, nameOpening }: Ground, at: number): boolean {
  const word = tokens[at];
  if (word === undefined || nameOpening.has(at)) return false;
  return /(?:ing|ed)$/u.test(word.lower) && word.lower.length > 4 && !ROLE_NOUNS.has(word.lower);
}

/** Steps over a dateline that opens a sentence: "PURCHASE, N.Y. (AP) — Talks". */
function behindPlace({ body, tokens }: Ground, bound: number, limit: number): number {
  const first = tokens[bound];
  if (first === undefined || !/^\p{Lu}{3,}$/u.test(body.slice(first.start, first.end)))
    return bound;
  for (let at = bound + 1; at < Math.min(limit, bound + 14); at += 1) {
    if (DASH.test(tokens[at]?.lower ?? "")) return at + 1;
  }
  return bound;
}

/** Says whether a description is of someone or something that can speak. */
export function speaks({ tokens }: Ground, { first, last, head }: NounPhrase): boolean {
  for (let at = first; at <= Math.max(head, Math.min(last, head)); at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (ROLE_NOUNS.has(lower) || GROUP_NOUNS.has(lower)) return true;
  }
  return DETERMINERS.has(tokens[first]?.lower ?? "");
}

/** Steps over what stands before a sentence's subject: "In a speech on Monday," */
function behindOpening(tokens: readonly Token[], from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (tokens[at]?.lower === ",") return at;
  return limit;
}
