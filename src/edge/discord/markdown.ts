import type { Block, Span } from "#core/message/message.ts";
import { cleanText } from "./escape.ts";
import { linesOf, oneLineOf } from "./spans.ts";

/** The blocks that are words; the others are components. */
export type TextBlock = Exclude<Block, { kind: "picture" | "buttons" | "menu" | "rule" }>;

/** Sets one block in Discord's markdown; the empty string where it holds no words. */
export function markdownOf(block: TextBlock): string {
  switch (block.kind) {
    case "title":
      return prefixed("# ", oneLineOf([{ text: block.text }]));
    case "head":
      return oneLineOf([{ text: block.text, style: "strong" }]);
    case "headline":
      return prefixed(
        block.weight === "lead" ? "## " : "### ",
        oneLineOf(block.spans.map(withoutWeight)),
      );
    case "paragraph":
      return linesOf(block.spans).join("\n").trim();
    case "contents":
      return itemsOf(block.entries.map((entry) => [entry]));
    case "list":
      return itemsOf(block.items);
    case "quote":
      return quoteOf(block);
    case "note":
      return prefixed("-# ", oneLineOf(block.spans));
  }
}

function itemsOf(items: readonly (readonly Span[])[]): string {
  return items
    .map((item) => prefixed("- ", oneLineOf(item)))
    .filter((item) => item !== "")
    .join("\n");
}

function prefixed(prefix: string, line: string): string {
  return line === "" ? "" : `${prefix}${line}`;
}

/** A heading is bold as it is. */
function withoutWeight({ style, ...span }: Span): Span {
  return style === "emphasis" ? { ...span, style } : span;
}

/** The words in marks, each of their lines inside the quotation, and under them who said them. */
function quoteOf({ text, by }: Extract<Block, { kind: "quote" }>): string {
  const said = cleanText(text).trim();
  if (said === "") return "";
  const words = linesOf([{ text: `“${said}”` }]);
  const named = oneLineOf(by) !== "";
  const lines = named ? [...words, oneLineOf([{ text: "— " }, ...by])] : words;
  return lines.map((line) => `> ${line}`).join("\n");
}
