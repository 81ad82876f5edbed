import { GROUP_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { DETERMINERS, PREPOSITIONS } from "#core/text/word-class.ts";
import { type Ground, isTime, type NounPhrase } from "./noun-phrase.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { DASH } from "./speech.ts";

/** How far a walk through a sentence goes, in tokens. */
export const LONGEST_WALK = 90;

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
    if (PREPOSITIONS.has(word.lower) || OPENS_CLAUSE.has(word.lower)) {
      next = behindOpening(tokens, next, at);
      continue;
    }
    const phrase = phraseOpeningAt(ground, next, at);
    if (phrase === null) continue;
    // "A few minutes later, she": a time does not speak.
    if (isTime(tokens[phrase.head]) || isTime(tokens[phrase.last + 1])) {
      next = behindOpening(tokens, next, at);
      continue;
    }
    return phrase.form === "description" && !speaks(ground, phrase) ? null : phrase;
  }
  return null;
}

const OPENS_CLAUSE: ReadonlySet<string> = new Set(
  "when while if because although though since".split(" "),
);

/** "Speaking in Leeds, she …": what opens a sentence so isn't its subject. */
function isParticiple({ tokens, nameOpening }: Ground, at: number): boolean {
  const word = tokens[at];
  if (word === undefined || nameOpening.has(at)) return false;
  const { lower } = word;
  const ends = lower.endsWith("ing") || lower.endsWith("ed");
  return ends && lower.length > 4 && !ROLE_NOUNS.has(lower);
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
