import { closedDirection } from "#core/message/direction.ts";
import type { Block, Message, Span } from "#core/message/message.ts";
import { pictureInWords } from "#core/message/picture.ts";
import { escapeWithin } from "./escape.ts";

/**
 * Escaped characters that the fallback may take: less than the 4,000 that Slack recommends, so that a
 * whole post stays below 12,000.
 */
const OUTLINE_MOST = 2_500;

/**
 * The fallback of a message: its summary, which notifications show, and below it the words of its
 * blocks, because screen readers read the fallback and leave the blocks out (Slack docs,
 * "chat.postMessage", Accessibility considerations).
 */
export function outline({ summary, sections }: Message): string {
  const lines = sections
    .flatMap(({ blocks }) => blocks.flatMap(blockLines))
    .filter((line) => line.trim() !== "" && line !== summary);
  return escapeWithin([summary, ...lines].join("\n"), OUTLINE_MOST);
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case "headline":
    case "paragraph":
    case "note":
      return [words(block.spans)];
    case "head":
      return [closedDirection(block.text)];
    case "list":
      return block.items.map((item) => `• ${words(item)}`);
    case "quote":
      return [`“${closedDirection(block.text)}” — ${words(block.by)}`];
    case "picture":
      return [closedDirection(pictureInWords(block))];
    // The summary names the title already, and a fallback has no buttons.
    case "title":
    // What is in an edition is read below, with its facts.
    case "contents":
    case "buttons":
    case "menu":
    case "rule":
      return [];
  }
}

/** Each run is closed for itself, so that it turns no other one round. */
function words(spans: readonly Span[]): string {
  return spans.map(({ text }) => closedDirection(text)).join("");
}
