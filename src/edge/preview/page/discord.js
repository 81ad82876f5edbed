import { discordMarkdown } from "./discord-markdown.js";
import { element, field, icon, listening, listField, menu, textField, webLink } from "./dom.js";

const OUTWARD = "M8 4.500H4.500v11h11V12M11 4.500h4.500V9M15.200 4.800 9.500 10.500";
const PICTURE = "M3.500 5h13v10h-13zM3.500 13l4-4 3.500 3.500 2-2 3.500 3.500M12.500 8h.010";

/** Discord's documentation, "Component Reference": the types that a message can hold. */
const DRAW = new Map([
  [1, drawRow],
  [2, drawButton],
  [3, drawSelect],
  [9, drawSection],
  [10, drawText],
  [12, drawGallery],
  [14, drawSeparator],
  [17, drawContainer],
]);

/** Styles 1 to 5; a link is drawn as secondary, with an arrow outwards. */
const STYLES = ["primary", "secondary", "success", "danger", "secondary"];

/**
 * What a button, once pressed, does.
 * @typedef {(line: string, label: string) => void} Ask
 */

/**
 * Draws one message of Discord's API: components, or the plain content of older messages.
 * @param {unknown} payload
 * @param {Ask} ask
 */
export function drawDiscord(payload, ask) {
  const components = Array.isArray(payload) ? payload : listField(payload, "components");
  const content = textField(payload, "content");
  return element(
    "div",
    { class: "d-message" },
    content === "" ? null : discordMarkdown(content),
    ...components.map((component) => draw(component, ask)),
  );
}

/**
 * @param {unknown} component
 * @param {Ask} ask
 * @returns {HTMLElement}
 */
function draw(component, ask) {
  const type = field(component, "type");
  const drawType = typeof type === "number" ? DRAW.get(type) : undefined;
  if (drawType !== undefined) return drawType(component, ask);
  return element("p", { class: "d-small" }, `The page cannot show a component of type ${type}.`);
}

/**
 * @param {unknown} component
 * @param {Ask} ask
 */
function drawContainer(component, ask) {
  const colour = field(component, "accent_color");
  const container = element(
    "div",
    { class: "d-container" },
    ...listField(component, "components").map((inner) => draw(inner, ask)),
  );
  if (typeof colour === "number") {
    container.style.setProperty("--accent-bar", `#${colour.toString(16).padStart(6, "0")}`);
    container.classList.add("has-accent");
  }
  return container;
}

/** @param {unknown} component */
function drawText(component) {
  return discordMarkdown(textField(component, "content"));
}

/**
 * @param {unknown} component
 * @param {Ask} ask
 */
function drawSection(component, ask) {
  const texts = listField(component, "components").map((inner) => draw(inner, ask));
  const accessory = field(component, "accessory");
  return element(
    "div",
    { class: "d-section" },
    element("div", {}, ...texts),
    drawAccessory(accessory, ask),
  );
}

/**
 * @param {unknown} accessory
 * @param {Ask} ask
 */
function drawAccessory(accessory, ask) {
  if (field(accessory, "type") === 2) return drawButton(accessory, ask);
  return field(accessory, "type") === 11 ? drawThumbnail(accessory) : null;
}

/**
 * Pictures stand elsewhere, and the page loads nothing from elsewhere: a frame of the size leads there.
 * @param {unknown} thumbnail
 */
function drawThumbnail(thumbnail) {
  const url = textField(field(thumbnail, "media"), "url");
  const link = webLink(url, [icon(PICTURE), "Picture"], "d-thumbnail");
  link.title = textField(thumbnail, "description");
  return link;
}

/** Pictures stand elsewhere, and the page loads nothing from elsewhere: what they show is said. */
function drawGallery() {
  return element("p", { class: "d-small" }, "Pictures are not shown on this page.");
}

/** @param {unknown} component */
function drawSeparator(component) {
  const wide = field(component, "spacing") === 2;
  const line = field(component, "divider") !== false;
  return element("hr", { class: "d-separator", "data-wide": wide, "data-bare": !line });
}

/**
 * @param {unknown} component
 * @param {Ask} ask
 */
function drawRow(component, ask) {
  const buttons = listField(component, "components").map((button) => draw(button, ask));
  return element("div", { class: "d-row" }, ...buttons);
}

/**
 * @param {unknown} component
 * @param {Ask} ask
 */
function drawButton(component, ask) {
  const label = textField(component, "label");
  const style = field(component, "style");
  const look = STYLES[typeof style === "number" ? style - 1 : 1] ?? "secondary";
  const url = textField(component, "url");
  if (url !== "") return webLink(url, [label, icon(OUTWARD)], `d-button ${look}`);
  const line = askedBy(textField(component, "custom_id"));
  const button = element(
    "button",
    { class: `d-button ${look}`, type: "button", disabled: field(component, "disabled") === true },
    label,
  );
  return listening(button, { click: () => ask(line, label) });
}

/**
 * @param {unknown} component
 * @param {Ask} ask
 */
function drawSelect(component, ask) {
  const choices = listField(component, "options").map((option) => ({
    label: textField(option, "label"),
    line: textField(option, "value"),
  }));
  return menu("d-button secondary", textField(component, "placeholder"), choices, ask);
}

/**
 * The line that a button asks: Copydesk's own buttons carry it in their custom_id, behind a mark
 * and, where a line comes again, its number: `ask2:quotes a1b2c3`.
 * @param {string} customId
 */
function askedBy(customId) {
  return customId.replace(/^ask\d*:/, "");
}
