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

/** Stands in no text, and no query can hold it: `words` knows letters and digits alone. */
const BREAK = "\ue000";

/** How far apart the words of one name may stand: Maria da Conceição Alves Solen is found by "Maria Solen". */
const NAME_SPAN = 4;

/** Names as a full-text column stores them: so far apart that `nameWords` reads from none into the next. */
export function toNames(names: readonly string[]): string {
  const gap = ` ${Array.from({ length: NAME_SPAN + 1 }, () => BREAK).join(" ")} `;
  return names.map(toColumn).filter(Boolean).join(gap);
}

/**
 * The full-text query for rows in which each of the phrases stands; `null` where they have no word.
 * A phrase is a word or several beside each other; one with a mark inside (`cross-border`, `U.S.`) too.
 */
export function everyPhrase(phrases: readonly string[]): string | null {
  return joined(phrases, (phrase) => `"${phrase}"`, " AND ");
}

/** The same, for rows in which any of them stands. */
export function anyPhrase(phrases: readonly string[]): string | null {
  return joined(phrases, (phrase) => `"${phrase}"`, " OR ");
}

/**
 * The same, for rows with a name that has all these words; the column is one that `toNames` made. A
 * name that is given whole is found however long it is.
 */
export function nameWords(text: string): string | null {
  const given = words(text);
  const [first, ...more] = new Set(given);
  if (first === undefined) return null;
  if (more.length === 0) return `"${first}"`;
  const near = `NEAR(${[first, ...more].map((word) => `"${word}"`).join(" ")}, ${NAME_SPAN})`;
  // Between the first and the last of them stand all others but these two.
  return given.length <= NAME_SPAN + 2 ? near : `("${given.join(" ")}" OR ${near})`;
}

/** The same, for rows in which every word of `text` begins a word. */
export function everyPrefix(text: string): string | null {
  return joined(text.split(/\s+/u), (phrase) => `"${phrase}" *`, " AND ");
}

/** Only letters, digits and spaces can reach the quotation marks, so nothing typed is an operator. */
function joined(
  texts: readonly string[],
  quote: (phrase: string) => string,
  operator: string,
): string | null {
  const phrases = new Set(texts.map(toColumn));
  phrases.delete("");
  return phrases.size === 0 ? null : [...phrases].map(quote).join(operator);
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ORNAMENT, "")
    .replace(BOUND, (letter) => PLAIN.get(letter) ?? letter);
}
