import { plain } from "#core/change/plain.ts";

/** Words in a row that make a shingle: a wire text that is only cut keeps nearly all of them. */
const SHINGLE = 4;
/** The error of a likeness told by so many is some 0.07 (Broder 1997: one by the square root of it). */
const SIZE = 48;
const MOST_WORDS = 4000;
/** Shorter texts are flashes: they are alike by chance. */
const FEWEST = 12;

/** What is kept of a text to tell near-identical ones. */
export interface Sketch {
  readonly sketch: readonly number[];
  readonly length: number;
}

/** Sketches a text by the least hashes of its shingles. */
export function sketchOf(text: string): Sketch {
  const words = (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) {
    shingles.add(hash(words.slice(at, at + SHINGLE).join(" ")));
  }
  const sketch = SEEDS.map((seed) => {
    let least = 0xffffffff;
    for (const shingle of shingles) least = Math.min(least, mix(shingle ^ seed));
    return least;
  });
  return { sketch, length: shingles.size };
}

/** The share of the shorter text's shingles that stands in the longer, as told by their sketches: 0 to 1. */
export function containment(one: Sketch, other: Sketch): number {
  const [short, long] = [one.length, other.length].sort((a, b) => a - b);
  if (short === undefined || long === undefined || short < FEWEST) return 0;
  const same = one.sketch.filter((least, index) => least === other.sketch[index]).length;
  const alike = same / SIZE;
  const both = (alike * (short + long)) / (1 + alike);
  return Math.min(1, both / short);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** The finishing steps of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const SEEDS: readonly number[] = Array.from({ length: SIZE }, (_, index) =>
  mix(0x9e3779b9 + Math.imul(index, 0x61c88647)),
);
