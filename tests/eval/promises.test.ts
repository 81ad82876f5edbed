import fc from "fast-check";
import { expect, test } from "vitest";
import type { Brief } from "#core/brief/brief.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { draftOf, readGold } from "./gold.ts";
import { MUTATIONS } from "./mutation.ts";
import { brokenPromises, firstFaults } from "./promises.ts";

const GOLD = readGold();
const writeBrief = createWriteBrief();

test.each(
  GOLD.map(({ name, title, body }) => [name, title, body] as const),
)("the brief of %s keeps every promise", (name, title, body) => {
  expect(brokenPromises(draftOf(name, title, body), writeBrief)).toEqual([]);
  expect(brokenPromises(draftOf(name, null, body), writeBrief)).toEqual([]);
  expect(firstFaults(draftOf(name, title, body), writeBrief)).toEqual([]);
});

test("so does the brief of copy that was cut, mixed up or spoilt", () => {
  fc.assert(
    fc.property(fc.constantFrom(...GOLD), MUTATIONS, ({ name, title, body }, mutations) => {
      const spoilt = mutations.reduce((text, mutate) => mutate(text), body);
      expect(brokenPromises(draftOf(name, title, spoilt), writeBrief)).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 60_000);

const BODY = "The dam broke on Monday and 31 people drowned. It did not hold.";
const DRAFT = { id: "a1", title: "Dam breaks", body: BODY, dateline: null, language: "en" };
const FACT = {
  ...{ text: "The dam broke on Monday and 31 people drowned.", start: 0, end: 46 },
  ...{ attribution: null, hedge: null },
};
const QUOTE = {
  text: "dam",
  start: 4,
  end: 7,
  cue: null,
  hedge: null,
  through: null,
  speaker: null,
};
const WHOLE: Brief = {
  ...{
    id: "a1",
    headline: "Dam breaks",
    body: BODY,
    dateline: null,
    language: "en",
    kind: "report",
    speakersRead: true,
  },
  ...{ facts: [FACT], quotes: [] },
};

test.each<[string, Partial<Brief>]>([
  ["a figure lost", { facts: [{ ...FACT, text: "The dam broke on Monday and people drowned." }] }],
  ["a negation lost", { facts: [{ ...FACT, text: "It did hold.", start: 47, end: 63 }] }],
  ["an owner from elsewhere", { facts: [{ ...FACT, attribution: "Ida Moe" }] }],
  ["a fact told twice", { facts: [FACT, FACT] }],
  ["a quote that is not there", { quotes: [{ ...QUOTE, text: "Dam" }] }],
  ["quotes out of order", { quotes: [{ ...QUOTE, text: "broke", start: 8, end: 13 }, QUOTE] }],
  ["no headline", { headline: " " }],
])("a brief with %s breaks one", (_, fields) => {
  const moved = (brief: Brief, by: number): Brief => ({
    ...brief,
    facts: brief.facts.map((fact) => ({ ...fact, start: fact.start + by, end: fact.end + by })),
    quotes: brief.quotes.map((quote) => ({
      ...quote,
      start: quote.start + by,
      end: quote.end + by,
    })),
  });
  const write = (brief: Brief) =>
    brokenPromises(DRAFT, ({ body }) => moved(brief, body.length - BODY.length));
  expect(write(WHOLE)).toEqual([]);
  expect(write({ ...WHOLE, ...fields })).not.toEqual([]);
});
