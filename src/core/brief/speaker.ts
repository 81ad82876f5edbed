import type { AnalysedText } from "./analysed.ts";
import type { FoundClaim } from "./claim.ts";
import type { Referents } from "./coreference.ts";
import type { Ground, NounPhrase } from "./noun-phrase.ts";
import type { Range } from "./text.ts";
import type { Utterance } from "./utterance.ts";

/** The sieve that settled who spoke; `none` where none did. */
export type Sieve = "beside" | "broken" | "continued" | "led" | "alternating" | "carried" | "none";

/** An utterance with its speaker, and why. */
export interface Settled extends Range {
  readonly cue: string | null;
  readonly mention: Range | null;
  readonly entity: number | null;
  readonly sieve: Sieve;
}

/** How far into its sentence a subject may stand, in UTF-16 units, to open it. */
const OPENING = 30;

type Verdict = Omit<Settled, "start" | "end">;

/** What the sieves look at. */
interface Scene {
  readonly text: AnalysedText;
  readonly ground: Ground;
  readonly referents: Referents;
  /** Who each sentence says speaks in it, by its index. */
  readonly owners: ReadonlyMap<number, NounPhrase>;
  /** The sentences that hold an utterance. */
  readonly quoting: ReadonlySet<number>;
  readonly utterances: readonly Utterance[];
  readonly settled: readonly Settled[];
}

const NOBODY: Verdict = { cue: null, mention: null, entity: null, sieve: "none" };
/** In falling precision: the first that settles an utterance decides. */
const SIEVES: readonly ((scene: Scene, at: number) => Verdict | null)[] = [
  beside,
  broken,
  continued,
  led,
  alternating,
  carried,
];

/** Settles who spoke each utterance, by sieves of falling precision. */
export function settleSpeakers(
  text: AnalysedText,
  ground: Ground,
  utterances: readonly Utterance[],
  claims: readonly FoundClaim[],
  referents: Referents,
): readonly Settled[] {
  const settled: Settled[] = [];
  const owners = ownersOf(text, claims, utterances);
  const quoting = new Set<number>();
  for (const { sentence } of utterances) {
    for (let index = sentence.first; index <= sentence.last; index += 1) quoting.add(index);
  }
  const scene: Scene = { text, ground, referents, owners, quoting, utterances, settled };
  utterances.forEach(({ start, end }, at) => {
    let verdict: Verdict | null = null;
    for (const sieve of SIEVES) {
      verdict ??= sieve(scene, at);
    }
    settled.push({ start, end, ...(verdict ?? NOBODY) });
  });
  return settled;
}

/** The last one that each sentence says speaks in it. */
function ownersOf(
  { sentences }: AnalysedText,
  claims: readonly FoundClaim[],
  utterances: readonly Utterance[],
): ReadonlyMap<number, NounPhrase> {
  const owners = new Map<number, NounPhrase>();
  let at = 0;
  for (const { start, attribution } of claims) {
    while ((sentences[at]?.end ?? Infinity) <= start) at += 1;
    if (attribution.subject !== null) owners.set(at, attribution.subject);
  }
  for (const { sentence, attribution } of utterances) {
    if (attribution?.subject != null) owners.set(sentence.last, attribution.subject);
  }
  return owners;
}

/** Words beside the quotation name who speaks: “A,” Dar said. */
function beside({ ground, referents, utterances }: Scene, at: number): Verdict | null {
  const attribution = utterances[at]?.attribution;
  if (attribution == null) return null;
  const { subject, cue } = attribution;
  const { body, tokens } = ground;
  const printed = cue === null ? null : body.slice(tokens[cue.first]?.start, tokens[cue.last]?.end);
  const entity = subject === null ? null : referents.of(subject);
  const mention = subject === null || entity === null ? null : rangeOf(ground, subject);
  return { cue: printed, mention, entity, sieve: "beside" };
}

/** The quotation goes on behind the attribution that broke it: “A,” Dar said. “B.” */
function broken({ utterances, settled }: Scene, at: number): Verdict | null {
  return utterances[at]?.resumes ? inherit(settled[at - 1], "broken") : null;
}

