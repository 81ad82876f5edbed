import { describe, expect, test } from "vitest";
import { factSpans, pulledBlocks, pulledQuotes, quoteBlocks } from "#core/message/brief.ts";
import { sampleFiled, sampleQuote } from "../../samples.ts";

const by = (fields: Parameters<typeof sampleQuote>[0]): string => {
  const [block] = quoteBlocks({ speakersRead: true }, [sampleQuote(fields)]);
  return block?.kind === "quote" ? (block.by ?? []).map(({ text }) => text).join("") : "";
};

test.each([
  ["as it stands", {}, "Mira Solen, engineer"],
  ["with its doubt", { hedge: "allegedly" }, "Mira Solen, engineer, allegedly"],
  ["with who passes it on", { through: "told Reuters" }, "Mira Solen, engineer, told Reuters"],
  [
    "with what opened its sentence",
    { through: "In a statement" },
    "Mira Solen, engineer, in a statement",
  ],
  [
    "with both",
    { hedge: "is said to have", through: "Prosecutors said" },
    "Mira Solen, engineer, is said to have, Prosecutors said",
  ],
  [
    "with its doubt, though nobody is named",
    { speaker: null, hedge: "allegedly" },
    "The article does not settle who said it, allegedly",
  ],
])("a quote is shown %s", (_, fields, text) => expect(by(fields)).toBe(text));

test.each([
  ["The ferry is a wreck.", "Ann Field", "The ferry is a wreck. — Ann Field"],
  ["The ferry is a wreck, Ann Field says.", "Ann Field", "The ferry is a wreck, Ann Field says."],
  ["The ferry is a wreck.", "the writer", "The ferry is a wreck. — the writer"],
  // Another writer than the one who owns it.
  [
    "The ferry bears the writer Ida Moe.",
    "the writer",
    "The ferry bears the writer Ida Moe. — the writer",
  ],
])("%s is shown with its owner, %s", (text, attribution, shown) => {
  const spans = factSpans({ text, attribution, hedge: null, start: 0, end: text.length });
  expect(spans.map((span) => span.text).join("")).toBe(shown);
});

describe("beside its facts a brief shows", () => {
  const [first, second, third] = ["One.", "Two.", "Three."].map((text, start) =>
    sampleQuote({ text, start, ...(text === "Two." && { speaker: null }) }),
  );
  const quotes = [first, second, third].filter((quote) => quote !== undefined);
  const shown = (pullQuotes?: readonly number[]) =>
    pulledBlocks(sampleFiled({}, { quotes, ...(pullQuotes && { pullQuotes }) }).brief).map(
      (block) =>
        block.kind === "quote" ? block.text : block.kind === "note" ? block.spans[0]?.text : null,
    );

  test("its pull quotes in the article's order, and how many more there are", () => {
    expect(shown([2, 0])).toEqual(["One.", "Three.", "1 more quote"]);
    expect(shown([2])).toEqual(["Three.", "2 more quotes"]);
    expect(shown([2, 1, 0])).toEqual(["One.", "Two.", "Three."]);
    expect(shown([])).toEqual(["3 quotes, to be read in context"]);
  });

  test("the first quote of someone known, where it was stored before there were pull quotes", () => {
    expect(shown()).toEqual(["One.", "2 more quotes"]);
    const unread = sampleFiled({}, { quotes: quotes.slice(1), speakersRead: false }).brief;
    expect(pulledQuotes(unread).quotes.map(({ text }) => text)).toEqual(["Two."]);
  });
});
