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
    // Where the report has two of them nobody knows whom "Roe" names, and it stands for itself.
    const isBare = nameWords(one.name).length === 1 || !text.includes(one.name);
    return isBare && hasNamesake(one.name, [now, ...known]);
  });
}

function hasNamesake(name: string, readings: readonly Reading[]): boolean {
  const surname = nameWords(name).at(-1);
  const people = readings.flatMap(({ entities }) =>
    entities.filter(({ kind }) => kind === "person" || kind === "unknown"),
  );
  const whole = people
    .map((one) => nameWords(one.name))
    .filter((words) => words.length > 1 && words.at(-1) === surname);
  return new Set(whole.map(([given]) => given)).size > 1;
}

// "Ida Roe Jr."
const NUMBERED: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"]);

function nameWords(name: string): readonly string[] {
  return plainWords(name).filter((word) => !NUMBERED.has(word));
}
