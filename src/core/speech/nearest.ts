import type { Sentence } from "#core/text/text.ts";
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
}

/** An entity; `two` where two may be meant, `null` where nothing near says anything. */
export type Nearest = number | "two" | null;

/**
 * Whom "he" or "she" means by what stands nearest: the only person of its paragraph, or of the nearest that
 * speaks of any; where that has two, the one whom the nearest sentence with a person in it is about.
 * It weighs nothing, so that it is a second opinion beside the memory's.
 */
export function nearestPerson(before: Before, sentence: number, gender: Gender): Nearest {
  const { sentences, mentions, entities } = before;
  const own = sentences[sentence]?.passage ?? 0;
  const near = new Set<number>();
  const there: Mention[] = [];
  let passage = own;
  let nearest = -1;
  for (const mention of mentions.slice(-MOST).reverse()) {
    if (mention.quoted) continue;
    if (nearest < 0 || mention.sentence === nearest) there.unshift(mention);
    if (mention.entity === null || !isSomeone(entities[mention.entity], gender)) continue;
    const place = sentences[mention.sentence]?.passage ?? 0;
    if (own - place > FURTHEST || (place < passage && near.size > 0)) break;
    passage = place;
    if (nearest < 0) nearest = mention.sentence;
    near.add(mention.entity);
  }
  // "Tomas Halloran and his wife, Ingrid Halloran": "she" is the one whom the article shows to be a woman.
  const shown = [...near].filter((entity) => entities[entity]?.gender === gender);
  const [only = null] = near.size === 1 ? near : shown;
  if (near.size === 1 || shown.length === 1) return only;
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
  return lead !== null && isSomeone(entities[lead], gender) ? lead : null;
}

/** A person whom the article does not show to be of the other gender. */
function isSomeone(entity: Entity | undefined, gender: Gender): boolean {
  if (entity?.kind !== "person") return false;
  return entity.gender === "unknown" || entity.gender === gender;
}
