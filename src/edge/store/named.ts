import type { Filed } from "#core/digest/edition.ts";
import type { NameKind } from "#core/reply/sought.ts";

/** Longer ones are sentences that stand in the wrong field; no platform could offer them as a choice. */
const LONGEST_NAME = 100;

/** The names in an article, by kind. */
export function namesOf(filed: Filed): Readonly<Record<NameKind, readonly string[]>> {
  return {
    speaker: short(speakersOf(filed)),
    topic: short(topicsOf(filed)),
    place: short(placesOf(filed)),
    source: short(sourcesOf(filed)),
  };
}

/** Everyone who is quoted by name. */
export function speakersOf({ brief }: Filed): readonly string[] {
  return [...new Set(brief.quotes.flatMap(({ speaker }) => speaker?.name ?? []))];
}

/** Where it is filed from, and what places it says it is about. */
export function placesOf({ article }: Filed): readonly string[] {
  return stated(article.dateline?.place, article.located, ...article.places);
}

/** Its publisher, and the agency of its dateline. */
export function sourcesOf({ article }: Filed): readonly string[] {
  return stated(article.source, article.dateline?.agency);
}

function topicsOf({ article }: Filed): readonly string[] {
  return stated(article.section, ...article.tags, ...article.subjects);
}

function stated(...texts: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== null && text !== undefined))];
}

function short(names: readonly string[]): readonly string[] {
  return names.map((name) => name.trim()).filter(({ length }) => length <= LONGEST_NAME);
}
