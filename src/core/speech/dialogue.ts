import { markAtEnd } from "#core/text/mark-at-end.ts";
import type { Range } from "#core/text/text.ts";
import { type Mention, mentionsFrom } from "./mention.ts";
import { beside, inherit, NOBODY, type Scene, type Settled, type Verdict } from "./scene.ts";
import type { Utterance } from "./utterance.ts";

/** How many paragraphs of bare turns are followed. */
const LONGEST_RUN = 8;
const FURTHEST_PARTNER = 4;
const MOST_ANSWERS = 60;
/** How far before its answer a question may begin, and how long what stands before the first may be. */
const FURTHEST_QUESTION = 1500;
const LONGEST_OPENING = 20_000;
/** A turn of talk has no more characters than this. */
const LONGEST_TURN = 90;
const QUESTION = /\?["'”’]?$/u;
const ASKS = /(?:^|\n)\W{0,4}(?:Q|Question)\W{0,4}[.:]/u;
const ASKED = /^\W{0,4}(?:Q|Question)\W{0,4}[.:]/u;
const ANSWERS = /^\W{0,4}(?:A|Answer)\W{0,4}[.:]\W*$/u;

/**
 * A question and its answer, set as such: “Q: Why?”, then “A: “I'm tired.””; or a question in a line
 * of its own above words in marks. The answers are those of the one who has answered so far, or of
 * the only one named before.
 */
export function answering(scene: Scene, at: number): Verdict | null {
  const { text, utterances, settled } = scene;
  const utterance = utterances[at];
  if (utterance === undefined) return null;
  const { body, passages } = text;
  const passage = passages[utterance.quotation.passage];
  const label = body.slice(passage?.start ?? 0, utterance.quotation.open);
  if (ASKED.test(label)) return { ...NOBODY, sieve: "answering" };
  const near = body.slice(Math.max(0, utterance.start - FURTHEST_QUESTION), utterance.start);
  const set = ANSWERS.test(label) && ASKS.test(near);
  const above = passages[utterance.quotation.passage - 1];
  const line = body.slice(above?.start ?? 0, above?.end ?? 0);
  const asked = utterance.alone && markAtEnd(line, "?") !== -1 && !/["“”«»]/u.test(line);
  if (!set && !asked) return null;
  const named = asked ? askedOf(scene, above) : null;
  if (named !== null) return named;
  const before = settled.slice(-MOST_ANSWERS).filter(({ entity }) => entity !== null);
  const speakers = new Set(before.map(({ entity }) => entity));
  if (speakers.size === 1) return inherit(before.at(-1), "answering");
  const only = speakers.size === 0 ? onlyPerson(scene, utterance.start, set) : null;
  if (only === null) return { ...NOBODY, sieve: "answering" };
  return { cue: null, mention: only, entity: only.entity, sieve: "answering" };
}

const ASKED_OF =
  /\b(?:did|does) (?<name>\p{Lu}[\p{L}’'-]+) (?:say|think|feel|respond|answer|explain)\b/u;

/** What did Roe say after the game?⏎⏎“We lost.”: the words of the last Roe whom the article named. */
function askedOf({ text, referents }: Scene, line: Range | undefined): Verdict | null {
  const { start = 0, end = 0 } = line ?? {};
  const { name } = ASKED_OF.exec(text.body.slice(start, end))?.groups ?? {};
  if (name === undefined) return null;
  const mention = referents.mentions.findLast(
    (one) =>
      one.start < end &&
      one.form === "name" &&
      referents.entities[one.entity ?? -1]?.name.endsWith(name) === true,
  );
  if (mention === undefined) return null;
  return { cue: null, mention, entity: mention.entity, sieve: "answering" };
}

/** The first mention of the only person whom the article names before an offset. */
function onlyPerson({ referents, text }: Scene, at: number, set: boolean): Mention | null {
  const end = text.body.slice(0, Math.min(at, LONGEST_OPENING)).search(set ? ASKS : /\?/u);
  const named = referents.mentions
    .slice(0, MOST_ANSWERS)
    .filter(
      ({ form, start, entity }) =>
        form === "name" && start < end && referents.entities[entity ?? -1]?.kind === "person",
    );
  return new Set(named.map(({ entity }) => entity)).size === 1 ? (named[0] ?? null) : null;
}

/** Two people in turn, a paragraph each, where one of them asks: “Why?” “I'm tired.” */
export function alternating(scene: Scene, at: number): Verdict | null {
  const { utterances, settled } = scene;
  const utterance = utterances[at];
  const last = settled[at - 1];
  if (utterance === undefined || last === undefined || !utterance.alone) return null;
  if (!follows(utterances[at - 1], utterance)) return null;
  const even = byParity(scene, at);
  if (even !== null) return even;
  const answered = at > 1 && asks(scene, at - 2) && asks(scene, at);
  if (asks(scene, at - 1) || answered) {
    return partner(scene, at) ?? hearer(scene, at - 1) ?? { ...NOBODY, sieve: "alternating" };
  }
  return isTalk(scene, at) ? { ...NOBODY, sieve: "alternating" } : null;
}

/** Whoever spoke before the one who spoke last, in the same talk. */
function partner({ utterances, settled }: Scene, at: number): Verdict | null {
  const last = settled[at - 1];
  for (let back = at - 2; back >= 0 && at - back < FURTHEST_PARTNER; back -= 1) {
    if (!adjoins(utterances[back], utterances[back + 1])) return null;
    const one = settled[back];
    if (one?.entity != null && last?.entity != null && one.entity !== last.entity)
      return inherit(one, "alternating");
  }
  return null;
}

/** “Does it look smaller?” Effie asked him: the one who is asked answers. */
function hearer({ utterances, settled, referents, ground }: Scene, at: number): Verdict | null {
  const cue = utterances[at]?.attribution?.cue;
  if (cue == null) return null;
  const start = ground.tokens[cue.last + 1]?.start;
  const mention = mentionAt(referents.mentions, start ?? -1);
  if (mention === undefined || mention.entity === null || mention.entity === settled[at]?.entity)
    return null;
  return { cue: null, mention, entity: mention.entity, sieve: "alternating" };
}

/** The mention that begins at an offset. */
function mentionAt(mentions: readonly Mention[], start: number): Mention | undefined {
  const mention = mentions[mentionsFrom(mentions, start)];
  return mention?.start === start ? mention : undefined;
}

/**
 * Bare turns between two that name their speakers: “Smaller?” Effie asked. “Slower.” “It is.” “It was
 * old,” Anders said. With an even number of turns between them, the two take turns.
 */
function byParity(scene: Scene, at: number): Verdict | null {
  const { utterances, settled } = scene;
  let from = at - 1;
  while (
    at - from < LONGEST_RUN &&
    isBare(utterances[from]) &&
    follows(utterances[from - 1], utterances[from])
  )
    from -= 1;
  let to = at;
  while (
    to - at < LONGEST_RUN &&
    isBare(utterances[to]) &&
    follows(utterances[to], utterances[to + 1])
  )
    to += 1;
  const first = settled[from];
  const last = utterances[to]?.attribution == null ? null : beside(scene, to);
  if (first?.entity == null || last?.entity == null || first.entity === last.entity) return null;
  if (isBare(utterances[from]) || (to - from) % 2 === 0) return null;
  let question = false;
  for (let turn = from; turn < to; turn += 1) question ||= asks(scene, turn);
  if (!question) return null;
  const turn = (at - from) % 2 === 0 ? first : last;
  return { cue: null, mention: turn.mention, entity: turn.entity, sieve: "alternating" };
}

/** Three short turns, the first two by two people: what follows may be either's. */
function isTalk({ utterances, settled }: Scene, at: number): boolean {
  const [first, second] = [settled[at - 2], settled[at - 1]];
  if (
    first === undefined ||
    second === undefined ||
    !follows(utterances[at - 2], utterances[at - 1])
  )
    return false;
  if (first.entity === null || second.entity === null || first.entity === second.entity)
    return second.sieve === "alternating" && second.entity === null;
  return [first, second, utterances[at]].every((one) => one !== undefined && isShort(one));
}

function isShort({ start, end }: Pick<Settled, "start" | "end">): boolean {
  return end - start <= LONGEST_TURN;
}

/** A paragraph of its own, with no word of who speaks. */
function isBare(utterance: Utterance | undefined): boolean {
  return utterance?.alone === true && utterance.attribution === null && !utterance.resumes;
}

/** Opens the paragraph behind another's. */
function follows(before: Utterance | undefined, utterance: Utterance | undefined): boolean {
  if (before === undefined || utterance?.alone !== true) return false;
  return utterance.quotation.passage - before.quotation.passage === 1;
}

/** The same paragraph or the next. */
function adjoins(before: Utterance | undefined, utterance: Utterance | undefined): boolean {
  if (before === undefined || utterance === undefined) return false;
  return utterance.quotation.passage - before.quotation.passage <= 1;
}

function asks({ text, utterances }: Scene, at: number): boolean {
  const utterance = utterances[at];
  if (utterance === undefined) return false;
  return QUESTION.test(
    text.body.slice(Math.max(utterance.start, utterance.end - 3), utterance.end),
  );
}
