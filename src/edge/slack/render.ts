import type { types } from "@slack/bolt";
import type { Block, Budget, Button, Message, Span } from "#core/message/message.ts";
import { creditLine } from "#core/message/picture.ts";
import { webAddress } from "#edge/chat/text.ts";
import { escapeText, escapeWithin, literalText } from "./escape.ts";
import {
  ALT_MOST,
  BUTTONS_MOST,
  CHOICE_VALUE_MOST,
  CHOICES_MOST,
  IMAGE_URL_MOST,
  LABEL_MOST,
  type MentionBlock,
  PLACEHOLDER_MOST,
  RICH_TEXT_MOST,
  SECTION_TEXT_MOST,
  type SlackBlock,
  type SlackPost,
  TEXT_TOTAL_MOST,
  textIn,
  URL_MOST,
  USER_GROUP,
  withinLimits,
} from "./limits.ts";
import { dateElement, noteElements, plainText } from "./moment.ts";
import { outline } from "./outline.ts";

/** What one Slack message can hold. A text that is far too long is refused before it is rendered. */
export const SLACK_BUDGET: Budget = {
  fits: (message) =>
    textIn(message.sections) <= TEXT_TOTAL_MOST && withinLimits(renderMessage(message)),
};

/** `action_id` of a button that asks the desk a question begins with the first, of a link with the second. */
export const ASK_ACTION = "ask-";
export const LINK_ACTION = "link-";

/**
 * Sets a message in Block Kit: copy as `rich_text`, whose text is literal and whose lists and quotes
 * are real ones; small print and names as `plain_text`. escape.ts says why.
 */
export function renderMessage(message: Message): SlackPost {
  const said = tidy(message.sections.flatMap((section) => renderBlocks(section.blocks)));
  const blocks = [...renderMention(message), ...said];
  return {
    text: outline(message),
    blocks: blocks.map((block, position) =>
      block.type === "actions" ? withActionIds(block, position) : block,
    ),
  };
}

/** Slack docs, "Formatting message text", Mentioning groups. */
function renderMention({ mention }: Message): readonly MentionBlock[] {
  if (mention === undefined || !USER_GROUP.test(mention)) return [];
  return [{ type: "section", text: { type: "mrkdwn", text: `<!subteam^${mention}>` } }];
}

/** No rule at either end, where one brief of an edition stands by itself, and none beside another. */
function tidy(blocks: readonly SlackBlock[]): readonly SlackBlock[] {
  return blocks.filter(
    ({ type }, index) =>
      type !== "divider" ||
      (index > 0 && blocks[index - 1]?.type !== "divider" && hasMore(blocks, index)),
  );
}

function hasMore(blocks: readonly SlackBlock[], index: number): boolean {
  return blocks.slice(index + 1).some(({ type }) => type !== "divider");
}

/** The blocks of one section; what belongs together stands in one `rich_text` block. */
function renderBlocks(blocks: readonly Block[]): readonly SlackBlock[] {
  const rendered: SlackBlock[] = [];
  let before: Block["kind"] | null = null;
  for (const block of blocks) {
    const open = rendered.at(-1);
    for (const next of renderBlock(block)) {
      const joined = follows(before, block.kind) ? join(open, next) : null;
      if (joined === null) rendered.push(next);
      else rendered.splice(-1, 1, joined);
    }
    before = block.kind;
  }
  return rendered;
}

/** Says whether a block reads on from the one before it: a headline, then its facts, then a quote. */
function follows(before: Block["kind"] | null, kind: Block["kind"]): boolean {
  if (before === "headline") return kind === "list" || kind === "quote";
  return before === "list" && kind === "quote";
}

function join(open: SlackBlock | undefined, next: SlackBlock): SlackBlock | null {
  if (open?.type !== "rich_text" || next.type !== "rich_text") return null;
  const joined = richText(...open.elements, ...next.elements);
  return textIn(joined) <= RICH_TEXT_MOST ? joined : null;
}

/** No block for one without text: Slack refuses an empty element. */
function renderBlock(block: Block): readonly SlackBlock[] {
  switch (block.kind) {
    case "title":
    case "head":
      return isBlank(block.text)
        ? []
        : [{ type: "header", text: plainText(escapeText(block.text)) }];
    case "headline":
    case "paragraph":
      return renderParagraph(block.spans);
    case "contents":
      return renderList(block.entries.map((entry) => [entry]));
    case "list":
      return renderList(block.items);
    case "quote":
      return [richText({ type: "rich_text_quote", elements: quoteElements(block) })];
    case "note":
      return renderNote(block.spans);
    case "picture":
      return renderPicture(block);
    case "buttons":
      return renderButtons(block.buttons);
    case "menu":
      return renderMenu(block);
    case "rule":
      return [{ type: "divider" }];
  }
}

