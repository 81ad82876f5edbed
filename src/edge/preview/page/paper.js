import {
  bdi,
  element,
  field,
  icon,
  listening,
  listField,
  menu,
  textField,
  webLink,
} from "./dom.js";

const OUTWARD = "M8 4.500H4.500v11h11V12M11 4.500h4.500V9M15.200 4.800 9.500 10.500";

/**
 * What a button, once pressed, does.
 * @typedef {(line: string, label: string) => void} Ask
 */

/** @typedef {(block: unknown, ask: Ask) => Node} Draw */

/** The blocks of `core/message`, which the page's own face is sent as they are. */
const DRAW = new Map(
  /** @type {[string, Draw][]} */ ([
    ["title", drawTitle],
    ["contents", drawContents],
    ["head", drawHead],
    ["headline", drawHeadline],
    ["paragraph", drawParagraph],
    ["list", drawList],
    ["quote", drawQuote],
    ["picture", drawPicture],
    ["note", drawNote],
    ["buttons", drawButtons],
    ["menu", drawMenu],
    ["rule", () => element("hr", { class: "p-rule" })],
  ]),
);

/**
 * Draws one message as a printed page has it.
 * @param {unknown} message
 * @param {Ask} ask
 */
export function drawPaper(message, ask) {
  const sections = listField(message, "sections").map((section) => drawSection(section, ask));
  return element("div", { class: "p-message" }, ...sections);
}

/**
 * @param {unknown} section
 * @param {Ask} ask
 */
function drawSection(section, ask) {
  const blocks = listField(section, "blocks");
  const drawn = blocks.map(
    (block) => DRAW.get(textField(block, "kind"))?.(block, ask) ?? element("span"),
  );
  const withdrawn = blocks.some((block) => textField(block, "notice") === "withdrawn");
  const about = textField(section, "about") === "" ? "p-part" : "p-item";
  const look = withdrawn ? `${about} is-withdrawn` : about;
  const item = textField(section, "about") || null;
  const tone = textField(section, "tone") || null;
  const attributes = { class: look, "data-about": item, "data-tone": tone };
  return element("div", attributes, ...besideNotes(drawn));
}

/**
 * One button below small print stands at its side.
 * @param {readonly Node[]} drawn
 */
function besideNotes(drawn) {
  /** @type {Node[]} */
  const set = [];
  for (const node of drawn) {
    const open = set.at(-1);
    const isAlone = node instanceof Element && node.matches(".p-buttons:has(> button:only-child)");
    if (isAlone && open instanceof Element && open.matches(".p-note")) {
      set.splice(-1, 1, element("div", { class: "p-foot" }, open, node));
    } else set.push(node);
  }
  return set;
}

/**
 * `Front page · Morning · Friday 8 May, 08:00`: the name of the paper, and below it its issue.
 * @param {unknown} block
 */
function drawTitle(block) {
  const [name = "", ...issue] = textField(block, "text").split(" · ");
  return element(
    "h3",
    { class: "p-title", dir: "auto" },
    element("span", { class: "p-name" }, name),
    issue.length === 0 ? null : element("span", { class: "visually-hidden" }, " · "),
    issue.length === 0 ? null : drawIssue(issue),
  );
}

/** What goes out between editions is told apart at a glance. */
const RANKS = new Set(["Flash", "Bulletin", "Urgent"]);

/** @param {readonly string[]} issue */
function drawIssue([first = "", ...others]) {
  const rest = others.length === 0 ? "" : ` · ${others.join(" · ")}`;
  const rank = RANKS.has(first) ? element("span", { class: "p-rank" }, first) : first;
  return element("span", { class: "p-issue" }, rank, rest);
}

/** @param {unknown} block */
function drawHead(block) {
  return element("p", { class: "p-section", dir: "auto" }, textField(block, "text"));
}

/**
 * What is in the edition: each line leaps to its item.
 * @param {unknown} block
 */
function drawContents(block) {
  const items = listField(block, "entries").map((entry) => {
    const leap = element("button", { class: "p-leap", type: "button" }, textField(entry, "text"));
    const about = textField(entry, "about");
    return element("li", { dir: "auto" }, listening(leap, { click: () => leapTo(leap, about) }));
  });
  return element("ol", { class: "p-contents", "aria-label": "In this edition" }, ...items);
}

/**
 * @param {Element} from
 * @param {string} about
 */
