import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Urgency } from "#core/article/article.ts";
import { fold, foldedWords } from "#core/digest/fold.ts";
import { TOPIC_FIELDS, type Topic, topicText, type Words } from "#core/digest/topic.ts";
import { hasWords, matchesTopic, subjectOf } from "#core/digest/topic-match.ts";
import { parseTopic, parseWords } from "#core/digest/topic-parse.ts";
import { sampleFiled, sampleQuote } from "#tests/samples.ts";

function topicOf(text: string): Topic {
  const reading = parseTopic(text);
  if (!reading.ok) throw new TypeError(`${reading.fault.column}: ${reading.fault.says}`);
  return reading.topic;
}

const FLOOD = sampleFiled(
  {
    title: "Flood-hit Port Zelín counts its losses",
    subheadline: "River Aske falls",
    body: "Mayor O'Dell’s office said the flooding was the worst in years.\n\nThe straße is shut.",
    section: "Local News",
    tags: ["Weather", "wind farms"],
    subjects: ["disaster"],
    places: ["Port Zelín, Norland"],
    people: ["Tove Brandt"],
    dateline: { place: "HARBOURTON", date: null, agency: "Tarn Wire" },
    source: "The Aske Gazette",
    language: "en-GB",
    urgency: 3,
  },
  { quotes: [sampleQuote({ speaker: { name: "Mira Solen", role: null, start: 0, end: 1 } })] },
);

describe("a flood in Port Zelín", () => {
  test.each([
    // Whole words, whatever their case and accents.
    ["flood", true],
    ["floo", false],
    ["losse*", true],
    ["PORT", true],
    ["flooded", false],
    ["flood*", true],
    ["oss*", false],
    ["STRASSE", true],
    ["odell", false],
    ["O’Dell", true],
    // Phrases in their order, and not across the end of a text.
    ['"port zelin"', true],
    ['"zelin port"', false],
    ['"losses river"', false],
    ['"port zel"*', true],
    ["“port zelin”", true],
    // Tags and subjects are words too.
    ["disaster", true],
    ["weather", true],
    ["gazette", false],
    // Fields.
    ["tag:weather", true],
    ["tag:wind", false],
    ["tag:wind*", true],
    ['tags:"wind farms"', true],
    ["section:local", false],
    ['section:"local news"', true],
    ["place:zelin", true],
    ["place:harbourton", true],
    ["place:aske", false],
    ["person:solen", true],
    ["person:brandt", true],
    ["person:odell", false],
    ['source:"tarn wire"', true],
    ["source:aske", true],
    ["language:en", true],
    ["language:EN-gb", true],
    ["lang:e", false],
    ["language:de", false],
    ["urgency<=3", true],
    ["urgency < 3", false],
    ["urgency:3", true],
    ["urgency>3", false],
    ["urgency>=2", true],
    // AND before OR, NOT before both.
    ["snow OR flood AND weather", true],
    ["(snow OR flood) AND ice", false],
    ["flood OR snow ice", true],
    ["(flood OR snow) ice", false],
    ["NOT snow flood", true],
    ["NOT (snow OR flood)", false],
    ["not flood or weather", true],
    ["NOT NOT flood", true],
    // A minus is NOT, as in searches; inside a word it is none.
    ["flood -snow", true],
    ["flood -weather", false],
    ['flood -"port zelin"', false],
    ['flood -"zelin port"', true],
    ["flood –snow", true],
    ["flood --weather", false],
    ["-snow", true],
    ["-tag:weather", false],
    ["flood -(snow OR ice)", true],
    ["(-flood OR losses)", true],
    ["flood-hit", true],
    ["x-weather", false],
    ["tag:-weather", true], // behind a colon it is of the name
    ['"-snow"', false],
    // A joining word in quotes is a word.
    ['"and"', false],
    ['flood AND (tag:weather OR place:"Port Zelin") NOT section:sport urgency<=3', true],
    ['flood AND (tag:weather OR place:"Port Zelin") NOT section:sport urgency<=2', false],
  ])("%s: %s", (text, expected) => {
    expect(matchesTopic(topicOf(text), subjectOf(FLOOD))).toBe(expected);
  });
});

test.each([
  ["洪水", true],
  ["水洪", false],
  ["洪*", true],
])("scripts without spaces: %s is in “昨日洪水警報”: %s", (text, expected) => {
  const subject = subjectOf(sampleFiled({ title: "昨日洪水警報" }));
  expect(matchesTopic(topicOf(text), subject)).toBe(expected);
});

test.each([
  ["NOT sport", "SPORT", false],
  ["-sport", "Sport", false],
  ["NOT spórt", "sport", false],
  ['NOT "local news"', "Local News", false],
  ["NOT sport*", "Sports", false],
  ["sport", "Sport", true],
  // A part of its name is another section.
  ["NOT sport", "Sport business", true],
  ["NOT news", "Local news", true],
  ["NOT sport", null, true],
])("bare words also mean the section: %s of %s: %s", (text, section, expected) => {
  const subject = subjectOf(sampleFiled({ section, title: "Velsk win cup", tags: [] }));
  expect(matchesTopic(topicOf(text), subject)).toBe(expected);
});

test("what has no word is met by no section", () => {
  const subject = subjectOf(sampleFiled({ section: "Sport" }));
  expect(hasWords({ text: "–", prefix: true }, subject)).toBe(false);
});

