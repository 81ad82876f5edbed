import type { Sentence } from "#core/text/text.ts";
import { genderOfName } from "./given-name.ts";
import type { Entity, Gender, Mention } from "./mention.ts";

/** How many paragraphs back the one whom "she" means may stand. */
const FURTHEST = 2;
/** And how many mentions, so that a paragraph of a thousand people costs no more than one of ten. */
const MOST = 60;

/** What has been read of an article before a pronoun. */
export interface Before {
  readonly entities: readonly Entity[];
  readonly sentences: readonly Sentence[];
  /** In order. */
  readonly mentions: readonly Mention[];
  /** Whom a sentence is about, by its index, as far as it is read. */
  readonly leadOf: (sentence: number) => Mention | null;
  /** The gender of a pronoun; `null` of any other mention. */
  readonly genderOf: (mention: Mention) => Gender | null;
  /** Turns its sentence to another: ", while Mori …". */
  readonly turns: (mention: Mention) => boolean;
  /** Has been given words, a sentence or an office: no harbour, no kitchen that only looks like a person's name. */
  readonly isShown: (entity: number) => boolean;
  /** Whom the one who is meant speaks to: "he asked Mori" is not Mori. */
  readonly hearer: number | null;
}

/** An entity; `two` where two may be meant, `null` where nothing near says anything. */
export type Nearest = number | "two" | null;

/**
 * Whom "he" or "she" means by what stands nearest: the only person of its paragraph, or of the nearest that
 * speaks of any; where that has two, the one whom the nearest sentence with a person in it is about.
 * It weighs nothing, so that it is a second opinion beside the memory's.
 */
export function nearestPerson(before: Before, sentence: number, gender: Gender): Nearest {
  const { sentences, mentions } = before;
  const own = sentences[sentence]?.passage ?? 0;
  const near = new Set<number>();
  const there: Mention[] = [];
  let passage = own;
  let nearest = -1;
  for (const mention of mentions.slice(-MOST).reverse()) {
    if (mention.quoted) continue;
    if (nearest < 0 || mention.sentence === nearest) there.unshift(mention);
    if (mention.entity === null || !isSomeone(before, mention.entity, gender)) continue;
    const place = sentences[mention.sentence]?.passage ?? 0;
    if (own - place > FURTHEST || (place < passage && near.size > 0)) break;
    passage = place;
    if (nearest < 0) nearest = mention.sentence;
    near.add(mention.entity);
  }
  // "Tomas Halloran and his wife, Ingrid Halloran": "she" is the one whom the article shows to be a woman.
  const people = [...near].filter(before.isShown);
  const likely = people.length > 0 ? people : [...near];
  const shown = likely.filter((entity) => before.entities[entity]?.gender === gender);
  const [only = null] = likely.length === 1 ? likely : shown;
  if (likely.length === 1 || shown.length === 1) return only;
  const subject = before.leadOf(nearest);
  const lead = subject?.entity ?? null;
  // "Her cousin Victor Lunn was hurt. She said": two may be "she".
  const opening = there.find(
    ({ start, sentence: at }) => at === nearest && start < (subject?.start ?? 0),
  );
  const owner = opening === undefined ? null : before.genderOf(opening);
  if (owner === gender && opening?.entity !== lead) return "two";
  const turned = there.some(
    (one) => one.sentence === nearest && one.entity !== lead && before.turns(one),
  );
  if (turned) return "two";
  return lead !== null && isSomeone(before, lead, gender) ? lead : null;
}

/**
 * The only one in sight of whom the article or a given name says that it is a man, or a woman; `null`
 * where two are in sight, or none, or someone else whom nothing shows to be the one or the other.
 */
export function onlyOne(before: Before, sentence: number, gender: Gender): number | null {
  const { sentences, mentions, entities } = before;
  const own = sentences[sentence]?.passage ?? 0;
  let only: number | null = null;
  for (const mention of mentions.slice(-MOST).reverse()) {
    if (mention.quoted || mention.entity === null) continue;
    if (own - (sentences[mention.sentence]?.passage ?? 0) > FURTHEST) break;
    const who = entities[mention.entity];
    if (who === undefined || !isSomeone(before, mention.entity, gender)) continue;
    if (likelyGender(who) !== gender && !before.isShown(mention.entity)) continue;
    if (only !== null && only !== mention.entity) return null;
    only = mention.entity;
  }
  const who = only === null ? undefined : entities[only];
  return who !== undefined && likelyGender(who) === gender ? only : null;
}

/** As the article shows it, else as the given name says. */
export function likelyGender({ gender, name }: Entity): Gender {
  return gender === "unknown" ? genderOfName(name) : gender;
}

/** A person who is not shown to be of the other gender, and is not spoken to. */
function isSomeone({ entities, isShown, hearer }: Before, id: number, gender: Gender): boolean {
  const entity = entities[id];
  if (entity === undefined || id === hearer) return false;
  // "Megan", who has spoken; but not "Allies".
  const lone = entity.kind === "unknown" && isShown(id) && !entity.name.endsWith("s");
  if (entity.kind !== "person" && !lone) return false;
  const likely = likelyGender(entity);
  return likely === "unknown" || likely === gender;
}
