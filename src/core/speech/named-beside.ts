import type { AnalysedText } from "#core/text/analysed.ts";
import { ORG_WORDS, PLACE_OPENERS, PLACE_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { genderOfName } from "./given-name.ts";

// "Ted Marlow", "Sonya A. Hale"
const FULL = /(?=\p{Lu})(?<![\p{L}.’'-] ?)(\p{Lu}\p{Ll}+)(?: \p{Lu}\.)? (\p{Lu}[\p{L}’-]+)/gu;
const ENDING = /['’]s$/u;
/** Headings and captions beyond this are a page of links. */
const MOST_LINES = 60;
const LONGEST_LINE = 300;

/**
 * Full names that stand in the title, in headings and in captions alone, by their surname: "Where is Ted
 * Marlow now?" over copy that calls him Marlow. Only behind a given name, since such lines set capitals as
 * they like; two of one surname are nobody's.
 */
export function namesBeside(text: AnalysedText): ReadonlyMap<string, string> {
  const { body, title, passages, tokens } = text;
  const lines = passages.filter(({ kind }) => kind !== "prose").slice(0, MOST_LINES);
  const texts = [
    (title ?? "").slice(0, LONGEST_LINE),
    ...lines.map(({ start, end }) => body.slice(start, Math.min(end, start + LONGEST_LINE))),
  ];
  const found = new Map<string, string>();
  const shared = new Set<string>();
  const unsure = new Map<string, number>();
  for (const line of texts) {
    for (const [printed, given = "", word = ""] of line.matchAll(FULL)) {
      const surname = word.replace(ENDING, "").toLowerCase();
      const name = printed.replace(ENDING, "");
      if (!body.includes(name)) continue;
      if (genderOfName(`${given} ${surname}`) === "unknown") {
        unsure.set(name, (unsure.get(name) ?? 0) + 1);
        continue;
      }
      if ((found.get(surname) ?? name) !== name) shared.add(surname);
      found.set(surname, name);
    }
  }
  if ([...unsure.values()].some((count) => count > 1)) addUnsure(tokens, found, shared, unsure);
  for (const surname of shared) found.delete(surname);
  for (const [given, name] of byGivenName(tokens, found))
    if (!found.has(given)) found.set(given, name);
  return found;
}

/** "Emilie said", where a line has Emilie Wrath, and the copy another Wrath: hers is that family. */
function byGivenName(
  tokens: AnalysedText["tokens"],
  found: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { lower, capital } of tokens)
    if (capital) counts.set(lower, (counts.get(lower) ?? 0) + 1);
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const [surname, name] of found) {
    const given = name.split(" ")[0]?.toLowerCase() ?? "";
    if (genderOfName(name) === "unknown") continue;
    if (names.has(given)) shared.add(given);
    if ((counts.get(surname) ?? 0) > 1) names.set(given, name);
  }
  for (const given of shared) names.delete(given);
  return names;
}

/** "Dylan" and the like, of no list: where several lines have the name, and nobody writes its words small. */
function addUnsure(
  tokens: AnalysedText["tokens"],
  found: Map<string, string>,
  shared: Set<string>,
  unsure: ReadonlyMap<string, number>,
): void {
  const small = new Set(tokens.flatMap(({ lower, capital }) => (capital ? [] : [lower])));
  for (const [name, count] of unsure) {
    const [given = "", surname = ""] = name
      .toLowerCase()
      .split(" ")
      .filter((word) => !word.endsWith("."));
    const known = found.get(surname);
    if (known !== undefined && known !== name) shared.add(surname);
    if (known !== undefined || count < 2 || isKnownWord(given) || isKnownWord(surname)) continue;
    if (small.has(given) || small.has(surname)) continue;
    found.set(surname, name);
  }
}

function isKnownWord(lower: string): boolean {
  return (
    ROLE_NOUNS.has(lower) ||
    ORG_WORDS.has(lower) ||
    PLACE_OPENERS.has(lower) ||
    PLACE_WORDS.has(lower)
  );
}
