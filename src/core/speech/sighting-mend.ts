import { type NameRun, SURNAMES_TOO } from "#core/text/name.ts";
import { ORG_WORDS } from "#core/text/role-lexicon.ts";
import type { Sighting } from "./sighting.ts";

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

/**
 * "Speaking to the Harbour Mail Voss said", where Ada Voss is known: what stands before a known name
 * is a paper's, and no part of it.
 */
export function withoutPaper(sightings: readonly Sighting[]): readonly Sighting[] {
  const known = new Set<string>();
  for (const { words, kind, quoted } of sightings) {
    if (kind !== "person" || quoted || words.length < 2 || words.length > 3) continue;
    known.add(words.at(-1) ?? "");
    known.add(words.slice(-2).join(" "));
  }
  return sightings.map((sighting) => {
    const { words, kind, run } = sighting;
    if (kind !== "organisation" || words.length !== run.last - run.name + 1) return sighting;
    const size = [2, 1].find(
      (many) =>
        words.length > many + 1 &&
        known.has(words.slice(-many).join(" ")) &&
        isPaper(words.at(-many - 1) ?? "") &&
        !isPaper(words.at(-1) ?? ""),
    );
    if (size === undefined) return sighting;
    const name = run.last - size + 1;
    const cut = { ...run, first: name, name, role: name - 1 };
    return {
      ...sighting,
      run: cut,
      words: words.slice(-size),
      kind: size > 1 ? "person" : "unknown",
    };
  });
}

function isPaper(word: string): boolean {
  return (
    ORG_WORDS.has(word) && (!SURNAMES_TOO.has(word) || /^(?:star|mirror|sun|press)$/u.test(word))
  );
}
