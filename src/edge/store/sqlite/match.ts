import type { AskedPieces } from "../pieces.ts";
import { type AskedWords, type ColumnOf, NAME_SPAN } from "../words.ts";

/** The columns of `article_words` in which words are looked for. */
const COLUMNS: Readonly<Record<ColumnOf, string>> = {
  headline: "{headline}",
  text: "{headline byline tags body}",
};

/** What is asked for as a query of FTS5: https://www.sqlite.org/fts5.html, "Full-text Query Syntax". */
export function matchOf({ text, from, speaker, place, without }: AskedWords): string {
  const parts = [
    ...(text.length === 0 ? [] : [`${COLUMNS.text} : (${everyOf(text)})`]),
    ...named("{source byline}", from),
    ...named("{speakers}", speaker),
    ...named("{places}", place),
  ];
  const refused = `${COLUMNS.text} : (${joined(without, " OR ")})`;
  // Only what is refused: the caller asks for what does not have it.
  if (parts.length === 0) return refused;
  const all = parts.join(" AND ");
  return without.length === 0 ? all : `(${all}) NOT (${refused})`;
}

/** Prefixes that all stand in the headline, or in the text, of `article_words`. */
export function prefixMatchOf(prefixes: readonly string[], where: ColumnOf): string {
  return `${COLUMNS[where]} : (${everyPrefix(prefixes)})`;
}

/** Prefixes that all begin a word. */
export function everyPrefix(prefixes: readonly string[]): string {
  return prefixes.map((phrase) => `${quoted(phrase)} *`).join(" AND ");
}

/** Words of the `vocabulary` that have one of these pieces, or one of each of a pair of lists. */
export function piecesMatchOf({ any, pairs }: AskedPieces): string {
  const both = pairs.map(({ heads, tails }) => {
    return `((${joined(heads, " OR ")}) AND (${joined(tails, " OR ")}))`;
  });
  return [joined(any, " OR "), ...both].join(" OR ");
}

function named(columns: string, name: readonly string[]): readonly string[] {
  return name.length === 0 ? [] : [`${columns} : (${nameMatch(name)})`];
}

/** A name that has all these words, in a column of `toNames`; one that is given whole is found however long it is. */
function nameMatch(given: readonly string[]): string {
  const [first = "", ...more] = new Set(given);
  if (more.length === 0) return quoted(first);
  const near = `NEAR(${[first, ...more].map(quoted).join(" ")}, ${NAME_SPAN})`;
  // Between the first and the last of them stand all others but these two.
  return given.length <= NAME_SPAN + 2 ? near : `(${quoted(given.join(" "))} OR ${near})`;
}

/** Of each list any: `"flood" AND ("storm" OR "storms")`. */
function everyOf(choices: readonly (readonly string[])[]): string {
  return choices
    .map((choice) => (choice.length === 1 ? joined(choice, "") : `(${joined(choice, " OR ")})`))
    .join(" AND ");
}

function joined(phrases: readonly string[], operator: string): string {
  return phrases.map(quoted).join(operator);
}

/** Only letters, digits and spaces reach the quotation marks (`words.ts`), so nothing typed is an operator. */
function quoted(phrase: string): string {
  return `"${phrase}"`;
}