function renderParagraph(spans: readonly Span[]): readonly SlackBlock[] {
  const elements = spans.flatMap(spanElement);
  return elements.length === 0 ? [] : [richText({ type: "rich_text_section", elements })];
}

function renderList(items: readonly (readonly Span[])[]): readonly SlackBlock[] {
  const elements = items
    .map((item) => item.flatMap(spanElement))
    .filter((item) => item.length > 0)
    .map((item): types.RichTextSection => ({ type: "rich_text_section", elements: item }));
  if (elements.length === 0) return [];
  return [richText({ type: "rich_text_list", style: "bullet", elements })];
}

/** The words in marks, and under them who said them. */
function quoteElements({ text, by }: Extract<Block, { kind: "quote" }>): types.RichTextElement[] {
  const words: types.RichTextElement = { type: "text", text: `“${literalText(text)}”` };
  const speaker = by.flatMap(spanElement);
  return speaker.length === 0 ? [words] : [words, { type: "text", text: "\n— " }, ...speaker];
}

/** Small print has no markup; only where it holds a link is it set as text, which can carry one. */
function renderNote(spans: readonly Span[]): readonly SlackBlock[] {
  if (spans.some(({ href }) => href !== undefined)) return renderParagraph(spans);
  const elements = noteElements(spans);
  return elements.length === 0 ? [] : [{ type: "context", elements }];
}

/** Beside its credit; Slack fetches it, and refuses the message where it cannot (courier.ts). */
function renderPicture({
  url: address,
  alt,
  credit,
}: Extract<Block, { kind: "picture" }>): readonly SlackBlock[] {
  const image_url = webAddress(address);
  if (image_url === null || image_url.length > IMAGE_URL_MOST) return [];
  const line = escapeWithin(creditLine(credit), SECTION_TEXT_MOST);
  // It is no text object, in which Slack would decode entities; and an empty one makes Slack refuse the message.
  const [alt_text = ""] = [alt ?? "", creditLine(credit)]
    .map((words) => literalText(words).trim().slice(0, ALT_MOST).toWellFormed())
    .filter((words) => words !== "");
  return [
    { type: "section", text: plainText(line), accessory: { type: "image", image_url, alt_text } },
  ];
}

function renderButtons(buttons: readonly Button[]): readonly SlackBlock[] {
  const elements = buttons.flatMap(renderButton);
  const rows = Math.ceil(elements.length / BUTTONS_MOST);
  return Array.from({ length: rows }, (_, row) => ({
    type: "actions",
    elements: elements.slice(row * BUTTONS_MOST, (row + 1) * BUTTONS_MOST),
  }));
}

function renderButton(button: Button): readonly types.Button[] {
  const text = plainText(escapeWithin(button.label, LABEL_MOST));
  if (button.kind === "ask") {
    const { ask: value, spoken } = button;
    const heard = spoken !== undefined && {
      accessibility_label: escapeWithin(spoken, LABEL_MOST),
    };
    return [{ type: "button", text, action_id: ASK_ACTION, value, ...heard }];
  }
  const url = webAddress(button.href);
  if (url === null || url.length > URL_MOST) return [];
  return [{ type: "button", text, action_id: LINK_ACTION, url }];
}

function renderMenu({ label, choices }: Extract<Block, { kind: "menu" }>): readonly SlackBlock[] {
  const options = choices
    .filter(({ ask }) => ask.length <= CHOICE_VALUE_MOST)
    .slice(0, CHOICES_MOST)
    .map((choice) => ({
      text: plainText(escapeWithin(choice.label, LABEL_MOST) || "…"),
      value: choice.ask,
    }));
  if (options.length === 0) return [];
  const placeholder = plainText(escapeWithin(label, PLACEHOLDER_MOST));
  const select = { type: "static_select", action_id: ASK_ACTION, placeholder, options } as const;
  return [{ type: "actions", elements: [select] }];
}

/** `ask-` → `ask-4-0`: unique in the message, and the same at every rendering of it. */
function withActionIds(block: types.ActionsBlock, position: number): types.ActionsBlock {
  return {
    ...block,
    elements: block.elements.map((element, index) =>
      element.type === "button" || element.type === "static_select"
        ? { ...element, action_id: `${element.action_id}${position}-${index}` }
        : element,
    ),
  };
}

function spanElement({ text: words, style, href, moment }: Span): readonly types.RichTextElement[] {
  const text = literalText(words);
  if (text === "") return [];
  if (moment !== undefined) return [dateElement(moment, text, style)];
  const styled = style !== undefined && {
    style: style === "strong" ? { bold: true } : { italic: true },
  };
  const url = href === undefined ? null : webAddress(href);
  if (url === null || url.length > URL_MOST) {
    return [{ type: "text", text, ...styled }];
  }
  return [{ type: "link", url, text, ...styled }];
}

function richText(...elements: types.RichTextBlockElement[]): types.RichTextBlock {
  return { type: "rich_text", elements };
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
