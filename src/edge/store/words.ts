/**
 * The words of a text, as the full-text tables hold them, and the queries for them.
 *
 * Both sides of a search go through `words`, and the tables store what it gives, so that no rule
 * of a tokenizer stands between them. A trigram index would find parts of words in any script, but
 * nothing shorter than three characters, and "art" in "party"; SQLite's own unicode61 tokenizer takes a
 * sentence of Chinese for one word, and parts a word of Hindi at its vowel signs.
 */

/** Scripts that put no space between words: each character is a word, and a word is a phrase. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]+`, "gv");

/**
 * Accents, Arabic and Hebrew vowel points, and characters that cannot be seen. The vowel signs of Indic
 * scripts are marks too, but they make the word; so do the voiced marks of kana.
 */
const ORNAMENT =
  /[[[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]&&\p{M}]--[\u3099\u309a]]|\p{Cf}|\u0640/gv;

/** Letters that carry their stroke or ligature inside, so that Unicode does not take them apart. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  ["ς", "σ"],
  // Arabic, Persian and Urdu keyboards type one letter in two ways.
  ["ي", "ی"],
  ["ى", "ی"],
  ["ك", "ک"],
]);
const BOUND = new RegExp(`[${[...PLAIN.keys()].join("")}]`, "gu");

/** The words of a text, in order: lower case, without accents, made of letters and digits alone. */
export function words(text: string): readonly string[] {
  return fold(text).match(WORD) ?? [];
}

/** A text as a full-text column stores it. */
export function toColumn(text: string): string {
  return words(text).join(" ");
}

/**
 * The full-text query for rows in which every word of `text` stands; `null` where it has no word.
 * A word with a mark inside (`cross-border`, `U.S.`) is a phrase.
 */
export function everyWord(text: string): string | null {
  return query(text, (phrase) => `"${phrase}"`);
}

/** The same, for rows in which every word of `text` begins a word. */
export function everyPrefix(text: string): string | null {
  return query(text, (phrase) => `"${phrase}" *`);
}

/** Only letters, digits and spaces can reach the quotation marks, so nothing typed is an operator. */
function query(text: string, quote: (phrase: string) => string): string | null {
  const phrases = new Set(text.split(/\s+/u).map(toColumn));
  phrases.delete("");
  return phrases.size === 0 ? null : [...phrases].map(quote).join(" AND ");
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ORNAMENT, "")
    .replace(BOUND, (letter) => PLAIN.get(letter) ?? letter);
}
