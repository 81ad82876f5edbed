import { element, listening, whileBusy } from "./dom.js";

/**
 * An action of a row: a command line without its slash.
 * @typedef {object} Action
 * @property {string} label
 * @property {string} line
 * @property {string} about what it is done to, for those who hear the button alone
 */

/**
 * @typedef {object} Row
 * @property {string} id told apart from the other rows of its list by it
 * @property {string} title
 * @property {string} [href] where the title leads
 * @property {readonly { readonly text: string, readonly tone?: "good" | "bad" | "mild" }[]} [badges]
 * @property {readonly (string | Node | null)[]} [meta] what is said of it in a line, parted by dots
 * @property {readonly (Node | null)[]} [body]
 * @property {readonly Action[]} [actions]
 * @property {readonly Node[]} [links] beside the actions
 */

/**
 * Puts nodes into a tab, and leaves those in place that say the same already: a button that is replaced under the pointer loses the
 * click. What has the focus keeps it, by its `data-key` (`focus.js`).
 * @param {HTMLElement} root
 * @param {readonly (Node | null)[]} nodes
 */
export function fill(root, nodes) {
  const wanted = nodes.filter((node) => node !== null);
  for (const [index, node] of wanted.entries()) {
    const there = root.childNodes[index];
    if (there === undefined) root.append(node);
    else if (htmlOf(there) !== htmlOf(node)) there.replaceWith(node);
  }
  while (root.childNodes.length > wanted.length) root.lastChild?.remove();
}

/** @param {Node} node */
function htmlOf(node) {
  return node instanceof Element ? node.outerHTML : node.textContent;
}

/**
 * @param {readonly Row[]} rows
 * @param {string} label
 * @param {(line: string, label?: string) => Promise<void>} ask
 */
export function rowList(rows, label, ask) {
  return element(
    "ul",
    { class: "rows", "aria-label": label },
    ...rows.map((row) => drawRow(row, ask)),
  );
}

/**
 * @param {Row} row
 * @param {(line: string, label?: string) => Promise<void>} ask
 */
function drawRow(
  { id, title, href, badges = [], meta = [], body = [], actions = [], links = [] },
  ask,
) {
  const named = href === undefined ? title : element("a", { href, "data-key": `to ${id}` }, title);
  const foot = [...actions.map((action) => actionButton(action, ask)), ...links];
  return element(
    "li",
    { class: "row", "data-id": id },
    element("h2", { class: "row-title", dir: "auto" }, named),
    badges.length === 0 && meta.length === 0
      ? null
      : element("p", { class: "row-meta" }, ...badges.map(badge), ...parted(meta)),
    ...body,
    foot.length === 0 ? null : element("p", { class: "row-actions" }, ...foot),
  );
}

/** @param {{ readonly text: string, readonly tone?: string }} given */
export function badge({ text, tone = "mild" }) {
  return element("span", { class: `mark is-${tone}` }, text);
}

/**
 * @param {readonly (string | Node | null)[]} parts
 * @returns {Node[]}
 */
export function parted(parts) {
  return parts
    .filter((part) => part !== null && part !== "")
    .map((part) => element("span", { class: "meta-part", dir: "auto" }, part));
}

/**
 * @param {Action} action
 * @param {(line: string, label?: string) => Promise<void>} ask
 */
export function actionButton({ label, line, about }, ask) {
  const name = `${label}: ${about}`;
  const made = element(
    "button",
    { class: "action", type: "button", "aria-label": name, "data-key": line },
    label,
  );
  return listening(made, {
    click: () => void whileBusy(made, () => ask(line, name)),
  });
}

/**
 * What stands where a list has nothing.
 * @param {string} title
 * @param {string} text
 */
export function emptyNote(title, text) {
  return element("div", { class: "empty" }, element("h2", {}, title), element("p", {}, text));
}
