import type { Block, Message, Span } from "#core/message/message.ts";

/** A message as plain text, one block a line, so that a test can look for its words. */
export function textOf(message: Message): string {
  return message.sections
    .flatMap(({ blocks }) => blocks.map((block) => `${blockText(block)}\n`))
    .join("");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "title":
    case "head":
      return block.text;
    case "quote":
      return `“${block.text}” ${spanText(block.by)}`;
    case "contents":
      return block.entries.map(({ text }) => `• ${text}`).join("\n");
    case "list":
      return block.items.map(spanText).join("\n");
    case "buttons":
      return block.buttons
        .map((button) => `[${button.label} → ${button.kind === "ask" ? button.ask : button.href}]`)
        .join(" ");
    case "menu":
      return block.choices.map(({ label, ask }) => `[${label} → ${ask}]`).join(" ");
    case "picture":
      return `[picture ${block.url} → ${block.alt ?? "?"} → ${block.credit}]`;
    case "rule":
      return "";
    default:
      return spanText(block.spans);
  }
}

function spanText(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}

/** A message as JSON, with runs of one style as one and no moments, so that a test can look for a whole line. */
export function linesOf(message: Message | null): string {
  return JSON.stringify(message, (key, value) => (key === "spans" ? joined(value) : value));
}

function joined(spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const { moment, ...span } of spans) {
    const open = runs.at(-1);
    if (open !== undefined && open.style === span.style && open.href === span.href) {
      runs.splice(-1, 1, { ...open, text: open.text + span.text });
    } else runs.push(span);
  }
  return runs;
}
