import fc from "fast-check";
import { expect, test } from "vitest";
import { slips } from "#core/reply/nearest.ts";
import { likeliest, slipsBetween } from "#core/reply/slip.ts";

test.each([
  ["solem", "solen", 1], // another letter
  ["sole", "solen", 1],
  ["soolen", "solen", 1],
  ["sloen", "solen", 1], // neighbours that changed places
  ["hrabour", "harbour", 1],
  ["brigde", "bridge", 1],
  ["arbuor", "harbour", 2],
  ["solem", "solem", 0],
  ["ca", "abc", 3], // a letter that moved is in no second slip
  ["", "ab", 2],
])("from “%s” to “%s” it is %i slips", (typed, meant, expected) => {
  expect(slips(typed, meant)).toBe(expected);
});

test("slips are counted as far as is asked for, and no farther", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (typed, meant, most) => {
      const all = slips(typed, meant);
      expect(slips(typed, meant, most)).toBe(all > most ? Infinity : all);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["solem", "solen", 1],
  ["sulem", "solen", null], // two, in a short word
  ["hrabuor", "harbour", 2],
  ["hrabuo", "harbour", null], // three
  ["fog", "fogs", null], // three letters
  ["fogs", "fog", null],
  ["covid19", "covid18", null], // a figure
  ["solen", "solen", null],
  ["владимер", "владимир", 1],
])("“%s” for “%s” is %j slips away, and too far where it is null", (typed, meant, expected) => {
  expect(slipsBetween(typed, meant)).toBe(expected);
});

test.each([
  [
    "the nearer one",
    "brigde",
    [
      ["bridge", 1],
      ["bright", 9],
    ],
    ["bridge", "bright"],
  ],
  [
    "of equals that with the same first letter",
    "solem",
    [
      ["golem", 9],
      ["solen", 1],
    ],
    ["solen", "golem"],
  ],
  [
    "that of the same letters",
    "brigde",
    [
      ["bride", 9],
      ["bridge", 1],
    ],
    ["bridge", "bride"],
  ],
  [
    "of equals the one that is used more",
    "solem",
    [
      ["solet", 1],
      ["solen", 2],
    ],
    ["solen", "solet"],
  ],
  [
    "of equals the first by its letters",
    "solem",
    [
      ["soleq", 1],
      ["solep", 1],
    ],
    ["solep", "soleq"],
  ],
] as const)("likeliest is %s", (_, typed, guesses, expected) => {
  const list = guesses.map(([word, used]) => ({ word, used }));
  expect(likeliest(typed, list)).toEqual(expected);
});

test("slips are as many one way as the other", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "é", "ж"), maxLength: 12 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(slips(one, other)).toBe(slips(other, one));
    }),
  );
});