/** Its paragraph reopens a quotation that the paragraph before left open. */
function continued({ utterances, settled }: Scene, at: number): Verdict | null {
  return utterances[at]?.quotation.continues ? inherit(settled[at - 1], "continued") : null;
}

/** The sentence before it, in its paragraph, says who speaks: Dar said he was glad. “A.” */
function led(scene: Scene, at: number): Verdict | null {
  const utterance = scene.utterances[at];
  const index = (utterance?.sentence.first ?? 0) - 1;
  const sentence = scene.text.sentences[index];
  if (utterance === undefined || utterance.interrupts) return null;
  if (sentence?.passage !== utterance.quotation.passage) return null;
  const before = scene.utterances[at - 1];
  if (before !== undefined && before.sentence.last >= index) {
    // “A.” “B.” in one paragraph is one speaker's, unless the words between are another's.
    const owner = scene.owners.get(index);
    const between = scene.text.body.slice(before.quotation.close, utterance.quotation.open).trim();
    if (owner === undefined && between === "") return inherit(scene.settled[at - 1], "led");
  }
  return byOwner(scene, index, "led") ?? bySubject(scene, index, "led");
}

/** Two people in turn, a paragraph each, where one of them asks: “Why?” “I'm tired.” */
function alternating({ utterances, settled, text }: Scene, at: number): Verdict | null {
  const utterance = utterances[at];
  const before = utterances[at - 1];
  const last = settled[at - 1];
  if (utterance === undefined || before === undefined || last === undefined || !utterance.alone)
    return null;
  if (utterance.quotation.passage - before.quotation.passage !== 1) return null;
  const asks = (one: Range): boolean => /\?$/u.test(text.body.slice(one.start, one.end));
  const answered = at > 1 && asks(settled[at - 2] ?? last) && asks(utterance);
  if (!asks(before) && !answered) return null;
  for (let back = at - 2; back >= 0 && at - back < 4; back -= 1) {
    const one = settled[back];
    if (one?.entity != null && last.entity !== null && one.entity !== last.entity)
      return inherit(one, "alternating");
  }
  return { ...NOBODY, sieve: "alternating" };
}

/** The paragraph before it ends with its speaker's words, or with words about what they said. */
function carried(scene: Scene, at: number): Verdict | null {
  const utterance = scene.utterances[at];
  if (utterance === undefined || !utterance.alone) return null;
  const index = utterance.sentence.first - 1;
  const sentence = scene.text.sentences[index];
  if (sentence === undefined || sentence.passage < utterance.quotation.passage - 1) return null;
  const before = scene.utterances[at - 1];
  if (before !== undefined && before.sentence.last === index) {
    return inherit(scene.settled[at - 1], "carried");
  }
  return byOwner(scene, index, "carried");
}

function byOwner(
  { owners, referents, ground }: Scene,
  index: number,
  sieve: Sieve,
): Verdict | null {
  const subject = owners.get(index);
  if (subject === undefined) return null;
  const entity = referents.of(subject);
  if (entity === null) return null;
  return { cue: null, mention: rangeOf(ground, subject), entity, sieve };
}

/** Whom the sentence is about, where it opens with them and quotes no one: Dar was furious. “A.” */
function bySubject(
  { referents, text, quoting }: Scene,
  index: number,
  sieve: Sieve,
): Verdict | null {
  const mention = referents.subjects[index] ?? null;
  const start = text.sentences[index]?.start ?? 0;
  if (mention === null || mention.start - start > OPENING || quoting.has(index)) return null;
  const { entity } = mention;
  return entity === null || referents.entities[entity]?.kind !== "person"
    ? null
    : { cue: null, mention, entity, sieve };
}

function inherit(before: Settled | undefined, sieve: Sieve): Verdict | null {
  if (before === undefined || before.entity === null) return null;
  return { cue: null, mention: before.mention, entity: before.entity, sieve };
}

function rangeOf({ tokens }: Ground, { first, last }: NounPhrase): Range {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}
