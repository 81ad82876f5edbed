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
export const NAME_BREAK = "\ue000";

/** How far apart the words of one name may stand: Maria da Conceição Alves Solen is found by "Maria Solen". */
export const NAME_SPAN = 4;

/** Names as a full-text column stores them: so far apart that `nameWords` reads from none into the next. */
export function toNames(names: readonly string[]): string {
  const gap = ` ${Array.from({ length: NAME_SPAN + 1 }, () => NAME_BREAK).join(" ")} `;
  return names.map(toColumn).filter(Boolean).join(gap);
}

/** Columns in which words are looked for. */
export type ColumnOf = "headline" | "text";

/** The words of an article, as `toColumn` and `toNames` give them. */
export interface WordColumns {
  readonly headline: string;
  readonly byline: string;
  readonly tags: string;
  readonly body: string;
  readonly source: string;
  readonly speakers: string;
  readonly places: string;
}

/** Words that an article is to have; at least one of the lists is given. */
export interface AskedWords {
  /** Of each list one phrase, one or more words beside each other, stands in headline, byline, tags or body. */
  readonly text: readonly (readonly string[])[];
  /** The words of a name that source or byline has. */
  readonly from: readonly string[];
  readonly speaker: readonly string[];
  readonly place: readonly string[];
  /** Phrases none of which stands in the text. */
  readonly without: readonly string[];
}

/** The phrases in what was typed: a word with a mark inside (`cross-border`, `U.S.`) is several beside each other. */
export function phrasesOf(texts: readonly string[]): readonly string[] {
  const phrases = new Set(texts.map(toColumn));
  phrases.delete("");
  return [...phrases];
}

/** The same of words with what may stand for each; those that have no word in them are left out. */
export function choicesOf(all: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const choices = all.map(phrasesOf).filter(({ length }) => length > 0);
  return [...new Map(choices.map((choice) => [choice.join("|"), choice])).values()];
}

/** What is typed, as prefixes for `wordsBegin`. */
export function prefixesOf(typed: string): readonly string[] {
  return phrasesOf(typed.split(/\s+/u));
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ORNAMENT, "")
    .replace(BOUND, (letter) => PLAIN.get(letter) ?? letter);
}
