import type { Filing } from "#core/change/filing.ts";
import { plain } from "#core/change/plain.ts";
import { findWords, type Word } from "#core/text/words.ts";

/**
 * Words of an article by the keys that grouping knows them by, as the article first prints them: `Osterhaven` for `osterha`.
 * A key that the article has no word for, as after a revision, is left out: a stem says nothing to anybody.
 */
export function printedWords(
  keys: readonly string[],
  { article, brief }: Filing,
): readonly string[] {
  if (keys.length === 0) return [];
  const text = `${brief.headline}\n${article.body}`;
  const words = findWords(text);
  const printed = keys.flatMap((key) => printedAs(key.split(" "), text, words) ?? []);
  return [...new Set(printed)];
}

function printedAs(key: readonly string[], text: string, words: readonly Word[]): string | null {
  const at = words.findIndex((_, first) =>
    key.every((part, index) => isOf(part, text, words[first + index])),
  );
  const [first, last] = [words[at], words[at + key.length - 1]];
  return first === undefined || last === undefined ? null : text.slice(first.start, last.end);
}

function isOf(part: string, text: string, word: Word | undefined): boolean {
  if (word === undefined) return false;
  return plain(word.key) === part || plain(text.slice(word.start, word.end)) === part;
}
