import type { Range } from "#core/text/text.ts";
import { plainWords } from "./plain.ts";
import type { Reading } from "./reading.ts";

/**
 * Says whether a sentence calls somebody by a surname alone that is another's too, in the report or in what readers
 * know: they take "Roe" for the Roe whom they have met.
 */
export function meansNamesake(range: Range, now: Reading, known: readonly Reading[]): boolean {
  const { sentences, names, entities, body } = now;
  const text = body.slice(range.start, range.end);
  return names.some(({ entity, sentence }) => {
    const one = entities[entity];
    if (sentences[sentence]?.start !== range.start || one === undefined) return false;
    if (one.kind === "place" || one.kind === "organisation") return false;
    return !text.includes(one.name) && hasNamesake(one.name, [now, ...known]);
  });
}

function hasNamesake(name: string, readings: readonly Reading[]): boolean {
  const words = nameWords(name);
  const others = readings.flatMap(({ entities }) =>
    entities.filter(({ kind }) => kind === "person" || kind === "unknown"),
  );
  return others.some((other) => {
    const theirs = nameWords(other.name);
    const isWhole = theirs.length > 1 && theirs.at(-1) === words.at(-1);
    return isWhole && words.length > 1 && theirs[0] !== words[0];
  });
}

// "Ida Roe Jr."
const NUMBERED: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"]);

function nameWords(name: string): readonly string[] {
  return plainWords(name).filter((word) => !NUMBERED.has(word));
}
