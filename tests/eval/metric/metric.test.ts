import { describe, expect, test } from "vitest";
import type { Brief, Fact } from "#core/brief/brief.ts";
import type { Speaker } from "#core/speech/quote.ts";
import { isMadeOf, lostOf, tells } from "./facts.ts";
import { illFormed, wronglyReferred } from "./form.ts";
import { sameForm, sameRole, sameSpeaker } from "./names.ts";
import { rouge } from "./rouge.ts";
import { scoreSpans, spanFigures } from "./spans.ts";
import { stem } from "./stem.ts";
import { notVerbatim } from "./verbatim.ts";
import { inOrder, wordsOf } from "./words.ts";

test.each([
  ["Solen", "Mira Solen", true],
  ["Mira Solen", "Dana Solen", false],
  ["Prime Minister Mira Solen", "Solen", true],
  ["the prime minister", "the prime minister", true],
  ["the prime minister", "Mira Solen", false],
  ["he", "Mira Solen", false],
  ["he", "he", true],
  ["police", "Northern Police Union", false],
  ["José Álvarez", "Jose Alvarez", true],
  ["해누리", "해누리", true],
  ["해누리", "서울", false],
  [null, "Mira Solen", false],
])("%s is the speaker %s: %s", (given, expected, same) => {
  expect(sameSpeaker(given, expected)).toBe(same);
});

test.each([
  ["The Ministry", "the ministry", true],
  ["Solen", "Mira Solen", false],
])("%s is written like %s: %s", (given, expected, same) => {
  expect(sameForm(given, expected)).toBe(same);
});

test.each([
  ["chief engineer", "chief engineer of the harbour authority", true],
  ["engineer", "chief engineer of the harbour authority", false],
  ["chief engineer of the authority", "chief engineer of the harbour authority", true],
  ["the chief engineer", "chief engineer", true],
  [null, null, true],
  [null, "mayor", false],
  ["mayor", null, false],
])("role %s for %s: %s", (given, expected, same) => {
  expect(sameRole(given, expected)).toBe(same);
});

// Pairs of the paper's own examples.
test.each(
  `caresses caress,ponies poni,cats cat,feed feed,agreed agre,plastered plaster,bled bled,motoring
  motor,sing sing,conflated conflat,hopping hop,falling fall,filing file,happy happi,sky sky,
  relational relat,conditional condit,vietnamization vietnam,triplicate triplic,hopeful hope,
  goodness good,revival reviv,adjustable adjust,adoption adopt,probate probat,rate rate,cease ceas,
  controll control,roll roll,oscillators oscil`
    .split(/,\s*/u)
    .map((pair) => pair.split(/\s+/u)),
)("the stem of %s is %s", (word = "", expected = "") => expect(stem(word)).toBe(expected));

describe("rouge", () => {
  test("is 100 for the same words and 0 for none shared", () => {
    expect(rouge(["The bridge held."], ["The bridge held."])).toEqual({
      one: 100,
      two: 100,
      lsum: 100,
    });
    expect(rouge(["The bridge held."], ["Ferries sailed."])).toEqual({ one: 0, two: 0, lsum: 0 });
  });

  test("counts a word no more often than the reference has it", () => {
    // "the" once of two: 2 × 1 / (2 + 2).
    expect(rouge(["the the"], ["the bridge"]).one).toBe(50);
  });

  test("counts pairs of neighbours only", () => {
    // "held bridge" has both words and neither pair.
    expect(rouge(["held bridge"], ["bridge held"])).toEqual({ one: 100, two: 0, lsum: 50 });
  });

  test("joins the subsequences that several sentences share with one of the reference", () => {
    // The union of w1 w2 and w1 w3 w5 with w1 w2 w3 w4 w5 is four of five words: Lin 2004, 3.2.
    const { lsum } = rouge(["aa bb ff gg hh", "aa cc ii jj ee"], ["aa bb cc dd ee"]);
    expect(lsum).toBeCloseTo((200 * 4) / 15, 5);
  });

  test("of nothing is 0", () => {
    expect(rouge([], ["The bridge held."])).toEqual({ one: 0, two: 0, lsum: 0 });
  });
});

