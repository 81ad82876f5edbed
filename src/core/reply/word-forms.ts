import { foldedWords } from "#core/digest/fold.ts";
import { isNumberWord } from "#core/text/figure-number.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import type { Sought } from "./sought.ts";
import { IRREGULAR, NO_PLURAL, VERBS, VOWEL_NOUNS } from "./word-form-lists.ts";

/** Shorter words are taken as they are, and no form is shorter: "news" is not "new", nor "US" a plural. */
const SHORTEST = 4;

/** English alone has these forms; a word with another letter is of another language. */
const PLAIN = /^[a-z]+$/u;

// Reads: Starmer's · Starmer’s
const POSSESSIVE = /^(?<owner>[\p{L}\p{N}]+)['’]s$/iu;

/**
 * What may stand for each of the words that are sought, the first as it was typed: a word for its forms too, unless it
 * is looked for as it stands; a phrase, a number and a word with a mark inside for themselves alone.
 */
export function alternativesOf({
  words,
  exact,
}: Pick<Sought, "words" | "exact">): readonly (readonly string[])[] {
  return words.map((word) => (exact.includes(word) ? [word] : formsOf(word)));
}

/**
 * The forms of a word that may stand for it: `landslide` and `landslides`, `killed` and `kill`, `kills`, `killing`; eight
 * or so at most, itself the first, folded but for that. None joins two words of which a reader means one: those that
 * nothing but a lexicon could tell apart are in `word-form-lists.ts`. Of two words either has the other, or neither.
 *
 * @param typed one word, as it was typed
 */
export function formsOf(typed: string): readonly string[] {
  const owner = POSSESSIVE.exec(typed.trim())?.groups?.owner;
  if (owner !== undefined && !isFunctionWord(owner.toLowerCase())) return formsOf(owner);
  const [word = "", ...more] = foldedWords(typed);
  if (more.length > 0 || !isInflected(word)) return [typed];
  const forms = rootsOf(word).flatMap((root) => [root, ...inflected(root)]);
  return [typed, ...new Set(forms.filter((form) => form !== word))];
}

function isInflected(word: string): boolean {
  const isWord = word.length >= SHORTEST && PLAIN.test(word);
  return isWord && !isFunctionWord(word) && !isNumberWord(word);
}

/** The words that a word is a form of, or is. */
function rootsOf(word: string): readonly string[] {
  const guesses = ENDINGS.flatMap(([ending, ...roots]) =>
    word.endsWith(ending) ? roots.map((own) => word.slice(0, -ending.length) + own) : [],
  );
  // The dropped letter of a doubled one: stabbed, stab.
  const doubled = /^(?<root>.+(?<last>[b-z]))\k<last>(?:ed|ing)$/u.exec(word)?.groups?.root;
  const irregular = [...IRREGULAR].filter(([, plural]) => plural === word).map(([own]) => own);
  const all = [word, ...guesses, ...(doubled === undefined ? [] : [doubled]), ...irregular];
  const isRoot = (root: string) => root === word || inflected(root).includes(word);
  return [...new Set(all)].filter((root) => isInflected(root) && isRoot(root));
}

/** An ending, and what stands in its place in the word that it was put to. */
const ENDINGS: readonly (readonly [ending: string, ...roots: string[]])[] = [
  ["s", ""],
  ["es", "", "is"],
  ["ies", "y"],
  ["men", "man"],
  ["ed", "", "e"],
  ["ied", "y"],
  ["ing", "", "e"],
];

function inflected(root: string): readonly string[] {
  return [...withS(root), ...(VERBS.has(root) ? pastsOf(root) : [])];
}

/** The plural, or the third person; none where it could be that of another word. */
function withS(root: string): readonly string[] {
  const irregular = IRREGULAR.get(root);
  if (irregular !== undefined) return [irregular];
  if (NO_PLURAL.has(root)) return [];
  // "gunmen", but also "Germans"; "Oman" is no "omen".
  if (/..man$/u.test(root)) return [`${root}s`, `${root.slice(0, -3)}men`];
  if (/[^aeiou]y$/u.test(root)) return [`${root.slice(0, -1)}ies`];
  if (/...sis$/u.test(root)) return [`${root.slice(0, -3)}ses`];
  if (/(?:ss|us|x|z|sh)$/u.test(root)) return [`${root}es`];
  // churches, but monarchs
  if (root.endsWith("ch")) return [`${root}es`, `${root}s`];
  if (root.endsWith("s")) return [];
  if (!/[aiou]$/u.test(root)) return [`${root}s`];
  if (!VOWEL_NOUNS.has(root)) return [];
  return root.endsWith("o") ? [`${root}s`, `${root}es`] : [`${root}s`];
}

function pastsOf(verb: string): readonly string[] {
  if (/[^aeiou]y$/u.test(verb)) return [`${verb.slice(0, -1)}ied`, `${verb}ing`];
  const stem = verb.endsWith("e") && !verb.endsWith("ee") ? verb.slice(0, -1) : verb;
  // cancelled, canceled; a word with one too many stands nowhere
  const doubled = /[^aeiou][aeiou][bcdglmnprt]$/u.test(verb) ? `${verb}${verb.at(-1)}` : null;
  const stems = doubled === null ? [stem] : [stem, doubled];
  return stems.flatMap((own) => [`${own}ed`, `${own}ing`]);
}
