import type { NameRun } from "#core/text/name.ts";

/** Ranks that people are called by: Marshal Quill, Dean Orr. */
const GIVEN_TOO: ReadonlySet<string> = new Set("marshal dean duke earl".split(" "));

/**
 * "Marshal Quill", where nobody is called a marshal: his given name, and no rank.
 *
 * @param lowered the words that the article has in small letters, too
 */
export function withGivenName(
  lowerOf: (token: number) => string,
  run: NameRun,
  lowered: ReadonlySet<string>,
): NameRun {
  const { first, last, role } = run;
  const given = lowerOf(first);
  if (role !== first || last !== first + 1 || !GIVEN_TOO.has(given)) return run;
  if (lowered.has(given) || lowerOf(first - 1) === "the") return run;
  return { ...run, name: first, role: first - 1 };
}

/** "King said", where Wayne King is known: his surname, and no king. */
export function withSurname(
  lowerOf: (token: number) => string,
  run: NameRun,
  surnames: ReadonlySet<string>,
): NameRun {
  const { first, last, name } = run;
  const isOffice = name <= last || first !== last || lowerOf(first - 1) === "the";
  if (isOffice || !surnames.has(lowerOf(first))) return run;
  return { ...run, name: first, role: first - 1 };
}
