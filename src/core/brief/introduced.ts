import type { Candidate } from "./candidate.ts";
import type { Meant } from "./meant.ts";

/** Farther back nobody looks for what "the" means. */
const MOST_BACK = 60;

/** What the article tells above a sentence of a thing or someone that it calls by "the". */
export interface Introduced {
  /** Whether any sentence above calls it by this noun, one for one and several for several. */
  readonly told: boolean;
  /** Where the last of several begins: "a man", "another man"; `null` where there is one alone. */
  readonly from: number | null;
}

/** Reads where the sentences above one bring in what it calls by "the". */
export function findIntroduced(
  { keys, forms, someone }: Meant,
  candidates: readonly Candidate[],
  index: number,
): Introduced {
  const key = keys.at(-1);
  const noun = forms.at(-1);
  if (key === undefined || noun === undefined) return { told: false, from: null };
  const brings = new RegExp(
    `(?<![\\p{L}'’-])(?:an?|another|one|(?:the )?(?:second|third|fourth|other)) (?:[\\p{L}\\p{N}'’-]+[ -]){0,3}${noun}(?![\\p{L}'’-])`,
    "iu",
  );
  const same = new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, "iu");
  // A council takes "a vote" on each page; of people, two are two, and of things, where the article says "another".
  const parts = someone ? brings : new RegExp(brings.source.replace("an?|", ""), "iu");
  let told = false;
  let last: number | null = null;
  for (let at = index - 1; at >= Math.max(0, index - MOST_BACK); at -= 1) {
    const before = candidates[at];
    if (!before?.keys.has(key) || !same.test(before.text)) continue;
    told = true;
    if (!brings.test(before.text)) continue;
    if (last !== null) return { told, from: last };
    if (parts.test(before.text)) last = before.sentence.start;
  }
  return { told, from: null };
}
