import { discordMarkdown } from "./discord-markdown.js";
import { element, field, icon, listening, listField, menu, textField, webLink } from "./dom.js";
import { slackMrkdwn, unescapeSlack } from "./slack-mrkdwn.js";
import { clockTime } from "./time.js";

const OUTWARD = "M8 4.500H4.500v11h11V12M11 4.500h4.500V9M15.200 4.800 9.500 10.500";
const PICTURE = "M3.500 5h13v10h-13zM3.500 13l4-4 3.500 3.500 2-2 3.500 3.500M12.500 8h.010";

/**
 * What a button, once pressed, does.
 * @typedef {(line: string, label: string) => void} Ask
 */

/**
 * Slack's documentation, "Blocks": the kinds that a message can hold.
 * @type {ReadonlyMap<string, (block: unknown, ask: Ask) => HTMLElement>}
 */
const DRAW = new Map([
  ["header", drawHeader],
  ["section", drawSection],
  ["rich_text", drawRichText],
  ["context", drawContext],
  ["divider", () => element("hr", { class: "s-divider" })],
  ["actions", drawActions],
  // Slack's `markdown` block is the common dialect, which Discord's is near enough to.
  ["markdown", (/** @type {unknown} */ block) => discordMarkdown(textField(block, "text"))],
]);

/**
 * Draws one message of Slack's API: its blocks, or its text where it has none.
 * @param {unknown} payload
 * @param {Ask} ask
 */
export function drawSlack(payload, ask) {
  const blocks = Array.isArray(payload) ? payload : listField(payload, "blocks");
  const fallback = blocks.length === 0 ? slackMrkdwn(textField(payload, "text")) : null;
  return element(
    "div",
    { class: "s-message" },
    fallback,
    ...blocks.map((block) => drawBlock(block, ask)),
  );
}

/**
 * @param {unknown} block
 * @param {Ask} ask
 */
function drawBlock(block, ask) {
  const type = textField(block, "type");
  const draw = DRAW.get(type);
  if (draw !== undefined) return draw(block, ask);
  return element("p", { class: "s-context" }, `The page cannot show a block of type ${type}.`);
}

/** @param {unknown} block */
function drawHeader(block) {
  return element("h3", { class: "s-header", dir: "auto" }, ...textObject(field(block, "text")));
}

/**
 * @param {unknown} block
 * @param {Ask} ask
 */
function drawSection(block, ask) {
  const text = field(block, "text");
  const fields = listField(block, "fields").map((one) =>
    element("div", { dir: "auto" }, ...textObject(one)),
  );
  const accessory = field(block, "accessory");
  return element(
    "div",
    { class: "s-section" },
    element(
      "div",
      {},
      text === undefined ? null : element("div", { dir: "auto" }, ...textObject(text)),
      fields.length === 0 ? null : element("div", { class: "s-fields" }, ...fields),
    ),
    drawAccessory(accessory, ask),
  );
}

/**
 * @param {unknown} accessory
 * @param {Ask} ask
 */
function drawAccessory(accessory, ask) {
  switch (textField(accessory, "type")) {
    case "button":
      return drawButton(accessory, ask);
    case "image":
      return drawThumbnail(textField(accessory, "image_url"), textField(accessory, "alt_text"));
    default:
      return null;
  }
}

/**
 * Pictures stand elsewhere, and the page loads nothing from elsewhere: a frame of the size leads there.
 * @param {string} url
 * @param {string} alt
 */
function drawThumbnail(url, alt) {
  const link = webLink(url, [icon(PICTURE), "Picture"], "s-thumbnail");
  link.title = alt;
  return link;
}

/** @param {unknown} block */
function drawContext(block) {
  const elements = listField(block, "elements").map((one) =>
    textField(one, "type") === "image"
      ? element("span", {}, textField(one, "alt_text"))
      : element("span", { dir: "auto" }, ...textObject(one)),
  );
  return element("div", { class: "s-context" }, ...elements);
}

/**
 * @param {unknown} block
 * @param {Ask} ask
 */
