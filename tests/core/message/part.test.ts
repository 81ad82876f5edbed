import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Budget, Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { splitText } from "#core/message/split-text.ts";

/** A platform that takes so many characters and blocks. */
function budget(characters: number, blocks = 100): Budget {
  return {
    fits: (message) =>
      blocksOf(message).length <= blocks &&
      blocksOf(message).reduce((sum, block) => sum + textOf(block).length, 0) <= characters,
  };
}

const blocksOf = (message: Message) => message.sections.flatMap((section) => section.blocks);

function textOf(block: Block): string {
  switch (block.kind) {
    case "title":
    case "quote":
      return block.text;
    case "head":
      return block.text;
    case "contents":
      return block.entries.map(({ text }) => text).join(" ");
    case "list":
      return block.items
        .flat()
        .map(({ text }) => text)
        .join(" ");
    case "buttons":
      return block.buttons.map(({ label }) => label).join(" ");
    case "menu":
      return block.choices.map(({ label }) => label).join(" ");
    case "picture":
      return block.credit;
    case "rule":
      return "";
    default:
      return block.spans.map(({ text }) => text).join("");
  }
}

const paragraph = (text: string): Block => ({ kind: "paragraph", spans: [{ text }] });
const message = (...sections: readonly (readonly Block[])[]): Message => ({
  summary: "S",
  sections: sections.map((blocks) => ({ blocks })),
});

describe("a message that is too long", () => {
  test("stays whole when it fits", () => {
    const whole = message([paragraph("a".repeat(50))]);
    expect(partMessage(whole, budget(50))).toEqual([whole]);
  });

  test("is parted between sections, and says which part it is", () => {
    const parts = partMessage(
      message(
        [paragraph("a".repeat(40))],
        [paragraph("b".repeat(40))],
        [paragraph("c".repeat(40))],
      ),
      budget(100),
    );
    expect(parts.map((part) => blocksOf(part).map(textOf))).toEqual([
      ["a".repeat(40), "b".repeat(40), "1 of 2"],
      ["c".repeat(40), "2 of 2"],
    ]);
    expect(parts.map(({ summary }) => summary)).toEqual(["S (1 of 2)", "S (2 of 2)"]);
  });

  test("breaks a section between its blocks only when it is too long alone", () => {
    const parts = partMessage(
      message([paragraph("a".repeat(60)), paragraph("b".repeat(60))]),
      budget(100),
    );
    expect(parts.map((part) => part.sections.length)).toEqual([2, 2]);
  });

  test("breaks a list between its items, and a quote between its words", () => {
    const list: Block = {
      kind: "list",
      items: [[{ text: "x".repeat(60) }], [{ text: "y".repeat(60) }]],
    };
    expect(partMessage(message([list]), budget(100))).toHaveLength(2);
    const quote: Block = { kind: "quote", text: "word ".repeat(40).trim(), by: [] };
    const texts = partMessage(message([quote]), budget(100)).flatMap((part) =>
      blocksOf(part)
        .filter(({ kind }) => kind === "quote")
        .map(textOf),
    );
    expect(texts.join(" ")).toBe(quote.text);
  });
});

test("every part fits, and no word is lost, whatever the message", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
  const block = fc.oneof(
    text.map(paragraph),
    text.map((title): Block => ({ kind: "title", text: title })),
    text.map((quote): Block => ({ kind: "quote", text: quote, by: [] })),
    fc
      .array(text, { maxLength: 5 })
      .map((items): Block => ({ kind: "list", items: items.map((item) => [{ text: item }]) })),
  );
  const sections = fc.array(fc.array(block, { maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(sections, fc.integer({ min: 60, max: 400 }), (blocks, characters) => {
      const limit = budget(characters, 8);
      const whole = message(...blocks);
      const parts = partMessage(whole, limit);
      expect(parts.every((part) => limit.fits(part))).toBe(true);
      const labels = parts.length > 1 ? 1 : 0;
      const shown = parts.flatMap((part) =>
        blocksOf(part).slice(0, blocksOf(part).length - labels),
      );
      const letters = (all: readonly Block[]) => all.map(textOf).join("").replace(/\s/gu, "");
      expect(letters(shown)).toBe(letters(blocksOf(whole)));
    }),
  );
});

test.each([
  ["one two three", 8, ["one two", "three"]],
  ["one two three", 7, ["one two", "three"]],
  ["onetwothree", 4, ["onet", "woth", "ree"]],
  ["a😀😀", 2, ["a", "😀", "😀"]],
  ["short", 9, ["short"]],
])("%s in pieces of %i", (text, most, pieces) => {
  expect(splitText(text, (piece) => piece.length <= most)).toEqual(pieces);
});
