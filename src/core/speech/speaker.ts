import type { AnalysedText } from "#core/text/analysed.ts";
import { PAPER_NOUNS } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import { LINKS } from "#core/text/word-class.ts";
import { announced } from "./announced.ts";
import type { FoundClaim } from "./claim.ts";
import type { Referents } from "./coreference.ts";
import { alternating, answering } from "./dialogue.ts";
import { genderOfPronoun } from "./gender.ts";
import { gestured } from "./gestured.ts";
import { type Entity, mentionsFrom } from "./mention.ts";
import { likelyGender } from "./nearest.ts";
import type { Ground, NounPhrase } from "./noun-phrase.ts";
import { ranOn } from "./run.ts";
import { fillBetween, resumed } from "./running-on.ts";
import {
  beside,
  inherit,
  NOBODY,
  rangeOf,
  type Scene,
  type Settled,
  type Sieve,
  type Verdict,
} from "./scene.ts";
import { stated } from "./statement.ts";
import { isOwnSubject } from "./tag.ts";
import { isGoingOn } from "./told-of.ts";
import type { Utterance } from "./utterance.ts";

/** How far into its sentence a subject may stand, in UTF-16 units, to open it. */
const OPENING = 30;
/** How many paragraphs on "she went on" may stand. */
const FURTHEST_PAGE = 3;

/** In falling precision: the first that settles an utterance decides. */
const SIEVES: readonly ((scene: Scene, at: number) => Verdict | null)[] = [
  addedOn,
  ranOn,
  stated,
  gestured,
  beside,
  broken,
  continued,
  led,
  announced,
  answering,
  alternating,
  carried,
  resumed,
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
  const owners = ownersOf(text, ground, claims, utterances);
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
  return fillBetween(scene);
}

/** The last one that each sentence says speaks in it. */
function ownersOf(
  { sentences }: AnalysedText,
  { tokens }: Ground,
  claims: readonly FoundClaim[],
  utterances: readonly Utterance[],
): ReadonlyMap<number, NounPhrase> {
  const owners = new Map<number, NounPhrase>();
  let at = 0;
  for (const { start, attribution } of claims) {
    while ((sentences[at]?.end ?? Infinity) <= start) at += 1;
    // "He was about to tell her": nothing is said yet; "he went on to say" tells of it.
    const { first = 0 } = attribution.cue ?? {};
    const meant = tokens[first - 1]?.lower === "to" && tokens[first - 2]?.lower !== "on";
    if (attribution.subject !== null && !meant) owners.set(at, attribution.subject);
  }
  for (const { sentence, attribution } of utterances) {
    if (attribution?.subject != null) owners.set(sentence.last, attribution.subject);
  }
  return owners;
}

