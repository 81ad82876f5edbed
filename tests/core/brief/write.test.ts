import fc from "fast-check";
import { expect, test } from "vitest";
import type { Brief } from "#core/brief/brief.ts";
import { LONGEST_HEADLINE } from "#core/brief/headline.ts";
import { LONGEST_BODY, MOST_LINES } from "#core/brief/read.ts";
import { createWriteBrief } from "#core/brief/write.ts";

const writeBrief = createWriteBrief();

function briefOf(body: string, title: string | null = null): Brief {
  return writeBrief({ id: "a1", title, body, dateline: null, language: "en" });
}

/** Words in lower case; what stands in square brackets is the article's, from elsewhere. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isInOrder(words: readonly string[], within: readonly string[]): boolean {
  let at = 0;
  for (const word of within) if (word === words[at]) at += 1;
  return at === words.length;
}

const WORDS = [
  "The",
  "bridge",
  "police",
  "said",
  "he",
  "She",
  "31",
  "$4bn",
  "reportedly",
  "not",
  "who",
];
const MARKS = [
  ". ",
  ", ",
  ' "',
  '." ',
  " “",
  ".” ",
  " ‘",
  "’ ",
  "?",
  " . ",
  "\n",
  "\n\n",
  " (",
  ") ",
  " – ",
  "… ",
  "?",
];
const copy = fc
  .array(
    fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS), fc.lorem({ maxCount: 4 })),
    {
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(" "));
const anyText = fc.oneof(
  copy,
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.string({ unit: "binary", maxLength: 400 }),
);

test("any text gives a brief whose facts are their sentences' words, in order", () => {
  fc.assert(
    fc.property(anyText, (body) => {
      const { facts, headline } = briefOf(body);
      expect(facts.length).toBeLessThanOrEqual(5);
      expect(headline.length).toBeLessThanOrEqual(LONGEST_HEADLINE);
      for (const { text, start, end } of facts) {
        const told = text.replace(/\[[^\]]*\]/gu, " ");
        expect(isInOrder(wordsOf(told), wordsOf(body.slice(start, end)))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test("what stands in a fact's brackets stands in the article", () => {
  fc.assert(
    fc.property(copy, (body) => {
      for (const { text } of briefOf(body).facts) {
        for (const [, referent = ""] of text.matchAll(/\[([^\]]*)\]/gu)) {
          expect(body).toContain(referent);
        }
      }
    }),
  );
});

test("the same draft gives the same brief", () => {
  fc.assert(
    fc.property(anyText, fc.option(fc.string()), (body, title) => {
      expect(briefOf(body, title)).toEqual(briefOf(body, title));
    }),
  );
});

test("quotes are slices of the body", () => {
  fc.assert(
    fc.property(anyText, (body) => {
      for (const { text, start, end } of briefOf(body).quotes) {
        expect(body.slice(start, end)).toBe(text);
      }
    }),
  );
});

test("the copy's own title is the headline, else its opening heading, else the lede", () => {
  const body = "Bridge falls into the Reyl\n\nThe bridge over the Reyl fell on Monday.";
  expect(briefOf(body, "Crossing lost").headline).toBe("Crossing lost");
  expect(briefOf(body).headline).toBe("Bridge falls into the Reyl");
  expect(briefOf("The bridge over the Reyl fell on Monday.").headline).toBe(
    "The bridge over the Reyl fell on Monday",
  );
});

test("an empty body has no facts and no headline", () => {
  expect(briefOf("")).toMatchObject({ headline: "", facts: [], quotes: [] });
});

test("what lies beyond the length of any article is kept in the body, and not read", () => {
  const lede = "“We will build it again,” said Ida Moe.\n\n";
  const filler = "The harbour bridge fell into the Reyl on Monday night.\n\n";
  const last = "“We will pay for it,” said Tomas Reyl.";
  const times = (length: number) =>
    Math.floor((length - lede.length - last.length) / filler.length);
  const near = `${lede}${filler.repeat(times(LONGEST_BODY))}${last}`;
  const far = `${lede}${filler.repeat(times(LONGEST_BODY) + 2)}${last}`;
  const tall = `${lede}${"a\n".repeat(MOST_LINES)}${last}`;
  const told = (body: string) => briefOf(body).quotes.map(({ speaker }) => speaker?.name);
  expect(told(near)).toEqual(["Ida Moe", "Tomas Reyl"]);
  expect(told(far)).toEqual(["Ida Moe"]);
  expect(told(tall)).toEqual(["Ida Moe"]);
  expect(briefOf(far).body).toBe(far);
});

test.each([
  ["half letters", "\ud800"],
  ["marks of no width", "\u200b\u202e"],
  ["open quotations", "“We\n"],
  ["brackets", "(["],
  ["Chinese", "王伟说今天下雨。"],
  ["Arabic", "قال الوزير إن المطر غزير. "],
  ["emoji", "😀"],
  ["one word", "a"],
  ["abbreviations", "U.S. "],
])("a long body of %s has a brief of slices", (_, unit) => {
  const body = unit.repeat(20_000);
  const { facts, quotes, headline } = briefOf(body);
  expect(headline.length).toBeLessThanOrEqual(LONGEST_HEADLINE);
  for (const { text, start, end } of quotes) expect(body.slice(start, end)).toBe(text);
  for (const { start, end } of facts) expect(body.slice(start, end)).not.toBe("");
});

test.each([
  ["Halsebaatar /TARNSAME/. Chairwoman Ida Moe received a team of researchers on July 5."],
  [
    "In this May 8, 2026 photo, Ida Moe rests at home. Chairwoman Ida Moe received a team of researchers on July 5.",
  ],
])("a headline is made neither of an agency's line nor of a caption: %s", (body) => {
  expect(briefOf(body).headline).toBe(
    "Chairwoman Ida Moe received a team of researchers on July 5",
  );
});