function drawActions(block, ask) {
  const buttons = listField(block, "elements").map((one) =>
    textField(one, "type") === "static_select" ? drawSelect(one, ask) : drawButton(one, ask),
  );
  return element("div", { class: "s-actions" }, ...buttons);
}

/**
 * @param {unknown} button
 * @param {Ask} ask
 */
function drawButton(button, ask) {
  const label = textObject(field(button, "text"));
  const look = `s-button ${textField(button, "style")}`.trim();
  const url = textField(button, "url");
  if (url !== "") return webLink(url, [...label, icon(OUTWARD)], look);
  const line = unescapeSlack(textField(button, "value"));
  const spoken = unescapeSlack(textField(button, "accessibility_label")) || null;
  const made = element("button", { class: look, type: "button", "aria-label": spoken }, ...label);
  return listening(made, { click: () => ask(line, made.textContent) });
}

/**
 * @param {unknown} select
 * @param {Ask} ask
 */
function drawSelect(select, ask) {
  const choices = listField(select, "options").map((option) => ({
    label: unescapeSlack(textField(field(option, "text"), "text")),
    line: unescapeSlack(textField(option, "value")),
  }));
  const label = unescapeSlack(textField(field(select, "placeholder"), "text"));
  return menu("s-button", label, choices, ask);
}

/**
 * @param {unknown} object
 * @returns {(Node | string)[]}
 */
function textObject(object) {
  const text = textField(object, "text");
  return textField(object, "type") === "mrkdwn" ? [slackMrkdwn(text)] : [unescapeSlack(text)];
}

/** @param {unknown} block */
function drawRichText(block) {
  const root = element("div", { class: "s-rich" });
  for (const part of listField(block, "elements")) root.append(drawRichPart(part));
  return root;
}

/**
 * @param {unknown} part
 * @returns {HTMLElement}
 */
function drawRichPart(part) {
  const inner = () => listField(part, "elements").map(drawRichElement);
  switch (textField(part, "type")) {
    case "rich_text_section":
      return element("p", { dir: "auto" }, ...inner());
    case "rich_text_quote":
      return element("blockquote", { dir: "auto" }, ...inner());
    case "rich_text_preformatted":
      return element("pre", {}, ...inner());
    case "rich_text_list":
      return drawRichList(part);
    default:
      return element("p", {}, ...inner());
  }
}

/** @param {unknown} list */
function drawRichList(list) {
  const items = listField(list, "elements").map((item) =>
    element("li", { dir: "auto" }, ...listField(item, "elements").map(drawRichElement)),
  );
  const indent = field(list, "indent");
  const made = element(textField(list, "style") === "ordered" ? "ol" : "ul", {}, ...items);
  if (typeof indent === "number") made.style.setProperty("--indent", String(indent));
  return made;
}

const STYLES = /** @type {const} */ ([
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["underline", "u"],
  ["code", "code"],
]);

/**
 * The text of a rich element is literal: only text objects have entities to decode.
 * @param {unknown} one
 * @returns {Node | string}
 */
function drawRichElement(one) {
  const style = field(one, "style");
  /** @type {Node | string} */
  let node = plainRichElement(one);
  for (const [name, tag] of STYLES) {
    if (field(style, name) === true) node = element(tag, {}, node);
  }
  if (textField(one, "type") !== "link") return node;
  return webLink(textField(one, "url"), [node]);
}

/** @param {unknown} one */
function plainRichElement(one) {
  switch (textField(one, "type")) {
    case "text":
      return textField(one, "text");
    case "link":
      return textField(one, "text") || textField(one, "url");
    case "date":
      return clockTime(Number(field(one, "timestamp")) * 1_000, textField(one, "format"));
    case "emoji":
      return `:${textField(one, "name")}:`;
    case "broadcast":
      return element("span", { class: "s-mention" }, `@${textField(one, "range")}`);
    default:
      return element("span", { class: "s-mention" }, `[${textField(one, "type")}]`);
  }
}
