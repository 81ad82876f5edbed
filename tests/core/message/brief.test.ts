import { expect, test } from "vitest";
import { quoteBlocks } from "#core/message/brief.ts";
import { sampleQuote } from "../../samples.ts";

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
