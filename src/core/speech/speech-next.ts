import type { Ground, NounPhrase } from "./noun-phrase.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { type Attribution, make } from "./speech.ts";
import { inverted } from "./speech-behind.ts";
import { cueAt } from "./spoken.ts";
import { subjectOf } from "./subject.ts";

const BE: ReadonlySet<string> = new Set(["was", "is", "were", "had"]);
const SPEAKING: ReadonlySet<string> = new Set(
  "speaking talking addressing responding replying commenting testifying".split(" "),
);

/**
 * Reads the attribution that a quotation has in the sentence behind it, its tokens from `from` to before
 * `limit`, where that sentence says who spoke the words: “We wait.” Ann Roe was speaking to reporters.
 */
export function attributionNext(ground: Ground, from: number, limit: number): Attribution | null {
  const subject = speaking(ground, from, limit) ?? withWords(ground, from, limit);
  if (subject !== null) return make(subject, null, "next sentence");
  return ground.tokens[from]?.lower === "so" ? inverted(ground, from + 1, limit) : null;
}

/**
 * Reads the attribution that a quotation has at the end of the sentence before it, which says no more than that
 * someone speaks: I asked Ann Roe, and she agrees. “We wait.”
 */
export function attributionPrior(ground: Ground, from: number, limit: number): Attribution | null {
  const { tokens } = ground;
  const verb = limit - 2;
  if (tokens[limit - 1]?.lower !== "." || verb <= from) return null;
  const cue = cueAt(ground, verb);
  if (!ENDS.test(tokens[verb]?.lower ?? "") || cue === null || cue.form === "participle")
    return null;
  const subject = subjectOf(ground, verb, from);
  if (subject === null || subject.last !== verb - 1) return null;
  // "It was dust, he added.": that is what he added.
  const opens = subject.first === from || JOINS.test(tokens[subject.first - 1]?.lower ?? "");
  if (!opens) return null;
  return make(subject, { first: verb, last: verb }, "next sentence");
}
const JOINS = /^(?:and|but|so|yet)$/u;
const ENDS =
  /^(?:agree|explain|recall|add|laugh|insist|reply|repli|answer|respond|continue|concur|disagree)(?:s|e?d|ed)$/u;

/** "Stoyan Marr was speaking to reporters"; but not "A tape was speaking", of a thing. */
function speaking(ground: Ground, from: number, limit: number): NounPhrase | null {
  const { tokens } = ground;
  const subject = phraseOpeningAt(ground, from, limit);
  if (subject === null || subject.form === "description") return null;
  const verb = subject.last + 1;
  const been = tokens[verb + 1]?.lower === "been" ? verb + 1 : verb;
  if (!BE.has(tokens[verb]?.lower ?? "") || !SPEAKING.has(tokens[been + 1]?.lower ?? ""))
    return null;
  return been + 1 < limit ? subject : null;
}

/** "With those words Benedetta Corsi accepted", "These were the words of Ann Roe" */
function withWords(ground: Ground, from: number, limit: number): NounPhrase | null {
  const opening = ground.tokens
    .slice(from, Math.min(limit, from + 6))
    .map(({ lower }) => lower)
    .join(" ");
  const length = OPENINGS.exec(opening)?.[0].split(" ").length ?? 0;
  if (length === 0) return null;
  const comma = ground.tokens[from + length]?.lower === "," ? 1 : 0;
  const subject = phraseOpeningAt(ground, from + length + comma, limit);
  return subject?.form === "description" ? null : subject;
}

const OPENINGS =
  /^(?:with (?:these|those) words|(?:these|those) were the words of|that was the view of)(?= |$)/u;
