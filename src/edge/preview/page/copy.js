/**
 * Puts a text into the clipboard, and says whether it went there: a page that is not at this machine and not behind TLS may not.
 * @param {string} text
 * @param {string} what `The link`
 * @param {(text: string) => void} say
 */
export async function copyText(text, what, say) {
  await copy(() => navigator.clipboard.writeText(text), what, say);
}

/**
 * Puts what stands in some elements into the clipboard, as plain text and as HTML, without what can be pressed there.
 * @param {readonly HTMLElement[]} shown
 * @param {string} what
 * @param {(text: string) => void} say
 */
export async function copyShown(shown, what, say) {
  const parts = shown.map(plainOf);
  const html = parts.map((part) => part.outerHTML).join("\n");
  const text = parts.map(textOf).join("\n\n");
  const items = {
    "text/plain": blobOf(text, "text/plain"),
    "text/html": blobOf(html, "text/html"),
  };
  await copy(() => navigator.clipboard.write([new ClipboardItem(items)]), what, say);
}

/**
 * @param {() => Promise<void>} work
 * @param {string} what
 * @param {(text: string) => void} say
 */
async function copy(work, what, say) {
  try {
    await work();
    say(`${what} is copied.`);
  } catch {
    say(`${what} could not be copied: the browser does not let this page do it.`);
  }
}

/**
 * @param {string} text
 * @param {string} type
 */
function blobOf(text, type) {
  return new Blob([text], { type });
}

/** What is pressed, and pictures of ours. */
const NOT_COPIED =
  "button, select, img, svg, .p-buttons, .visually-hidden, .edition-tools, .thread-name";
const KEPT = new Set(["href", "dir", "datetime", "lang"]);

/**
 * A copy of an element that any program takes: links and words.
 * @param {HTMLElement} shown
 */
function plainOf(shown) {
  const clone = /** @type {HTMLElement} */ (shown.cloneNode(true));
  for (const node of clone.querySelectorAll(NOT_COPIED)) node.remove();
  for (const node of [clone, ...clone.querySelectorAll("*")]) {
    for (const { name } of [...node.attributes]) if (!KEPT.has(name)) node.removeAttribute(name);
  }
  return clone;
}

const BLOCKS = new Set([
  ...[
    "P",
    "DIV",
    "LI",
    "UL",
    "OL",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "BLOCKQUOTE",
    "SECTION",
    "HEADER",
  ],
  ...["ARTICLE", "DETAILS", "FIGURE", "FOOTER"],
]);

/**
 * Its words, a line each block: an element that is not in the page has no look to tell lines by.
 * @param {Node} node
 * @returns {string}
 */
function textOf(node) {
  const text = linesOf(node);
  return text
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * @param {Node} node
 * @returns {string}
 */
function linesOf(node) {
  if (node instanceof Text) return node.data.replace(/\s+/g, " ");
  const inner = [...node.childNodes].map(linesOf).join("");
  if (!(node instanceof Element)) return inner;
  if (node.tagName === "BR") return "\n";
  if (node.tagName === "LI") return `\n• ${inner.trim()}\n`;
  return BLOCKS.has(node.tagName) ? `\n${inner.trim()}\n` : inner;
}