function leapTo(from, about) {
  const sheets = from.closest(".p-message")?.querySelectorAll("[data-about]") ?? [];
  const item = [...sheets].find((one) => one.getAttribute("data-about") === about);
  if (!(item instanceof HTMLElement)) return;
  item.tabIndex = -1;
  item.scrollIntoView({ block: "start" });
  item.focus({ preventScroll: true });
}

/**
 * Marks such as `Local · Updated · ` stand above the headline.
 * @param {unknown} block
 */
function drawHeadline(block) {
  const spans = listField(block, "spans");
  const [first] = spans;
  const marked = spans.length > 1 && textField(first, "text").endsWith(" · ");
  const kicker = textField(first, "text").slice(0, -" · ".length);
  return element(
    "div",
    { class: "p-head" },
    marked ? element("p", { class: "p-kicker", dir: "auto" }, kicker) : null,
    element(
      "h4",
      { class: "p-headline", dir: "auto", "data-weight": textField(block, "weight") || null },
      ...drawSpans(marked ? spans.slice(1) : spans),
    ),
  );
}

/** @param {unknown} block */
function drawParagraph(block) {
  const notice = textField(block, "notice");
  const look = notice === "" ? "p-text" : `p-notice is-${notice}`;
  return element("p", { class: look, dir: "auto" }, ...drawSpans(listField(block, "spans")));
}

/** @param {unknown} block */
function drawList(block) {
  const items = listField(block, "items").map((item) =>
    element("li", { dir: "auto" }, ...drawSpans(Array.isArray(item) ? item : [])),
  );
  return element("ul", { class: "p-list" }, ...items);
}

/**
 * The words and who said them may run in two directions: each has its own.
 * @param {unknown} block
 */
function drawQuote(block) {
  const by = listField(block, "by");
  return element(
    "figure",
    { class: "p-quote" },
    element("blockquote", { dir: "auto" }, `“${textField(block, "text")}”`),
    by.length === 0 ? null : element("figcaption", { dir: "auto" }, ...drawSpans(by)),
  );
}

/**
 * Pictures stand elsewhere, and the page loads nothing from elsewhere: a link leads there.
 * @param {unknown} block
 */
function drawPicture(block) {
  const alt = textField(block, "alt");
  const link = webLink(textField(block, "url"), ["Picture"]);
  return element(
    "p",
    { class: "p-note", dir: "auto" },
    ...(alt === "" ? [] : [bdi(alt), " · "]),
    link,
    " · ",
    bdi(textField(block, "credit")),
  );
}

/** @param {unknown} block */
function drawNote(block) {
  return element("p", { class: "p-note", dir: "auto" }, ...drawSpans(listField(block, "spans")));
}

/**
 * @param {unknown} block
 * @param {Ask} ask
 */
function drawButtons(block, ask) {
  const buttons = listField(block, "buttons").map((button) => drawButton(button, ask));
  return element("div", { class: "p-buttons" }, ...buttons);
}

/**
 * @param {unknown} button
 * @param {Ask} ask
 */
function drawButton(button, ask) {
  const label = textField(button, "label");
  if (textField(button, "kind") === "link") {
    return webLink(textField(button, "href"), [label, icon(OUTWARD)], "p-button");
  }
  const spoken = textField(button, "spoken") || null;
  const made = element(
    "button",
    { class: "p-button", type: "button", "aria-label": spoken },
    label,
  );
  return listening(made, { click: () => ask(textField(button, "ask"), label) });
}

/**
 * @param {unknown} block
 * @param {Ask} ask
 */
function drawMenu(block, ask) {
  const choices = listField(block, "choices").map((choice) => ({
    label: textField(choice, "label"),
    line: textField(choice, "ask"),
  }));
  return element(
    "div",
    { class: "p-buttons" },
    menu("p-button", textField(block, "label"), choices, ask),
  );
}

/** @type {ReadonlyMap<string, "strong" | "em">} */
const STYLES = new Map([
  ["strong", "strong"],
  ["emphasis", "em"],
]);

/**
 * @param {readonly unknown[]} spans
 * @returns {Node[]}
 */
function drawSpans(spans) {
  return spans.map((span) => {
    const tag = STYLES.get(textField(span, "style"));
    const text = document.createTextNode(textField(span, "text"));
    const node = tag === undefined ? text : element(tag, {}, text);
    return field(span, "href") === undefined ? node : webLink(textField(span, "href"), [node]);
  });
}
