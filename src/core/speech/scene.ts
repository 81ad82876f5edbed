import type { AnalysedText } from "#core/text/analysed.ts";
import type { Range } from "#core/text/text.ts";
import type { Referents } from "./coreference.ts";
import { mentionsFrom } from "./mention.ts";
import { type Ground, type NounPhrase, plain } from "./noun-phrase.ts";
import { isOwnSubject } from "./tag.ts";
import type { Utterance } from "./utterance.ts";

/** The sieve that settled who spoke; `none` where none did. */
export type Sieve =
  | "beside"
  | "stated"
  | "broken"
  | "continued"
  | "led"
  | "announced"
  | "answering"
  | "alternating"
  | "carried"
  | "resumed"
  | "between"
  | "none";

/** An utterance with its speaker, and why. */
export interface Settled extends Range {
  readonly cue: string | null;
  readonly mention: Range | null;
  readonly entity: number | null;
  readonly sieve: Sieve;
}

export type Verdict = Omit<Settled, "start" | "end">;

/** What the sieves look at. */
export interface Scene {
  readonly text: AnalysedText;
  readonly ground: Ground;
  readonly referents: Referents;
  /** Who each sentence says speaks in it, by its index. */
  readonly owners: ReadonlyMap<number, NounPhrase>;
  /** The sentences that hold an utterance. */
  readonly quoting: ReadonlySet<number>;
  readonly utterances: readonly Utterance[];
  /** Those before the one that is looked at. */
  readonly settled: readonly Settled[];
}

export const NOBODY: Verdict = { cue: null, mention: null, entity: null, sieve: "none" };

/** The same speaker as an utterance before; `null` where that has none. */
export function inherit(before: Settled | undefined, sieve: Sieve): Verdict | null {
  if (before === undefined || before.entity === null) return null;
  return { cue: null, mention: before.mention, entity: before.entity, sieve };
}

/** "The guard claims Roe told him “A”": an allegation, and no word of Roe's that anybody else heard. */
function isClaimed({ tokens }: Ground, { form, first, last }: NounPhrase, cue: number): boolean {
  if (form !== "name" || cue !== last + 1) return false;
  // The verb may stand in the phrase: "says they met and claims Roe told him".
  const verb = tokens[first - 1]?.lower === "that" ? first - 2 : first - 1;
  const claims = [verb, first].some((word) =>
    /^(?:claim(?:s|ed)|alleg(?:es|ed))$/u.test(tokens[word]?.lower ?? ""),
  );
  return claims && /^(?:him|her|them)$/u.test(tokens[cue + 1]?.lower ?? "");
}

/** “…,” said Rovers fan Bo Lindqvist: he speaks, and not his club. */
function behindClub(
  { tokens, nameOpening }: Ground,
  subject: NounPhrase | null,
): NounPhrase | null {
  const { form, last = 0 } = subject ?? {};
  const noun = tokens[last + 1];
  const name = noun?.lower === "fan" && !noun.capital ? nameOpening.get(last + 2) : undefined;
  if (form !== "name" || name === undefined) return subject;
  return plain(name.run.first, name.run.last, "name", name, name.run.last);
}

/** Words beside the quotation name who speaks: “A,” Dar said. */
export function beside(scene: Scene, at: number): Verdict | null {
  const { ground, referents, utterances } = scene;
  const attribution = utterances[at]?.attribution;
  if (attribution == null) return null;
  const { cue } = attribution;
  const subject = behindClub(ground, attribution.subject);
  const { body, tokens } = ground;
  if (subject !== null && cue !== null && isClaimed(ground, subject, cue.first)) return NOBODY;
  const printed = cue === null ? null : body.slice(tokens[cue.first]?.start, tokens[cue.last]?.end);
  const isBehind = subject !== attribution.subject;
  const meant =
    subject === null ? null : isBehind ? (subject.name?.entity ?? null) : referents.of(subject);
  const entity = subject !== null && isOwnSubject(scene, subject, meant) ? null : meant;
  const mention = subject === null || entity === null ? null : namedAt(scene, subject, entity);
  return { cue: printed, mention, entity, sieve: "beside" };
}

/**
 * "Ann Roe of the Orva and Rhos Harbour Police said": what stands beside the verb is the body's name, and she is
 * named at the head of the sentence.
 */
function namedAt({ ground, referents }: Scene, subject: NounPhrase, entity: number): Range {
  const own = rangeOf(ground, subject);
  const { name } = subject;
  if (name === null || name.entity === entity) return own;
  const before = referents.mentions.slice(0, mentionsFrom(referents.mentions, own.start));
  const named = before
    .slice(-MOST_BEFORE)
    .findLast((one) => one.entity === entity && one.form === "name" && !one.quoted);
  return named === undefined ? own : { start: named.start, end: named.end };
}
/** No sentence has more mentions before its verb. */
const MOST_BEFORE = 12;

export function rangeOf({ tokens }: Ground, { first, last }: NounPhrase): Range {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}