/** “A,” Geng said. “B,” he added: whoever else the memory may think of, the same one goes on. */
function addedOn(scene: Scene, at: number): Verdict | null {
  const { utterances, settled, referents, text, ground } = scene;
  const utterance = utterances[at];
  const { subject = null, cue = null } = utterance?.attribution ?? {};
  const last = settled[at - 1];
  if (utterance === undefined || subject?.form !== "pronoun" || cue === null) return null;
  if (last?.entity == null || referents.of(subject) !== null) return null;
  if (!isGoingOn(ground.tokens[cue.first])) return null;
  const before = utterances[at - 1];
  if (before === undefined) return null;
  const gender = genderOfPronoun(ground.tokens[subject.first]?.lower ?? "");
  const who = referents.entities[last.entity];
  const known = who === undefined ? "unknown" : likelyGender(who);
  if (gender === null || who?.kind !== "person" || (known !== "unknown" && known !== gender))
    return null;
  if (utterance.quotation.passage !== before.quotation.passage) {
    if (known !== gender || !isPageBetween(scene, at, subject)) return null;
  } else {
    // “A,” Geng said. Li had asked him. “B,” he added.
    const between = text.body.slice(before.quotation.close, utterance.quotation.open);
    if (/[.!?]["”’]?\s+\S/u.test(between)) return null;
  }
  const printed = text.body.slice(ground.tokens[cue.first]?.start, ground.tokens[cue.last]?.end);
  return { cue: printed, mention: last.mention, entity: last.entity, sieve: "beside" };
}

/** “A.”⏎⏎Read our newsletter.⏎⏎She went on: “B.”: what stands between is a line of the page, and names nobody else. */
function isPageBetween(
  { text, ground, referents, utterances, settled }: Scene,
  at: number,
  subject: NounPhrase,
): boolean {
  const { quotation, sentence } = utterances[at] ?? {};
  const before = utterances[at - 1];
  const start = ground.tokens[subject.first]?.start ?? 0;
  if (quotation === undefined || before === undefined) return false;
  if (start !== text.sentences[sentence?.first ?? -1]?.start) return false;
  const own = text.passages[quotation.passage];
  if (own === undefined || text.body.slice(own.start, start).trim() !== "") return false;
  if (quotation.passage - before.quotation.passage > FURTHEST_PAGE) return false;
  const { mentions, entities } = referents;
  const from = mentionsFrom(mentions, before.quotation.close);
  return mentions
    .slice(from, mentionsFrom(mentions, start))
    .every(
      ({ entity }) =>
        entity === settled[at - 1]?.entity || entities[entity ?? -1]?.kind !== "person",
    );
}

/**
 * The quotation goes on behind the attribution that broke it: “A,” Dar said. “B.” But not: “A,” Dar
 * said. Penn laughed. “B.”
 */
function broken({ utterances, settled, referents }: Scene, at: number): Verdict | null {
  const utterance = utterances[at];
  const last = settled[at - 1];
  if (utterance?.resumes !== true) return null;
  // “A,” the voice said, “B.”: whoever said the one half said the other.
  if (last === undefined || last.entity === null) return { ...NOBODY, sieve: "broken" };
  let between = (utterances[at - 1]?.sentence.last ?? 0) + 1;
  for (; between < utterance.sentence.first; between += 1) {
    const { entity = null } = referents.subjects[between] ?? {};
    if (entity !== null && entity !== last?.entity) return null;
  }
  return inherit(last, "broken");
}

/** Its paragraph reopens a quotation that the paragraph before left open. */
function continued({ utterances, settled }: Scene, at: number): Verdict | null {
  const { quotation, bereft = false } = utterances[at] ?? {};
  if (bereft) return { ...NOBODY, sieve: "continued" };
  return quotation?.continues ? inherit(settled[at - 1], "continued") : null;
}

/** The sentence before it, in its paragraph, says who speaks: Dar said he was glad. “A.” */
function led(scene: Scene, at: number): Verdict | null {
  const utterance = scene.utterances[at];
  const index = (utterance?.sentence.first ?? 0) - 1;
  const sentence = scene.text.sentences[index];
  if (utterance === undefined || utterance.interrupts) return null;
  // "a page that holds this statement: “": what the colon hangs on was read, and is nobody's speech.
  if (
    /:\s*$/u.test(
      scene.text.body.slice(Math.max(0, utterance.quotation.open - 4), utterance.quotation.open),
    )
  )
    return null;
  if (sentence?.passage !== utterance.quotation.passage) return null;
  const before = scene.utterances[at - 1];
  if (before !== undefined && before.sentence.last >= index) {
    // “A.” “B.” in one paragraph is one speaker's, unless the words between are another's.
    const owner = scene.owners.get(index);
    const between = scene.text.body.slice(before.quotation.close, utterance.quotation.open).trim();
    if (owner === undefined && between === "") return inherit(scene.settled[at - 1], "led");
  }
  return byOwner(scene, index, "led") ?? bySubject(scene, index, "led", utterance);
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
  // "A source told us of a survey.⏎⏎“We were told …”": told of once, and no voice of the story.
  const owner = scene.owners.get(index);
  if (owner?.form === "description" && isSource(scene.ground, owner)) return null;
  return byOwner(scene, index, "carried");
}

function isSource({ tokens }: Ground, { first, last }: NounPhrase): boolean {
  return tokens.slice(first, last + 1).some(({ lower }) => /^(?:sources?|insiders?)$/u.test(lower));
}

function byOwner(
  { owners, referents, ground, text }: Scene,
  index: number,
  sieve: Sieve,
): Verdict | null {
  const subject = owners.get(index);
  if (subject === undefined || isPaper(ground, subject)) return null;
  if (isSupposed(ground, subject)) return null;
  const entity = referents.of(subject);
  if (entity === null || isThing(referents, subject, entity)) return null;
  if (isOwnSubject({ text, ground, referents }, subject, entity)) return null;
  return { cue: null, mention: rangeOf(ground, subject), entity, sieve };
}

/** "according to letters. “A.”": letters said the one, and nobody says who said the other. */
function isThing({ entities }: Referents, { form }: NounPhrase, entity: number): boolean {
  return form === "description" && entities[entity]?.kind === "unknown";
}

/** "No matter how tame an owner thinks it is": one of many, of whom nothing is told. */
function isSupposed({ tokens }: Ground, { form, first }: NounPhrase): boolean {
  if (form !== "description" || !/^(?:an?|any|some)$/u.test(tokens[first]?.lower ?? ""))
    return false;
  return tokens
    .slice(Math.max(0, first - FURTHEST_IF), first)
    .some(
      ({ lower }, at, before) =>
        /^(?:if|unless|whether|however|whatever|whenever)$/u.test(lower) ||
        (lower === "matter" && before[at - 1]?.lower === "no"),
    );
}
/** How many tokens before somebody a clause that only supposes may open. */
const FURTHEST_IF = 6;

/** "according to letters shown to the Herald": paper does not go on talking. */
function isPaper({ tokens }: Ground, { form, first, last }: NounPhrase): boolean {
  if (form !== "description") return false;
  const words = tokens.slice(first, last + 1).map(({ lower }) => lower);
  const behind = words.findIndex(
    (word, at) => at > 0 && (LINKS.has(word) || /(?:ed|n)$/u.test(word)),
  );
  return (behind > 0 ? words.slice(0, behind) : words).some((word) => PAPER_NOUNS.has(word));
}

/** Whom the sentence is about, where it opens with them and quotes no one: Dar was furious. “A.” */
function bySubject(
  { referents, text, quoting }: Scene,
  index: number,
  sieve: Sieve,
  { start: quoted }: Range,
): Verdict | null {
  const mention = referents.subjects[index] ?? null;
  const start = text.sentences[index]?.start ?? 0;
  if (mention === null || mention.start - start > OPENING || quoting.has(index)) return null;
  const { entity } = mention;
  const who = referents.entities[entity ?? -1];
  if (entity === null || who?.kind !== "person" || speaksOf(text.body, quoted, who)) return null;
  return { cue: null, mention, entity, sieve };
}

/** The student had a surprise for her. “He told me they could be mended.”: words about him, and another's. */
function speaksOf(body: string, start: number, who: Entity | undefined): boolean {
  const pronoun = /^(?:he|she)(?=[\s’'])/i.exec(body.slice(start, start + 4))?.[0].toLowerCase();
  if (pronoun === undefined || who === undefined) return false;
  const gender = likelyGender(who);
  return gender === "unknown" || gender === (pronoun === "he" ? "male" : "female");
}
