import { describe, expect, test } from "vitest";
import { historyOf } from "#core/article/history.ts";
import {
  type BriefFace,
  briefAnswer,
  factsAnswer,
  quotesAnswer,
  textAnswer,
} from "#core/reply/article-answer.ts";
import { contextAnswer } from "#core/reply/context-answer.ts";
import { factsFoundAnswer, quotesFoundAnswer } from "#core/reply/list-answer.ts";
import { parseLine } from "#core/reply/parse.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { timelineAnswer } from "#core/reply/timeline.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleArticle, sampleFact, sampleFiled, sampleQuote } from "#tests/samples.ts";

const face: BriefFace = { timeZone: "UTC", internal: false, revisions: [], story: null };
const filed = sampleFiled(
  {
    id: "a1",
    sourceUrl: "https://news.example/1",
    section: "local",
    editorNote: "Ring the council",
  },
  {
    facts: [
      sampleFact({ text: "Two lanes are open.", attribution: "the council", hedge: "reportedly" }),
      sampleFact({
        text: "The council reportedly paid.",
        attribution: "The council",
        hedge: "reportedly",
      }),
    ],
    quotes: [sampleQuote(), sampleQuote({ text: "Who knows", speaker: null })],
  },
);
const found = (page: { number?: number; more?: boolean } = {}) => ({
  about: "“bridge”",
  page: {
    command: "search" as const,
    options: { words: "bridge" },
    ...{ number: 1, more: false },
    ...page,
  },
  timeZone: "UTC",
  now: Date.UTC(2026, 4, 9),
});

describe("an answer", () => {
  test("to brief has every fact and quote, with owners, hedges and the original", () => {
    const text = textOf(briefAnswer(filed, face));
    expect(text).toContain("Two lanes are open. — the council, reportedly");
    expect(text).toContain("Mira Solen, engineer");
    expect(text).toContain("[Original → https://news.example/1]");
    expect(text).toContain("[In context → context a1]");
  });

  test.each([
    ["brief", "[Quotes (2) → quotes a1] [In context → context a1] [Full text → text a1]"],
    ["quotes", "[Brief → brief a1] [In context → context a1] [Full text → text a1]"],
    ["facts", "[Brief → brief a1] [Quotes (2) → quotes a1] [In context → context a1] [Full"],
    ["context", "[Brief → brief a1] [Quotes (2) → quotes a1] [Full text → text a1]"],
    ["text", "[Brief → brief a1] [Quotes (2) → quotes a1] [In context → context a1] [Orig"],
  ] as const)("leads from %s to the sheet's other views", (open, tabs) => {
    const answers = {
      brief: briefAnswer(filed, face),
      quotes: quotesAnswer(filed, "UTC"),
      facts: factsAnswer(filed, "UTC"),
      context: contextAnswer(filed, "", "UTC"),
      text: textAnswer(filed, "UTC"),
    };
    expect(textOf(answers[open])).toContain(tabs);
    const rows = answers[open].sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "buttons" ? [block.buttons.length] : [])),
    );
    // One row on either platform.
    expect(rows.filter((length) => length > 5)).toEqual([]);
  });

  test("has no tab to what there is nothing of", () => {
    const bare = sampleFiled({ id: "a1" }, { facts: [], quotes: [] });
    expect(textOf(briefAnswer(bare, face))).toContain(
      "\n[Full text → text a1] [This is wrong → wrong a1]\n",
    );
  });

  test("to brief opens the sheets of the other reports, the latest first, and says where they differ", () => {
    const others = ["a2", "a3"].map((id) =>
      sampleFiled({ id, source: id === "a2" ? "Tarn Wire" : null, title: `Bridge open (${id})` }),
    );
    const story = { others, disagreements: [] };
    const message = briefAnswer(filed, { ...face, story });
    expect(textOf(message)).toContain(
      "[Bridge open (a3) → brief a3] [Tarn Wire: Bridge open (a2) → brief a2]",
    );
    expect(JSON.stringify(message)).toContain("Other reports (2)");
    expect(JSON.stringify(briefAnswer(filed, face))).not.toContain("Other reports");
  });

  test("to brief shows the editor's note in a channel of the desk's own alone", () => {
    expect(textOf(briefAnswer(filed, face))).not.toContain("Ring the council");
    expect(textOf(briefAnswer(filed, { ...face, internal: true }))).toContain("Ring the council");
  });

  test("to brief tells how it has changed, the latest first, and nothing of one revision", () => {
    const first = sampleArticle({ id: "a1" });
    const change = { kind: "correction", details: ["toll: 12 → 15"], note: null } as const;
    const second = { ...first, revision: 2, change };
    const text = textOf(
      briefAnswer(filed, { ...face, revisions: historyOf([first, second], true) }),
    );
    expect(text).toMatch(/2 · .*Correction: toll: 12 → 15[\s\S]*1 · .*First version/u);
    expect(
      textOf(briefAnswer(filed, { ...face, revisions: historyOf([first], true) })),
    ).not.toContain("Revisions");
  });

  test("to brief tells what else is another where no word is", () => {
    const first = sampleArticle({ id: "a1" });
    const change = { kind: "unchanged", details: ["picture taken out"], note: null } as const;
    const revisions = historyOf([first, { ...first, revision: 2, change }], true);
    const text = textOf(briefAnswer(filed, { ...face, revisions }));
    expect(text).toMatch(/2 · .* · Picture taken out/u);
  });

  test("says an owner and a hedge once", () => {
    const text = textOf(factsAnswer(filed, "UTC"));
    expect(text).toContain("The council reportedly paid.\n");
    expect(text).not.toContain("paid. —");
  });

  test("never names a speaker that is not settled", () => {
    const text = textOf(quotesAnswer(filed, "UTC"));
    expect(text).toContain("“Who knows” The article does not settle who said it");
  });

  test("to quotes and facts names the article of each", () => {
    const on = { filed, near: "saying" } as const;
    const asked = { ...found(), sought: ANYTHING, isAnyOn: true, looked: null };
    const quotes = textOf(quotesFoundAnswer([{ ...on, parts: filed.brief.quotes }], asked));
    expect(quotes).toContain("Mira Solen, engineer");
    expect(quotes).toContain(filed.brief.headline);
    const facts = textOf(factsFoundAnswer([{ ...on, parts: filed.brief.facts }], asked));
    expect(facts).toContain("Two lanes are open. — the council, reportedly");
    expect(facts).toContain(filed.brief.headline);
  });

  test("to a timeline is one line an article, with its moment", () => {
    const text = textOf(timelineAnswer([{ filed, facts: filed.brief.facts.slice(0, 1) }], found()));
    expect(text).toMatch(/8 May, \d\d:\d\d · /u);
    expect(text).toContain(filed.brief.headline);
    expect(text).toContain("Two lanes are open.");
  });

  test("every button's question is one that can be asked", () => {
    const asks = [
      briefAnswer(filed, face),
      ...[quotesAnswer, factsAnswer, textAnswer].map((answer) => answer(filed, "UTC")),
      contextAnswer(filed, "", "UTC"),
    ]
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
      .flatMap((button) => (button.kind === "ask" ? [button.ask] : []));
    expect(asks.length).toBeGreaterThan(3);
    for (const ask of asks) {
      const question = parseLine(ask, asked());
      expect("options" in question && Object.values(question.options)).toEqual(["a1"]);
    }
  });
});

