import { plain } from "#core/change/plain.ts";
import type { Word } from "#core/text/words.ts";

/** Words in a row that may belong to a name: "second biggest phone company". */
const MOST_BESIDE = 4;
const BETWEEN = /^(?:['’]s)? $/u;
const OWNER = /^['’]s? $/u;

/**
 * The keys of the words by which a report calls those it names. They tell whom it is of and not what has happened:
 * two matters of one firm share them all. They stand beside a name ("farm minister Petra Holm", "Norland's second
 * biggest phone company") or before a word of speech ("the food maker said"), or open sentences and are never
 * written small, as a firm does whose name its report begins with.
 *
 * @param words those of the text, in order
 */
export function tagsOf(text: string, words: readonly Word[]): readonly string[] {
  const small = new Set(words.filter(({ capital }) => !capital).map(({ key }) => key));
  const tags = new Set<string>();
  words.forEach((word, index) => {
    const isName = word.capital && word.content && !small.has(word.key);
    if (isName) tags.add(plain(word.key));
    if (isName || word.reported) for (const key of rowBefore(words, index, text)) tags.add(key);
    if (isName) for (const key of rowOwned(words, index, text)) tags.add(key);
  });
  return [...tags];
}

function rowBefore(words: readonly Word[], index: number, text: string): readonly string[] {
  const row: string[] = [];
  for (let at = index - 1; at >= Math.max(0, index - MOST_BESIDE); at -= 1) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || next === undefined) break;
    if (word.key === "of" && at === index - 1) continue;
    if (
      !word.content ||
      word.figure ||
      word.reported ||
      !BETWEEN.test(text.slice(word.end, next.start))
    )
      break;
    row.push(plain(word.key));
  }
  return row;
}

function rowOwned(words: readonly Word[], index: number, text: string): readonly string[] {
  const row: string[] = [];
  for (let at = index + 1; at <= index + MOST_BESIDE; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    if (before === undefined || word === undefined || !word.content) break;
    const gap = text.slice(before.end, word.start);
    if (at === index + 1 ? !OWNER.test(gap) : !BETWEEN.test(gap)) break;
    row.push(plain(word.key));
  }
  return row;
}
