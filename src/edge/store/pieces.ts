import { LETTERS_OF_TWO, mayBeSlip } from "#core/reply/slip.ts";

/**
 * By which pieces a word is found by what is a slip or two away from it, in an index that knows whole pieces alone.
 *
 * One slip leaves a word the same but for a letter that either of both lacks, or has in another way, so that a short word is
 * kept whole and once without each of its letters. Of a longer one the two halves are kept so, each marked with the length
 * of the word: two slips leave one of the halves as it is, or each of them one slip away. Trigrams, which such an index
 * often has, find no word in which neighbours have changed places: `sloen` and `solen` have none in common.
 */
export function piecesOf(word: string): readonly string[] {
  const letters = [...word];
  const pieces = [word];
  if (letters.length <= LETTERS_OF_TWO) pieces.push(...without(letters).map(short));
  if (letters.length >= LETTERS_OF_TWO) {
    const [head, tail] = halves(letters, middleOf(letters.length));
    for (const half of [head.join(""), ...without(head)]) pieces.push(before(letters.length, half));
    for (const half of [tail.join(""), ...without(tail)]) pieces.push(behind(letters.length, half));
  }
  return [...new Set(pieces)];
}

/** A word of the vocabulary, and by what it is found. */
export interface KeptWord {
  readonly word: string;
  readonly pieces: readonly string[];
}

/** What a word is to have, to be a slip or two away from what is typed: one of `any`, or one of each list of a pair. */
export interface AskedPieces {
  readonly any: readonly string[];
  readonly pairs: readonly HalvesAsked[];
}

export interface HalvesAsked {
  readonly heads: readonly string[];
  readonly tails: readonly string[];
}

/** Of every word that is a slip or two away these pieces are kept; of others, too, which the caller leaves out. */
export function askedPieces(typed: string): AskedPieces {
  const letters = [...typed];
  const any = new Set<string>();
  const pairs: HalvesAsked[] = [];
  if (letters.length <= LETTERS_OF_TWO + 1) {
    const less = without(letters);
    for (const piece of [...less, ...[typed, ...less].map(short)]) any.add(piece);
  }
  if (letters.length < LETTERS_OF_TWO) return { any: [...any], pairs };
  const least = Math.max(LETTERS_OF_TWO, letters.length - 2);
  for (let length = least; length <= letters.length + 2; length += 1) {
    const middle = middleOf(length);
    for (const piece of wholeHalves(letters, length, middle)) any.add(piece);
    for (const at of [middle - 1, middle, middle + 1]) {
      const [head, tail] = halves(letters, at);
      const heads = slipped(head, at - middle).map((half) => before(length, half));
      const more = letters.length - at - (length - middle);
      const tails = slipped(tail, more).map((half) => behind(length, half));
      if (tails.length > 0) pairs.push({ heads, tails });
    }
  }
  return { any: [...any], pairs };
}

/** Pieces of halves in which nothing is wrong, also where the letters beside the middle have changed places. */
function wholeHalves(letters: readonly string[], length: number, middle: number): string[] {
  const fromEnd = letters.length - (length - middle);
  const whole = (own: readonly string[]) => [
    before(length, own.slice(0, middle).join("")),
    behind(length, own.slice(fromEnd).join("")),
  ];
  return [letters, swapped(letters, middle), swapped(letters, fromEnd)].flatMap(whole);
}

/** What the kept pieces of a half can be that is one slip away, where so many letters more were typed than it has. */
function slipped(typed: readonly string[], more: number): readonly string[] {
  if (more === 0) return without(typed);
  if (more === 1) return without(typed);
  return more === -1 ? [typed.join("")] : [];
}

function swapped(letters: readonly string[], at: number): readonly string[] {
  const own = [...letters];
  const [one, other] = [own[at - 1], own[at]];
  if (one === undefined || other === undefined) return letters;
  own.splice(at - 1, 2, other, one);
  return own;
}

function without(letters: readonly string[]): readonly string[] {
  return letters.map((_, index) => letters.toSpliced(index, 1).join(""));
}

function halves(letters: readonly string[], at: number): [readonly string[], readonly string[]] {
  return [letters.slice(0, at), letters.slice(at)];
}

const middleOf = (length: number) => Math.floor(length / 2);
// No word that is kept has a figure in it, so that nothing else is written like these.
const short = (piece: string) => `0${piece}`;
const before = (length: number, head: string) => `${length}${head}`;
const behind = (length: number, tail: string) => `${tail}${length}`;

/** The words of texts that may be meant by a slip, each once. */
export function keptWords(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.split(" ")))].filter(mayBeSlip);
}
