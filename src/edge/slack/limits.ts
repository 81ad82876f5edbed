import type { types } from "@slack/bolt";

/** The blocks that Copydesk uses. */
export type SlackBlock =
  | types.HeaderBlock
  | MentionBlock
  | types.RichTextBlock
  | types.ContextBlock
  | types.SectionBlock
  | types.ActionsBlock
  | types.DividerBlock;

/** The only block whose text Slack reads as markup: it holds the mention of a user group, and nothing else. */
export interface MentionBlock extends types.SectionBlock {
  readonly text: types.MrkdwnElement;
}

/** The id of a user group. */
export const USER_GROUP = /^S[A-Z0-9]{2,}$/;

/** One message as Slack takes it: the fallback, escaped, and the blocks. */
export interface SlackPost {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** Slack docs, "chat.postMessage": "limit the number of characters in the text field to 4,000". */
const FALLBACK_MOST = 4_000;
/** Slack docs, "Blocks". */
const BLOCKS_MOST = 50;
/** Slack docs, "Header block". */
const HEADER_MOST = 150;
/** Slack docs, "Button element": longer labels are refused, read aloud or not. */
export const LABEL_MOST = 75;
/** Slack docs, "Button element". */
const VALUE_MOST = 2_000;
/** Slack docs, "Button element", `url`. */
export const URL_MOST = 3_000;
/** Slack docs, "Actions block". */
export const BUTTONS_MOST = 25;
/** Slack docs, "Select menu element", `options`. */
export const CHOICES_MOST = 100;
/** Slack docs, "Option object", `value`; its `text` may be as long as a button's. */
export const CHOICE_VALUE_MOST = 150;
/** Slack docs, "Select menu element", `placeholder`. */
export const PLACEHOLDER_MOST = 150;
/** Slack docs, "Section block". None is documented for `rich_text`, so it keeps to the section's. */
export const RICH_TEXT_MOST = 3_000;

/** Slack docs, "Section block", `text`. */
export const SECTION_TEXT_MOST = 3_000;
/** Slack docs, "Image element", `image_url`. */
export const IMAGE_URL_MOST = 3_000;
/** Slack docs, "Image block", `alt_text`; the page on the element, which has the same field, names none. */
export const ALT_MOST = 2_000;

const CONTEXT_ELEMENTS_MOST = 10;
const CONTEXT_TEXT_MOST = 2_000;
const ID_MOST = 255;

/**
 * Slack refuses a message as `msg_blocks_too_long` by a sum that it does not document. Measured in
 * production with rich text and sections (slackapi/bolt-js#2867): 9,597 characters of text in 15,561
 * of JSON were taken, 11,341 in 17,694 were refused; the fallback did not count. Both sums stay below
 * what was taken.
 */
export const TEXT_TOTAL_MOST = 9_500;
const JSON_TOTAL_MOST = 15_500;

const MENTION = /^<!subteam\^S[A-Z0-9]+>$/;

/** Says whether Slack takes the message as one. */
export function withinLimits({ text, blocks }: SlackPost): boolean {
  return (
    text.length <= FALLBACK_MOST &&
    blocks.length <= BLOCKS_MOST &&
    blocks.every(blockFits) &&
    hasUniqueIds(blocks) &&
    textIn(blocks) <= TEXT_TOTAL_MOST &&
    JSON.stringify(blocks).length <= JSON_TOTAL_MOST
  );
}

function blockFits(block: SlackBlock): boolean {
  switch (block.type) {
    case "header":
      return isFilled(block.text.text, HEADER_MOST);
    case "rich_text":
      return block.elements.length > 0 && textIn(block) <= RICH_TEXT_MOST;
    case "context":
      return contextFits(block);
    case "section":
      return sectionFits(block);
    case "actions":
      return actionsFit(block);
    case "divider":
      return true;
  }
}

function contextFits({ elements }: types.ContextBlock): boolean {
  return (
    elements.length > 0 &&
    elements.length <= CONTEXT_ELEMENTS_MOST &&
    elements.every((element) => "text" in element && isFilled(element.text, CONTEXT_TEXT_MOST))
  );
}

/** Words with a picture at their side, or the one mention. */
function sectionFits({ text, accessory }: types.SectionBlock): boolean {
  if (accessory === undefined) return MENTION.test(text?.text ?? "");
  return (
    isFilled(text?.text ?? "", SECTION_TEXT_MOST) &&
    accessory.type === "image" &&
    isFilled(accessory.alt_text, ALT_MOST) &&
    "image_url" in accessory &&
    isFilled(accessory.image_url, IMAGE_URL_MOST)
  );
}

function actionsFit({ elements }: types.ActionsBlock): boolean {
  return (
    elements.length > 0 &&
    elements.length <= BUTTONS_MOST &&
    elements.every((element) => {
      if (element.type === "static_select") return selectFits(element);
      return element.type === "button" && buttonFits(element);
    })
  );
}

function selectFits({ options = [], placeholder, action_id = "" }: types.StaticSelect): boolean {
  return (
    isFilled(action_id, ID_MOST) &&
    isFilled(placeholder?.text ?? "", PLACEHOLDER_MOST) &&
    options.length > 0 &&
    options.length <= CHOICES_MOST &&
    options.every(
      ({ text, value = "" }) =>
        isFilled(text.text, LABEL_MOST) && isFilled(value, CHOICE_VALUE_MOST),
    )
  );
}

function buttonFits(button: types.Button): boolean {
  const { text, action_id = "", value = "", url = "", accessibility_label: heard } = button;
  return (
    isFilled(text.text, LABEL_MOST) &&
    (heard === undefined || isFilled(heard, LABEL_MOST)) &&
    isFilled(action_id, ID_MOST) &&
    value.length <= VALUE_MOST &&
    url.length <= URL_MOST
  );
}

/** Two buttons with one `action_id` make Slack refuse the message. */
function hasUniqueIds(blocks: readonly SlackBlock[]): boolean {
  const ids = blocks.flatMap((block) =>
    block.type === "actions"
      ? block.elements.map((element) => ("action_id" in element ? element.action_id : undefined))
      : [],
  );
  return new Set(ids).size === ids.length;
}

function isFilled(text: string, most: number): boolean {
  return text.length > 0 && text.length <= most;
}

/** Characters in the fields that people read or follow, at any depth; of a neutral message too. */
export function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textIn(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, field]) => {
    const counts = typeof field === "string" && COUNTED.has(key);
    return sum + (counts ? field.length : textIn(field));
  }, 0);
}

const COUNTED: ReadonlySet<string> = new Set([
  ...["text", "url", "value", "fallback", "image_url", "alt_text", "alt", "credit"],
]);