describe("spans", () => {
  const text = "“It held for a day,” said Mira Solen. “It fell at once,” said Joss Harrow.";
  const range = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const held = { ranges: [range("It held for a day")], names: ["Mira Solen"] };
  const fell = { ranges: [range("It fell at once")], names: ["Joss Harrow"] };

  test("all found and rightly attributed is 100", () => {
    const spans = [
      { ...range("It held for a day"), name: "Solen" },
      { ...range("It fell at once"), name: "Joss Harrow" },
    ];
    const figures = spanFigures([scoreSpans(text, [held, fell], spans).counts]);
    expect(figures).toMatchObject({ f1: 100, speakerAccuracy: 100, attributedF1: 100 });
  });

  test("a wrong name and a missing name both cost attribution, and only that", () => {
    const spans = [
      { ...range("It held for a day"), name: "Joss Harrow" },
      { ...range("It fell at once"), name: null },
    ];
    const { counts, pairings } = scoreSpans(text, [held, fell], spans);
    expect(pairings.map(({ speaker }) => speaker)).toEqual(["wrong", "unnamed"]);
    expect(spanFigures([counts])).toMatchObject({ f1: 100, speakerAccuracy: 0, attributedF1: 0 });
  });

  test("a span is found with 80 % of its words, and not with less", () => {
    const found = (words: string) =>
      scoreSpans(text, [held], [{ ...range(words), name: null }]).counts.covered;
    expect(found("It held for a")).toBe(1);
    expect(found("It held for")).toBe(0);
  });

  test("what is no labelled quotation costs precision, unless the labels leave it open", () => {
    const said = { ...range("said Mira Solen"), name: null };
    expect(scoreSpans(text, [held], [said]).spurious).toEqual([0]);
    const open = scoreSpans(text, [held], [said], [range("said Mira Solen")]);
    expect(open.counts.found).toBe(0);
  });

  test("a label without names is neither right nor wrong", () => {
    const unsettled = { ...held, names: [] };
    const spans = [{ ...range("It held for a day"), name: "Joss Harrow" }];
    const { counts, pairings } = scoreSpans(text, [unsettled], spans);
    expect(pairings[0]?.speaker).toBe("unsettled");
    expect(counts).toMatchObject({ named: 0, soundNamed: 0, sound: 1 });
  });
});

const FACT: Fact = { text: "", start: 0, end: 0, attribution: null, hedge: null };
const fact = (fields: Partial<Fact>): Fact => ({ ...FACT, ...fields });

describe("facts", () => {
  test.each([
    ["The flood killed 12 people", ["12", "killed"], true],
    ["The flood killed 112 people", ["12"], false],
    ["The flood killed 12.5 people", ["12"], false],
    ["It cost 1,120 crowns", ["120"], false],
    ["It cost 1,120 crowns", ["2,000|1,120 crowns"], true],
    ["Ten were killed", ["kill", "twelve|ten"], true],
    ["Ten were killed", ["killed", "flood"], false],
  ])("%s tells %s: %s", (text, wanted, told) => {
    expect(tells(fact({ text }), wanted)).toBe(told);
  });

  test.each([
    [{ text: "Ten were killed", attribution: "Mira Solen" }, []],
    [{ text: "Ten were killed, Solen said" }, []],
    [{ text: "Ten were killed", attribution: "police" }, ["owner"]],
    [{ text: "Ten were killed" }, ["owner"]],
  ])("%o keeps its owner", (fields, lost) => {
    expect(lostOf(fact(fields), { has: "killed", owner: "Solen" })).toEqual(lost);
  });

  test.each([
    [{ text: "Ten were reportedly killed" }, []],
    [{ text: "Ten were killed", hedge: "reportedly" }, []],
    [{ text: "Ten were killed" }, ["hedge"]],
  ])("%o keeps its hedge", (fields, lost) => {
    expect(lostOf(fact(fields), { has: "killed", hedge: "reportedly" })).toEqual(lost);
  });

  test("a claim is asked of the facts that are made of its sentence", () => {
    const claim = { has: "ten were|twelve were" };
    expect(isMadeOf(fact({ text: "Twelve were killed" }), claim)).toBe(true);
    expect(isMadeOf(fact({ text: "Nine were killed" }), claim)).toBe(false);
  });
});

