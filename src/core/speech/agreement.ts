import { genderOfName } from "./given-name.ts";
import type { Entity, Gender, Mention } from "./mention.ts";
import { type Before, type Nearest, nearestPerson, onlyOne } from "./nearest.ts";

/** How many mentions back one is looked for who turns a sentence to another. */
export const MOST_SINCE = 30;

/** What stands before a pronoun, and who has spoken there. */
export interface Sight {
  readonly before: Before;
  /** The pronoun's, by its number. */
  readonly sentence: number;
  /** Who was given words last; `null` where that is not sure. */
  readonly voice: Mention | null;
  /** All who were given words in the sentence of the last. */
  readonly voices: readonly Mention[];
  /** Whom the pronoun's sentence is about so far. */
  readonly lead: Mention | null;
}

/**
 * "He said": whom the memory chooses counts only where a second way comes to the same: who stands
 * nearest, who spoke last, who is the only man in sight; and no given name says otherwise.
 */
export function agreedOn(found: number | null, gender: Gender, sight: Sight): number | null {
  const { before, sentence } = sight;
  const nearest = nearestPerson(before, sentence, gender);
  const only = onlyOne(before, sentence, gender);
  if (found === null) return unremembered(sight, gender, nearest, only);
  if (found === before.hearer || isOther(before.entities[found], gender)) return null;
  if (nearest === found || goesOn(sight, gender) === found) return found;
  if (typeof nearest === "number") return null;
  if (only === found) return found;
  return nearest === null && isStill(found, sight) ? found : null;
}

/** Who spoke last, no further back than the paragraph before. */
function isStill(found: number, { before: { sentences }, sentence, voice }: Sight): boolean {
  const passage = sentences[voice?.sentence ?? -1]?.passage ?? -1;
  const own = sentences[sentence]?.passage ?? 0;
  return (voice?.entity ?? null) === found && own - passage <= 1;
}

/** Where the memory cannot choose, the one who stands nearest must be the only one, too, or go on. */
function unremembered(
  sight: Sight,
  gender: Gender,
  nearest: Nearest,
  only: number | null,
): number | null {
  const { before, sentence, voice } = sight;
  if (typeof nearest !== "number" || isOther(before.entities[nearest], gender)) return null;
  const last = voice?.entity;
  if (nearest === goesOn(sight, gender)) return nearest;
  if (nearest !== only) return null;
  const lead = before.leadOf(sentence) ?? before.leadOf(sentence - 1);
  const shown = before.entities[only]?.gender === gender;
  return lead?.entity === only || (shown && (last === only || last === undefined)) ? only : null;
}

/**
 * "Zell said it would help Marsh. “A,” he said": the sentence before was given to one alone, by name; "Ann
 * Zell said he was late. “A,” she said": to one woman alone.
 */
function goesOn({ before, sentence, voices, lead }: Sight, gender: Gender): number | null {
  const fitting = voices.filter((voice) => {
    const own = before.genderOf(voice);
    return own === null || own === gender;
  });
  const [voice, second] = fitting;
  if (voice === undefined || second !== undefined || voice.form === "description") return null;
  if (voice.sentence !== sentence - 1 || lead !== null) return null;
  const since = before.mentions.slice(-MOST_SINCE).filter(({ start }) => start > voice.start);
  return since.some(before.turns) ? null : voice.entity;
}

/** Whose given name is of the other gender. */
function isOther(entity: Entity | undefined, gender: Gender): boolean {
  const named = genderOfName(entity?.name ?? "");
  return named !== "unknown" && named !== gender;
}
