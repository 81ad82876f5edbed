import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factSpans } from "#core/message/brief.ts";
import { briefAnswer, factsAnswer, quotesAnswer, searchAnswer } from "#core/reply/answer.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { helpAnswer, mistakeAnswer } from "#core/reply/help.ts";
import { parseLine } from "#core/reply/parse.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFact, sampleFiled, sampleQuote } from "#tests/samples.ts";

describe("a line of text", () => {
  test.each([
    ["/brief", "brief", {}],
    ["brief harbour bridge", "brief", { article: "harbour bridge" }],
    ["/desk quotes  Mira Solen ", "quotes", { article: "Mira Solen" }],
    ["/SEARCH flood", "search", { words: "flood" }],
    ["desk", "help", {}],
    ["", "help", {}],
    ["/help search", "help", { command: "search" }],
    ["digest front-page", "digest", { channel: "front-page" }],
  ])("%s is a question", (line, command, options) => {
    expect(parseLine(line, "front-page")).toEqual({ command, options, channel: "front-page" });
  });

  test.each([
    ["/breif x", "brief"],
    ["quote", "quotes"],
    ["fact x", "facts"],
    ["desktop", null],
    ["weather", null],
    ["x", null],
  ])("%s is a mistake for %s", (line, meant) => {
    expect(parseLine(line, null)).toMatchObject({ meant });
  });

  test("means the same after a slash, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (line) => {
        const plain = line.trim().replace(/^\/+/, "").trim();
        expect(parseLine(`/${plain}`, null)).toEqual(parseLine(plain, null));
      }),
    );
  });
});

describe("an answer", () => {
  const filed = sampleFiled(
    { id: "a1", sourceUrl: "https://news.example/1", section: "local" },
    {
      facts: [
        sampleFact({
          text: "Two lanes are open.",
          attribution: "the council",
          hedge: "reportedly",
        }),
        sampleFact({
          text: "The council reportedly paid.",
          attribution: "The council",
          hedge: "reportedly",
        }),
      ],
      quotes: [sampleQuote(), sampleQuote({ text: "Who knows", speaker: null })],
    },
  );

  test("to brief has every fact and quote, with owners, hedges and the original", () => {
    const text = textOf(briefAnswer(filed, "UTC"));
    expect(text).toContain("Two lanes are open. — the council, reportedly");
    expect(text).toContain("Mira Solen, engineer");
    expect(text).toContain("[Original → https://news.example/1]");
  });

  test("begins a fact with a capital, whatever was dropped before it", () => {
    expect(factSpans(sampleFact({ text: "the bridge held." }))).toEqual([
      { text: "The bridge held." },
    ]);
    expect(factSpans(sampleFact({ text: "𝒜 [sic]" }))).toEqual([{ text: "𝒜 [sic]" }]);
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

  test("to a search counts, lists, and asks to choose", () => {
    const text = textOf(searchAnswer("bridge", [filed], "UTC"));
    expect(text).toContain("1 article for “bridge”");
    expect(text).toContain("[Details → brief a1]");
    expect(textOf(searchAnswer("x", [], "UTC"))).toContain("Nothing found for “x”");
  });

  test("every button's question is one that can be asked", () => {
    const asks = [briefAnswer, quotesAnswer, factsAnswer]
      .map((answer) => answer(filed, "UTC"))
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
      .flatMap((button) => (button.kind === "ask" ? [button.ask] : []));
    expect(asks.length).toBeGreaterThan(3);
    for (const ask of asks)
      expect(parseLine(ask, null)).toMatchObject({ options: { article: "a1" } });
  });
});

describe("help", () => {
  test("lists every command, and each has an example that can be asked", () => {
    const text = textOf(helpAnswer(null));
    for (const { name, description, examples } of COMMANDS) {
      expect(text).toContain(`/${name}`);
      expect(text).toContain(description);
      for (const example of examples)
        expect(parseLine(example, null)).toMatchObject({ command: name });
    }
  });

  test("explains one command, with or without its slash", () => {
    expect(textOf(helpAnswer("/search"))).toContain("For example: /search flood");
    expect(textOf(helpAnswer("nonsense"))).toBe(textOf(helpAnswer(null)));
  });

  test("a mistake is named, with what may have been meant", () => {
    expect(textOf(mistakeAnswer({ typed: "breif", meant: "brief" }))).toContain(
      "There is no command “breif”. Did you mean /brief [article]?",
    );
  });

  test("every command fits both platforms' limits", () => {
    for (const { name, description, options } of COMMANDS) {
      expect(name).toMatch(/^[a-z]{1,32}$/);
      expect(description.length).toBeLessThanOrEqual(100);
      for (const option of options) expect(option.description.length).toBeLessThanOrEqual(100);
    }
  });
});
