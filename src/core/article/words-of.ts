const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*/gu;

/** How much of a text is enough to tell whether two texts are one. */
const MOST_CHARACTERS = 20_000;
const LONGEST_SMALL_WORD = 4;

/** The words of a text that say what it is about, in lower case; numbers are left out, because they move. */
export function contentWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of text.slice(0, MOST_CHARACTERS).matchAll(WORD)) {
    if (word.length > LONGEST_SMALL_WORD || !/^[a-z]+$/iu.test(word)) {
      if (!/^\p{N}/u.test(word)) found.add(word.toLowerCase());
    }
  }
  return found;
}

/** How much of the smaller set stands in the other, 0 to 1; 0 where either is empty. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let both = 0;
  for (const word of small) if (large.has(word)) both += 1;
  return both / small.size;
}
