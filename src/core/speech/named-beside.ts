import type { AnalysedText } from "#core/text/analysed.ts";
import { genderOfName } from "./given-name.ts";

// "Ted Marlow", "Sonya A. Hale"
const FULL = /(?<![\p{L}.’'-] ?)(\p{Lu}\p{Ll}+)(?: \p{Lu}\.)? (\p{Lu}[\p{L}’-]+)/gu;
const ENDING = /['’]s$/u;
/** Headings and captions beyond this are a page of links. */
const MOST_LINES = 60;
const LONGEST_LINE = 300;

/**
 * Full names that stand in the title, in headings and in captions alone, by their surname: "Where is Ted
 * Marlow now?" over copy that calls him Marlow. Only behind a given name, since such lines set capitals as
 * they like; two of one surname are nobody's.
 */
export function namesBeside({ title, body, passages }: AnalysedText): ReadonlyMap<string, string> {
  const lines = passages.filter(({ kind }) => kind !== "prose").slice(0, MOST_LINES);
  const texts = [
    (title ?? "").slice(0, LONGEST_LINE),
    ...lines.map(({ start, end }) => body.slice(start, Math.min(end, start + LONGEST_LINE))),
  ];
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const text of texts) {
    for (const [printed, given = "", word = ""] of text.matchAll(FULL)) {
      const surname = word.replace(ENDING, "").toLowerCase();
      const name = printed.replace(ENDING, "");
      if (genderOfName(`${given} ${surname}`) === "unknown" || !body.includes(name)) continue;
      if ((found.get(surname) ?? name) !== name) shared.add(surname);
      found.set(surname, name);
    }
  }
  for (const surname of shared) found.delete(surname);
  return found;
}
