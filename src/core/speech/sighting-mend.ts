import { SURNAMES_TOO } from "#core/text/name.ts";
import { GROUP_NOUNS, OFFICE_DOMAINS, ORG_WORDS } from "#core/text/role-lexicon.ts";
import { isDeputies } from "./fullest-name.ts";
import { genderOfName } from "./given-name.ts";
import type { Sighting } from "./sighting.ts";

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
    if (kind === "group" || isDeputies(words.at(-1) ?? "")) return withoutCaption(sighting);
    if (kind !== "organisation" || words.length !== run.last - run.name + 1) return sighting;
    const size = [2, 1].find(
      (many) =>
        words.length > many + 1 &&
        known.has(words.slice(-many).join(" ")) &&
        isPaper(words.at(-many - 1) ?? "") &&
        !isPaper(words.at(-1) ?? ""),
    );
    if (size === undefined) return withoutField(sighting);
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

/** "Odo Karim Krantz [Deputies] arrived": the name of a caption ran on into the word that opens the next sentence. */
function withoutCaption(sighting: Sighting): Sighting {
  const { words, run, kind } = sighting;
  const last = words.at(-1) ?? "";
  const isGroup = (kind === "group" && GROUP_NOUNS.has(last)) || isDeputies(last);
  if (words.length < 3 || !isGroup) return sighting;
  if (genderOfName(words.join(" ")) === "unknown") return sighting;
  const cut = { ...run, first: run.last, name: run.last, role: run.last - 1 };
  return { ...sighting, run: cut, words: [last], kind: "group" };
}

/** "Minister in the Ministry of Finance Ann Roe": the field of the ministry ends where her name begins. */
function withoutField(sighting: Sighting): Sighting {
  const { words, run } = sighting;
  const field = words.at(-3) ?? "";
  const person = words.slice(-2);
  if (!words.includes("of") || !OFFICE_DOMAINS.has(field)) return sighting;
  if (genderOfName(person.join(" ")) === "unknown" || person.some((word) => ORG_WORDS.has(word)))
    return sighting;
  const name = run.last - 1;
  const cut = { ...run, first: name, name, role: name - 1 };
  return { ...sighting, run: cut, words: person, kind: "person" };
}

function isPaper(word: string): boolean {
  return (
    ORG_WORDS.has(word) && (!SURNAMES_TOO.has(word) || /^(?:star|mirror|sun|press)$/u.test(word))
  );
}
