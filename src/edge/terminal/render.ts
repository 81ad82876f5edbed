import type { Block, Message, Span } from "#core/message/message.ts";
import { creditLine } from "#core/message/picture.ts";
import type { Output } from "./output.ts";
import { printable, wrap } from "./wrap.ts";

type Page = Pick<Output, "style" | "width">;

/** Sets a message as lines for a terminal. */
export function renderTerminal(message: Message, page: Page): readonly string[] {
  return message.sections.flatMap(({ blocks }, index) => {
    const lines = blocks.flatMap((block) => setBlock(block, page));
    // Headlines that follow one another without a rule still stand apart.
    return index > 0 && blocks[0]?.kind === "headline" ? ["", ...lines] : lines;
  });
}

function setBlock(block: Block, page: Page): readonly string[] {
  switch (block.kind) {
    case "title":
      return [...fold(block.text, "", "", page).map((line) => page.style("bold", line))];
    case "head":
      return fold(`— ${block.text} —`, "", "", page).map((line) => page.style("bold", line));
    case "headline":
      return fold(plain(block.spans), "", "", page).map((line) => page.style("bold", line));
    case "paragraph":
      return block.notice === undefined
        ? fold(plain(block.spans), "", "", page)
        : setNotice(block.notice, plain(block.spans), page);
    case "contents":
      return block.entries.flatMap(({ text }) => fold(text, "  · ", "    ", page));
    case "list":
      return block.items.flatMap((item) => fold(plain(item), "  • ", "    ", page));
    case "quote":
      return [
        ...fold(`“${block.text}”`, "  │ ", "  │ ", page).map((line) => page.style("italic", line)),
        ...(block.by.length === 0 ? [] : fold(`— ${plain(block.by)}`, "  │ ", "  │   ", page)),
      ];
    case "note":
      return fold(plain(block.spans), "", "", page).map((line) => page.style("dim", line));
    case "picture":
      return fold(creditLine(block.credit), "", "", page).map((line) => page.style("dim", line));
    case "buttons":
    case "menu":
      return [];
    case "rule":
      return [""];
  }
}

/** Told apart without colours too: a log and a pipe have none. */
function setNotice(notice: "amended" | "withdrawn", text: string, page: Page): readonly string[] {
  const colour = notice === "amended" ? "yellow" : "red";
  return fold(text, "  ! ", "    ", page).map((line) => page.style(colour, line));
}

/** No line is wider than the page, its indent included; a word that is wider, such as an address, is broken. */
function fold(text: string, first: string, rest: string, { width }: Page): readonly string[] {
  const room = Math.max(1, width - Math.max(first.length, rest.length));
  return wrap(printable(text), room)
    .flatMap((line) => broken(line, room))
    .map((line, index) => `${index === 0 ? first : rest}${line}`);
}

function broken(line: string, room: number): readonly string[] {
  const letters = [...line];
  const pieces = Math.max(1, Math.ceil(letters.length / room));
  return Array.from({ length: pieces }, (_, piece) =>
    letters.slice(piece * room, (piece + 1) * room).join(""),
  );
}

/** Addresses are left out: the page and `--json` have them. */
function plain(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}
