import type { Block, Message, Span } from "#core/message/message.ts";

/** Characters of the text of a message, before any of it is set. */
export function textLength({ sections }: Message): number {
  return sections.flatMap(({ blocks }) => blocks.map(blockLength)).reduce(add, 0);
}

function blockLength(block: Block): number {
  switch (block.kind) {
    case "title":
    case "head":
      return block.text.length;
    case "quote":
      return block.text.length + spansLength(block.by);
    case "contents":
      return block.entries.map(({ text }) => text.length).reduce(add, 0);
    case "list":
      return block.items.map(spansLength).reduce(add, 0);
    case "picture":
      return block.credit.length;
    case "buttons":
    case "menu":
    case "rule":
      return 0;
    default:
      return spansLength(block.spans);
  }
}

function spansLength(spans: readonly Span[]): number {
  return spans.map(({ text }) => text.length).reduce(add, 0);
}

function add(sum: number, length: number): number {
  return sum + length;
}
