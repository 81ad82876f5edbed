import type { Range } from "#core/text/text.ts";

export type EntityKind = "person" | "organisation" | "place" | "group" | "unknown";

/** As the article itself shows it: by titles, by words like "spokeswoman", by its pronouns. */
export type Gender = "male" | "female" | "unknown";

/** One person, organisation, place or group, by all the names that the article gives it. */
export interface Entity {
  readonly id: number;
  /** The fullest form of the name in the article, without titles. */
  readonly name: string;
  readonly kind: EntityKind;
  readonly gender: Gender;
  readonly plural: boolean;
  /** As the article states it first; `null` where it states none. */
  readonly role: string | null;
}

/** One place where the article speaks of an entity: a name, a description or a pronoun. */
export interface Mention extends Range {
  readonly form: "name" | "description" | "pronoun";
  /** `null` where the article does not settle whom a pronoun or a description means. */
  readonly entity: number | null;
  /** Stands inside quotation marks. */
  readonly quoted: boolean;
  /** Index of its sentence; -1 where it stands in none. */
  readonly sentence: number;
}

/** The index of the first mention that begins at an offset or behind it; mentions stand in order. */
export function mentionsFrom(mentions: readonly Mention[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
