import type { Peeked } from "#desk/port/peek.ts";

/** So many bytes are looked at. */
export const LOOKED_AT = 4096;
const MOST_LINES = 30;
const LONGEST_LINE = 200;

// All that moves, hides or turns what stands around it, and what stands for no sign of text.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u{fffd}]/gu;

/** The beginning of a file as lines for people, whatever its bytes are. @param size of the whole file, in bytes */
export function beginningOf(bytes: Uint8Array, size: number): Peeked {
  const text = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT));
  const all = text.split(/\r\n|\r|\n/u);
  const lines = all
    .slice(0, MOST_LINES)
    .map((line) => line.slice(0, LONGEST_LINE).replace(/\t/gu, "  ").replace(UNSEEN, "·"));
  const cut = all.length > MOST_LINES || all.some(({ length }) => length > LONGEST_LINE);
  return { lines, size, more: cut || size > LOOKED_AT };
}

/** The file in which a story lies comes behind it: `news.zip#flood.txt` lies in `news.zip`. */
export function filesOf(path: string): readonly string[] {
  const before = [...path.matchAll(/#/gu)].map(({ index }) => path.slice(0, index));
  return [path, ...before.filter((one) => one !== "")];
}
