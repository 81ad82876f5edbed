import fc from "fast-check";
import { expect, test } from "vitest";
import { containment, sketchOf } from "#core/story/sketch.ts";

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(" ");

test("a text contains itself, and its cut", () => {
  expect(containment(sketchOf(words(0, 200)), sketchOf(words(0, 200)))).toBe(1);
  expect(containment(sketchOf(words(0, 200)), sketchOf(words(0, 100)))).toBeGreaterThan(0.75);
});

test("other words are not contained", () => {
  expect(containment(sketchOf(words(0, 200)), sketchOf(words(300, 500)))).toBe(0);
});

test("flashes are never told to be copies: they are alike by chance", () => {
  expect(containment(sketchOf(words(0, 8)), sketchOf(words(0, 8)))).toBe(0);
});

test("case, accents and punctuation do not matter", () => {
  const text =
    "Port-Zelín floods again, the Mayor said, and nobody in the town was surprised by it.";
  const other = "PORT ZELIN FLOODS AGAIN THE MAYOR SAID AND NOBODY IN THE TOWN WAS SURPRISED BY IT";
  expect(containment(sketchOf(text), sketchOf(other))).toBe(1);
});

test("it is the same both ways, and from 0 to 1, for any texts", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const [a, b] = [sketchOf(one), sketchOf(other)];
      const share = containment(a, b);
      expect(share).toBe(containment(b, a));
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
});
