/** Weights of a `tsvector`: `ts_rank` is told what they count for. */
export type Weight = "A" | "B" | "C" | "D";

/** Positions end here; what stands behind it has the last one: https://www.postgresql.org/docs/current/textsearch-limitations.html */
const LAST_POSITION = 16_383;
/** Positions kept of one word: the same page. */
const MOST_POSITIONS = 255;
/** Characters of a word: it may have 2,046 bytes, and a character up to four. */
const LONGEST_WORD = 500;
/** Bytes of all words and positions; a vector may have a megabyte of them. What a longer text says behind that is not found. */
const MOST_BYTES = 900_000;
/** Nothing stands beside each other across the end of a field. */
const GAP = 2;

/** A word as it is stored and looked for, without half of a letter where it is cut. */
export function lexeme(word: string): string {
  return word.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, "");
}

/**
 * Fields of words as the text of a `tsvector`, which PostgreSQL's own parser has no part in: both databases
 * store and look for the words of `words.ts`.
 */
export function vectorOf(fields: readonly (readonly [text: string, weight: Weight])[]): string {
  const positions = new Map<string, string[]>();
  let bytes = 0;
  let position = 1;
  for (const [text, weight] of fields) {
    for (const word of text.split(" ").filter(Boolean)) {
      const key = lexeme(word);
      const known = positions.get(key);
      bytes += known === undefined ? Buffer.byteLength(key) + 4 : 2;
      if (bytes > MOST_BYTES) return written(positions);
      const place = `${Math.min(position, LAST_POSITION)}${weight}`;
      if (known === undefined) positions.set(key, [place]);
      else if (known.length < MOST_POSITIONS && known.at(-1) !== place) known.push(place);
      position += 1;
    }
    position += GAP;
  }
  return written(positions);
}

function written(positions: ReadonlyMap<string, readonly string[]>): string {
  return [...positions].map(([word, places]) => `${quoted(word)}:${places.join(",")}`).join(" ");
}

/** Lists of phrases, of each of which one stands there, as the text of a `tsquery`. */
export function everyOf(choices: readonly (readonly string[])[]): string {
  return choices.map((choice) => `(${anyPhrase(choice)})`).join(" & ");
}

/** The same, for any phrase of a list. */
export function anyPhrase(phrases: readonly string[]): string {
  return phrases.map(phraseOf).join(" | ");
}

/** Phrases whose last word is begun only, in fields of one weight or of all. */
export function everyPrefix(phrases: readonly string[], weight: Weight | "" = ""): string {
  return phrases
    .map((phrase) => {
      const words = phrase.split(" ");
      const last = words.length - 1;
      const marked = words.map(
        (word, at) => `${quoted(lexeme(word))}:${at === last ? "*" : ""}${weight}`,
      );
      return `(${marked.map(withoutBareColon).join(" <-> ")})`;
    })
    .join(" & ");
}

function withoutBareColon(word: string): string {
  return word.endsWith(":") ? word.slice(0, -1) : word;
}

function phraseOf(phrase: string): string {
  return `(${phrase.split(" ").map(lexeme).map(quoted).join(" <-> ")})`;
}

/** Only letters, digits and marks reach the quotation marks (`words.ts`), so nothing typed is an operator. */
function quoted(word: string): string {
  return `'${word}'`;
}