describe("verbatim", () => {
  const body = "The bridge held on Friday. “It held,” said Mira Solen. She left.";
  const speaker: Speaker = { name: "Mira Solen", role: null, start: 42, end: 52 };
  const brief: Brief = {
    ...{
      id: "a",
      headline: "",
      body,
      dateline: null,
      language: "en",
      kind: "report",
      speakersRead: true,
    },
    facts: [fact({ text: "The bridge held.", start: 0, end: 26 })],
    quotes: [
      { text: "It held,", start: 28, end: 36, cue: "said", hedge: null, through: null, speaker },
    ],
  };

  test("the article's own words pass", () => expect(notVerbatim(brief)).toEqual([]));

  test.each<[string, Partial<Brief>]>([
    [
      "a quote elsewhere",
      {
        quotes: [
          { text: "It held", start: 0, end: 7, cue: null, hedge: null, through: null, speaker },
        ],
      },
    ],
    ["an added word", { facts: [fact({ text: "The old bridge held.", start: 0, end: 26 })] }],
    ["other order", { facts: [fact({ text: "On Friday the bridge held.", start: 0, end: 26 })] }],
    ["a foreign referent", { facts: [fact({ text: "[Dana Holt] left.", start: 54, end: 63 })] }],
  ])("%s does not", (_, fields) => expect(notVerbatim({ ...brief, ...fields })).toHaveLength(1));

  test("a referent in square brackets may stand elsewhere in the article", () => {
    const facts = [fact({ text: "[Mira Solen] left.", start: 54, end: 63 })];
    expect(notVerbatim({ ...brief, facts })).toEqual([]);
  });
});

test("words keep their apostrophes, of either form, and their offsets", () => {
  expect(wordsOf("Don’t go, O'Neil!").map(({ text }) => text)).toEqual(["don't", "go", "o'neil"]);
  expect(wordsOf("a bb")[1]).toEqual({ text: "bb", start: 2, end: 4 });
});

test.each([
  [["a", "c"], true],
  [["c", "a"], false],
  [["a", "a"], false],
])("%s in order within a b c: %s", (part, found) =>
  expect(inOrder(part, ["a", "b", "c"])).toBe(found));

describe("form", () => {
  const brief = (text: string): Brief => ({
    ...{
      id: "a",
      headline: "",
      body: text,
      dateline: null,
      language: "en",
      kind: "report",
      speakersRead: true,
      quotes: [],
    },
    facts: [fact({ text })],
  });

  test.each([
    ["She left on Friday.", true],
    ["[Mira Solen] left on Friday.", false],
    ["- to keep the bridge open;", true],
    ["The mayor, led by Dr.", true],
    ["“It held, said Solen.", true],
    ["“It held,” said Solen.", false],
    ["Then the bridge fell.", false],
  ])("%s can't be printed: %s", (text, flawed) => {
    expect(illFormed(brief(text)).length > 0).toBe(flawed);
  });

  test.each([
    ["[Mira Solen] left.", "Mira Solen", 0],
    ["[The bridge] left.", "Mira Solen", 1],
    ["[The old bridge] left.", "ferry|bridge", 0],
    ["Solen left.", "Mira Solen", 0],
  ])("%s for %s has %i wrong referents", (text, is, count) => {
    expect(wronglyReferred(brief(text), [{ has: "left", is }])).toHaveLength(count);
  });
});
