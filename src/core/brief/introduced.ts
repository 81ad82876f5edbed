import { isLetter } from "#core/text/letters.ts";
import type { Candidate } from "./candidate.ts";
import type { Meant } from "./meant.ts";

/** Farther back nobody looks for what "the" means. */
const MOST_BACK = 60;
/** As far before its noun as what brings it in may stand, in letters. */
const MOST_BEFORE = 120;

const PART = "another|one|(?:the )?(?:second|third|fourth|other)";
const ENDS = "(?:[\\p{L}\\p{N}'’-]+[ -]){0,3}$";
/** Neither of the two below is without one of these. */
const MAY_BRING = /(?:an?|one|second|third|fourth|other) /u;
/** Right before a noun, it brings in whoever or whatever it names: "a", "another old". */
const BRINGS = new RegExp(`(?<![\\p{L}'’-])(?:an?|${PART}) ${ENDS}`, "u");
/** A council takes "a vote" on each page: of things, two are two where the article says "another". */
const PARTS = new RegExp(`(?<![\\p{L}'’-])(?:${PART}) ${ENDS}`, "u");

/** What the article tells above a sentence of a thing or someone that it calls by "the". */
export interface Introduced {
  /** Whether any sentence above calls it by this noun, one for one and several for several. */
  readonly told: boolean;
  /** Where the last of several begins: "a man", "another man"; `null` where there is one alone. */
  readonly from: number | null;
}

/** The sentences of a story, and the numbers of those above one that have a word, by its key. */
interface Above {
  readonly candidates: readonly Candidate[];
  readonly seen: ReadonlyMap<string, readonly number[]>;
}

/** Reads where the sentences above one bring in what it calls by "the". */
export function findIntroduced(
  { keys, forms, someone }: Meant,
  index: number,
  { candidates, seen }: Above,
): Introduced {
  const key = keys.at(-1);
  const noun = forms.at(-1);
  if (key === undefined || noun === undefined) return { told: false, from: null };
  let told = false;
  let last: number | null = null;
  for (const at of (seen.get(key) ?? []).toReversed()) {
    const before = candidates[at];
    if (before === undefined || at < index - MOST_BACK) break;
    const text = before.lower;
    const places = placesOf(noun, text);
    if (places.length === 0) continue;
    told = true;
    const heads = places
      .flatMap((place) => headAt(text, place, noun))
      .filter((head) => MAY_BRING.test(head));
    if (!heads.some((head) => BRINGS.test(head))) continue;
    if (last !== null) return { told, from: last };
    const parts = someone ? BRINGS : PARTS;
    if (heads.some((head) => parts.test(head))) last = before.sentence.start;
  }
  return { told, from: null };
}

/** Where a text has a word, and no other that it is a part of. */
function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    const isPart = isLetter(text.charAt(at - 1)) || isLetter(text.charAt(end));
    if (!isPart) places.push(at);
  }
  return places;
}

/** What stands before a noun; nothing where it only begins a longer word: "a man's hat". */
function headAt(text: string, at: number, noun: string): readonly string[] {
  const end = at + noun.length;
  const next = text.charAt(end);
  return next !== "" && "'’-".includes(next) ? [] : [text.slice(Math.max(0, at - MOST_BEFORE), at)];
}