describe("in context", () => {
  const body =
    "The bridge reopened.\n\n“It held,” said Mira Solen. Two lanes are open.\n\nThe end.";
  const at = (text: string) => ({
    start: body.indexOf(text),
    end: body.indexOf(text) + text.length,
  });
  const article = sampleFiled(
    { id: "a1", body },
    {
      body,
      facts: [sampleFact({ text: "Two lanes are open.", ...at("Two lanes are open.") })],
      quotes: [sampleQuote({ text: "It held", ...at("It held") })],
    },
  );

  test("a quote and a fact are marked in their paragraph, whose number is told", () => {
    const message = contextAnswer(article, "", "UTC");
    expect(textOf(message)).toContain("Paragraph 2 of 3");
    expect(textOf(message)).not.toContain("The end.");
    const strong = message.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "paragraph" ? block.spans : []))
      .filter(({ style }) => style === "strong")
      .map(({ text }) => text);
    expect(strong).toEqual(["It held", "Two lanes are open."]);
  });

  test.each([
    ["q1", "It held"],
    ["quotes", "It held"],
    ["f1", "Two lanes are open."],
    ["facts", "Two lanes are open."],
  ])("%s alone is marked", (part, expected) => {
    const strong = contextAnswer(article, part, "UTC")
      .sections.flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "paragraph" ? block.spans : []))
      .filter(({ style }) => style === "strong");
    expect(strong.map(({ text }) => text)).toEqual([expected]);
  });

  test.each([
    ["q2", "has no such part"],
    ["nonsense", "is no part of a brief"],
  ])("%s is answered by a sentence", (part, expected) => {
    expect(textOf(contextAnswer(article, part, "UTC"))).toContain(expected);
  });

  test("a quotation over two paragraphs is marked in both", () => {
    const long = "“It began.\n\n“It ended,” she said.";
    const over = sampleFiled(
      { body: long },
      {
        body: long,
        facts: [],
        quotes: [sampleQuote({ text: "", start: 1, end: long.indexOf(",") })],
      },
    );
    const text = textOf(contextAnswer(over, "q1", "UTC"));
    expect(text).toContain("Paragraph 1 of 2");
    expect(text).toContain("Paragraph 2 of 2");
  });
});
