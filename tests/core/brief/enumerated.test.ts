import { expect, test } from "vitest";
import { findEnumerated } from "#core/brief/enumerated.ts";
import { findWords } from "#core/text/words.ts";

function listedOf(...lines: readonly (readonly [text: string, owner: string | null])[]) {
  const candidates = lines.map(([text, owner]) => ({ text, owner, words: findWords(text) }));
  const listed = findEnumerated(candidates);
  return candidates.flatMap((one, index) => (listed.has(one) ? [index] : []));
}

const SAID = ["The pier is old, Ida Moe told the council.", "Ida Moe"] as const;
const NEXT = ["Secondly, the rail is loose.", null] as const;
const PLAIN = ["The crane leans over the quay.", null] as const;

test("what goes on with somebody's list is theirs, up to a few sentences behind it", () => {
  expect(listedOf(SAID, NEXT)).toEqual([1]);
  expect(listedOf(["He said the pier is old.", null], NEXT, PLAIN)).toEqual([1, 2]);
  expect(listedOf(SAID, NEXT, PLAIN, PLAIN, PLAIN)).toEqual([1, 2, 3]);
});

test("who is named again owns a sentence, and the list goes on behind it", () => {
  const named = ["Moreover, the crane leans, Moe said.", "Ida Moe"] as const;
  expect(listedOf(SAID, named, PLAIN)).toEqual([2]);
});

test("a list of the article's own is told, and so is what stands behind a claim without one", () => {
  expect(listedOf(PLAIN, NEXT, PLAIN)).toEqual([]);
  expect(listedOf(SAID, PLAIN, NEXT)).toEqual([]);
  expect(listedOf(SAID, ["First, the rail is mended.", null])).toEqual([]);
});
