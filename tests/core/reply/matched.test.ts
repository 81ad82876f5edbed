import fc from "fast-check";
import { expect, test } from "vitest";
import { matchedSentence } from "#core/reply/matched.ts";
import { alternativesOf } from "#core/reply/word-forms.ts";
import { sampleFiled } from "#tests/samples.ts";

const BODY = `TARNMOUTH (Tarn Wire) — Dr. Solen spoke on Friday. The old bridge, which had been shut since the flood of January, when the ferry was the only way to reach the harbour from the northern villages of the county, carries lorries again.

The harbour bridge is open. 渋谷で会議が開かれた。東京は雨だった。

Straße und Café stehen offen.`;

/** The words that were looked for, and the sentence that is shown, with what was found between stars. */
const SOUGHT: readonly (readonly [readonly string[], string | null])[] = [
  [["bridge", "open"], "The harbour *bridge* is *open*."],
  [["harbour bridge"], "The *harbour bridge* is open."],
  [["bridge harbour"], null],
  [
    ["bridge", "flood"],
    "The old *bridge*, which had been shut since the *flood* of January, when the ferry was the only way to reach the harbour from the northern villages of…",
  ],
  [
    ["lorries"],
    "…since the flood of January, when the ferry was the only way to reach the harbour from the northern villages of the county, carries *lorries* again.",
  ],
  [["solen"], "Dr. *Solen* spoke on Friday."],
  // The dateline is left out, unless it is looked for.
  [["tarnmouth"], "*TARNMOUTH* (Tarn Wire) — Dr. Solen spoke on Friday."],
  [["渋谷"], "*渋谷*で会議が開かれた。"],
  [["STRASSE", "cafe"], "*Straße* und *Café* stehen offen."],
  // Of sentences that have as much of it the first.
  [
    ["bridge"],
    "The old *bridge*, which had been shut since the flood of January, when the ferry was the only way to reach the harbour from the northern villages of…",
  ],
  [["bridg"], null], // no part of a word
  // The form that stands there is what was found.
  [["bridges", "opens"], "The harbour *bridge* is *open*."],
  [
    ["lorry"],
    "…since the flood of January, when the ferry was the only way to reach the harbour from the northern villages of the county, carries *lorries* again.",
  ],
  [
    ["bridge’s"],
    "The old *bridge*, which had been shut since the flood of January, when the ferry was the only way to reach the harbour from the northern villages of…",
  ],
  [["harbour bridges"], null], // a phrase is meant as it stands
  [["weather"], null],
  [["—"], null],
  [[], null],
];

const starred = (body: string, words: readonly string[]) =>
  matchedSentence(sampleFiled({ body }), alternativesOf({ words, exact: [] }))
    ?.map(({ text, style }) => (style === "strong" ? `*${text}*` : text))
    .join("") ?? null;

test.each(SOUGHT)("of %j the sentence is %s", (words, expected) => {
  expect(starred(BODY, words)).toBe(expected);
});

test("what is shown stands in the text word for word, has what was found, and is short", () => {
  const word = fc.constantFrom(
    "bridge",
    "tide",
    "a",
    "öre",
    "𐐷𐐷",
    "Mr.",
    "x".repeat(90),
    "渋谷",
    "“no”",
    "no!",
  );
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", ". ", "\n", "")), { maxLength: 90 })
    .map((pieces) => pieces.flat().join(""));
  fc.assert(
    fc.property(text, fc.constantFrom("bridge", "tide", "öre", "渋谷"), (body, sought) => {
      const spans = matchedSentence(sampleFiled({ body }), [[sought]]);
      if (spans === null) return;
      const shown = spans.map((span) => span.text).join("");
      const bare = shown.replace(/^…|…$/gu, "");
      expect(body).toContain(bare);
      expect(bare.isWellFormed()).toBe(true);
      expect(bare.length).toBeLessThanOrEqual(150);
      expect(spans.some(({ style, text: own }) => style === "strong" && own === sought)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