test("an article that states no urgency and no language is ordinary and of none", () => {
  const plain = subjectOf(sampleFiled());
  expect(matchesTopic(topicOf("urgency=5"), plain)).toBe(true);
  expect(matchesTopic(topicOf("language:en"), plain)).toBe(false);
});

describe("what cannot be read", () => {
  test.each([
    ["", 1, "expected a word, a phrase in quotes, a field such as tag:weather"],
    ["flood AND", 10, "but found the end of the text"],
    ["flood AND OR tag:x", 11, "but found “OR”"],
    ["OR flood", 1, "but found “OR”"],
    ["flood tagg:weather", 7, "there is no field “tagg”: there are tag, section, place, person"],
    ["(flood OR (snow)", 17, 'expected ")" for the "(" at column 1'],
    ["flood) snow", 6, 'this ")" closes nothing'],
    ["()", 2, "but found “)”"],
    ['flood "port zelin', 7, 'the quotation mark " has no partner'],
    ["tag:", 5, "expected a name, or one in quotes, behind “tag:”"],
    ["tag:(a OR b)", 5, "as in tag:a OR tag:b"],
    ["urgency<=0", 10, "expected a number from 1 (flash) to 9 behind “urgency<=”"],
    ["urgency<=high", 10, "but found “high”"],
    ["tag<=3", 4, "only urgency is compared: write tag:name"],
    ["fl*od *", 7, "a star stands right behind the beginning of a word"],
    ["flood & snow", 7, "has no letter and no digit"],
    ["flood - snow", 7, "a minus leaves out what stands right behind it, as in -ferry"],
    ["-", 1, "a minus leaves out what stands right behind it"],
    ["flood = snow", 1, "there is no field “flood”"],
    // Columns count characters as people see them.
    ["🌊🌊🌊 flood )", 1, "has no letter"],
    ["雪🌊a )", 5, "closes nothing"],
    ["(".repeat(60), 51, "more than 50 levels deep"],
  ])("%s: at column %i %s", (text, column, says) => {
    const reading = parseTopic(text);
    if (reading.ok) throw new TypeError(topicText(reading.topic));
    expect(reading.fault.column).toBe(column);
    expect(reading.fault.says).toContain(says);
  });

  test("whatever is written, the reader says yes or no, with a column within the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const reading = parseTopic(text);
        if (reading.ok) return;
        expect(reading.fault.column).toBeGreaterThanOrEqual(1);
        expect(reading.fault.column).toBeLessThanOrEqual([...text].length + 1);
      }),
    );
  });
});

describe("properties", () => {
  const urgency = fc.constantFrom<Urgency[]>(1, 2, 3, 4, 5, 6, 7, 8, 9);
  const words: fc.Arbitrary<Words> = fc.record({
    text: fc
      .oneof(
        fc.constantFrom("flood", "Port Zelin", "and", 'the "big" one', "a\\b", "O’Dell", "port"),
        fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
      )
      .filter((text) => foldedWords(text).length > 0),
    prefix: fc.boolean(),
  });
  const { topic } = fc.letrec<{ topic: Topic }>((tie) => {
    const several = fc.array(tie("topic"), { minLength: 2, maxLength: 3 });
    return {
      topic: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        words.map((one): Topic => ({ kind: "words", words: one })),
        fc
          .tuple(fc.constantFrom(...TOPIC_FIELDS), words)
          .map(([field, one]): Topic => ({ kind: "field", field, words: one })),
        fc
          .tuple(fc.constantFrom("<" as const, "<=" as const, "=" as const, ">=" as const), urgency)
          .map(([is, than]): Topic => ({ kind: "urgency", is, than })),
        tie("topic").map((of): Topic => ({ kind: "not", of })),
        several.map((of): Topic => ({ kind: "and", of })),
        several.map((of): Topic => ({ kind: "or", of })),
      ),
    };
  });
  const subject = subjectOf(FLOOD);
  const meets = (one: Topic) => matchesTopic(one, subject);
  const not = (of: Topic): Topic => ({ kind: "not", of });

  test("what is printed is read as the same topic", () => {
    fc.assert(
      fc.property(topic, (one) => {
        expect(topicOf(topicText(one))).toEqual(one);
      }),
    );
  });

  test("De Morgan: not (a and b) is (not a) or (not b), and the other way about", () => {
    fc.assert(
      fc.property(topic, topic, (a, b) => {
        const both: Topic = { kind: "and", of: [a, b] };
        const either: Topic = { kind: "or", of: [a, b] };
        expect(meets(not(both))).toBe(meets({ kind: "or", of: [not(a), not(b)] }));
        expect(meets(not(either))).toBe(meets({ kind: "and", of: [not(a), not(b)] }));
        expect(meets(not(not(a)))).toBe(meets(a));
      }),
    );
  });

  test("an article is found by each of its words, in any case", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 5 }), fc.nat(), (title, pick) => {
        const own = foldedWords(title);
        const word = own[pick % own.length] ?? "";
        const found = subjectOf(sampleFiled({ title, body: "" }, { headline: "", quotes: [] }));
        expect(hasWords({ text: word.toUpperCase(), prefix: false }, found)).toBe(true);
      }),
    );
  });

  test("folding once is enough", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldedWords(fold(text))).toEqual(foldedWords(text));
      }),
    );
  });
});

test.each([
  ["football", { text: "football", prefix: false }],
  [' "transfer window" ', { text: "transfer window", prefix: false }],
  ["foot*", { text: "foot", prefix: true }],
  ["*", null],
  ["…", null],
])("the muted %s", (text, expected) => {
  expect(parseWords(text)).toEqual(expected);
});
