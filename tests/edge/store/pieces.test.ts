import fc from "fast-check";
import { expect, test } from "vitest";
import { slipsBetween } from "#core/reply/slip.ts";
import { askedPieces, keptWords, piecesOf } from "#edge/store/pieces.ts";

/** Whether a word that is kept is found by what is typed. */
function finds(typed: string, word: string): boolean {
  const kept = new Set(piecesOf(word));
  const { any, pairs } = askedPieces(typed);
  const has = (pieces: readonly string[]) => pieces.some((piece) => kept.has(piece));
  return has(any) || pairs.some(({ heads, tails }) => has(heads) && has(tails));
}

const LETTER = fc.constantFrom("a", "b", "c", "d", "ö", "ж", "𐐷");
const WORD = fc.array(LETTER, { minLength: 3, maxLength: 14 });
/** One slip at a place, counted from the first letter around: a letter more, less or changed, or two that change places. */
const SLIP = fc.record({
  kind: fc.constantFrom("more", "less", "other", "swap"),
  at: fc.nat({ max: 20 }),
  letter: LETTER,
});

type Slip = { readonly kind: string; readonly at: number; readonly letter: string };

function slipped(word: readonly string[], { kind, at, letter }: Slip): readonly string[] {
  const place = at % word.length;
  if (kind === "more") return word.toSpliced(place, 0, letter);
  if (kind === "less") return word.toSpliced(place, 1);
  if (kind === "other") return word.toSpliced(place, 1, letter);
  const [one = "", other = ""] = [word[place], word[place + 1]];
  return place + 1 < word.length ? word.toSpliced(place, 2, other, one) : word;
}

test("every word that is a slip or two away is found by its pieces", () => {
  fc.assert(
    fc.property(WORD, fc.array(SLIP, { minLength: 1, maxLength: 2 }), (letters, made) => {
      const word = letters.join("");
      const typed = made.reduce(slipped, letters).join("");
      fc.pre(slipsBetween(typed, word) !== null);
      expect({ typed, word, found: finds(typed, word) }).toEqual({ typed, word, found: true });
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  ["hrabour", "harbour", true],
  ["hrabour", "bridges", false],
  ["solem", "velsk", false],
  ["storehouse", "statehood", false],
])("“%s” finds “%s”: %j", (typed, word, expected) => {
  expect(finds(typed, word)).toBe(expected);
});

test("a word is kept in few pieces", () => {
  expect(piecesOf("solen")).toEqual(["solen", "0olen", "0slen", "0soen", "0soln", "0sole"]);
  expect(piecesOf("harbour")).toEqual([
    ...["harbour", "7har", "7ar", "7hr", "7ha"],
    ...["bour7", "our7", "bur7", "bor7", "bou7"],
  ]);
});

test("words that are no slip of anything are not kept", () => {
  expect(keptWords(["the harbour bridge of 2026", "bridge covid19"])).toEqual([
    "harbour",
    "bridge",
  ]);
});
