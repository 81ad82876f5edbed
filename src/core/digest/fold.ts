/**
 * Brings a text to the form in which it is compared: no case, no accents, no ligatures. `Zelín` and
 * `ZELIN` are one word; so are `Straße` and `STRASSE`, `ΟΔΟΣ` and `οδός`. By Unicode's compatibility
 * decomposition (UAX #15) and full case mapping.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/gu, "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ");
}

// Scripts that are written without spaces: each letter stands for itself, and a word is a phrase.
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const WORD_OR_LETTER = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

/** The words of a text, folded: `Port-Zelín's` → `port`, `zelin`, `s`. */
export function foldedWords(text: string): readonly string[] {
  const folded = fold(text);
  return folded.match(IS_UNSPACED.test(folded) ? WORD_OR_LETTER : WORD) ?? [];
}

/** A folded word, and where it stands in a text, in UTF-16 units. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, as `foldedWords` has them, with their places. */
export function placedWords(text: string): readonly PlacedWord[] {
  const isUnspaced = IS_UNSPACED.test(text);
  return [...text.matchAll(isUnspaced ? WORD_OR_LETTER : WORD)].flatMap(({ 0: found, index }) =>
    foldedWords(found).map((word) => ({ word, start: index, end: index + found.length })),
  );
}
