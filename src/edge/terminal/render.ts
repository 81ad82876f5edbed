import type { Block, Message, Span } from "#core/message/message.ts";
import type { Output } from "./output.ts";
import { printable, wrap } from "./wrap.ts";

type Page = Pick<Output, "style" | "width">;

/** Sets a message as lines for a terminal. */
export function renderTerminal(message: Message, page: Page): readonly string[] {
  return message.sections.flatMap(({ blocks }) => blocks.flatMap((block) => setBlock(block, page)));
}

function setBlock(block: Block, page: Page): readonly string[] {
  switch (block.kind) {
    case "title":
      return [...fold(block.text, "", "", page).map((line) => page.style("bold", line))];
    case "headline":
      return fold(plain(block.spans), "", "", page).map((line) => page.style("bold", line));
    case "paragraph":
      return fold(plain(block.spans), "", "", page);
    case "list":
      return block.items.flatMap((item) => fold(plain(item), "  • ", "    ", page));
    case "quote":
      return [
        ...fold(`“${block.text}”`, "  │ ", "  │ ", page).map((line) => page.style("italic", line)),
        ...(block.by.length === 0 ? [] : fold(`— ${plain(block.by)}`, "  │ ", "  │   ", page)),
      ];
    case "note":
      return fold(plain(block.spans), "", "", page).map((line) => page.style("dim", line));
    case "buttons":
      return [];
    case "rule":
      return [""];
  }
}

function fold(text: string, first: string, rest: string, { width }: Page): readonly string[] {
  return wrap(printable(text), width - first.length).map(
    (line, index) => `${index === 0 ? first : rest}${line}`,
  );
}

/** Addresses are left out: the page and `--json` have them. */
function plain(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}
