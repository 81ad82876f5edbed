import { tabHref } from "./address.js";
import { HERE } from "./article-row.js";
import { fetchBeginning, fetchQuarantine } from "./board-client.js";
import { element, listening } from "./dom.js";
import { pageIn, pageLinks } from "./pages.js";
import { emptyNote, fill, rowList } from "./panel.js";
import { dayAndTime, untilThen } from "./time.js";

/** @typedef {import("./board-client.js").QuarantineRow} QuarantineRow */

/**
 * What could not be read, and why: `#/~quarantine/PAGE`.
 * @param {import("./tabs.js").TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createQuarantineTab({ ask, say }) {
  /** What was looked into stays open. @type {Map<string, HTMLElement>} */
  const opened = new Map();
  return {
    ...{ name: "quarantine", label: "Quarantine", least: "editor" },
    about: "What could not be read, and why",
    draw: async (root, rest) => {
      const { rows, page, more } = await fetchQuarantine(pageIn(rest));
      fill(root, [
        rows.length === 0
          ? emptyNote(
              "Nothing is in quarantine",
              "A file that cannot be read stands here with the reason.",
            )
          : rowList(
              rows.map((row) => rowOf(row, opened, say)),
              "In quarantine",
              ask,
            ),
        pageLinks(page, more, (to) => tabHref("quarantine", String(to))),
      ]);
    },
  };
}

/**
 * @param {QuarantineRow} row
 * @param {Map<string, HTMLElement>} opened
 * @param {(text: string) => void} say
 * @returns {import("./panel.js").Row}
 */
function rowOf({ path, reason, at, again }, opened, say) {
  const now = Date.now();
  const about = path;
  return {
    id: path,
    title: path,
    meta: [
      dayAndTime(at, HERE, now),
      again === null ? null : `Tried again by itself ${untilThen(again, now)}`,
    ],
    body: [
      element("p", { class: "row-line is-hold", dir: "auto" }, reason),
      opened.get(path)?.cloneNode(true) ?? null,
    ],
    actions: [
      { label: "Try again", line: `retry ${quoted(path)}`, about },
      { label: "Why", line: `why ${quoted(path)}`, about },
    ],
    links: opened.has(path) ? [] : [beginningButton(path, opened, say)],
  };
}

/** @param {string} path */
function quoted(path) {
  return /\s/.test(path) ? `"${path}"` : path;
}

/**
 * @param {string} path
 * @param {Map<string, HTMLElement>} opened
 * @param {(text: string) => void} say
 */
function beginningButton(path, opened, say) {
  const label = "First lines";
  const made = element(
    "button",
    {
      class: "action",
      type: "button",
      "aria-label": `${label}: ${path}`,
      "data-key": `open ${path}`,
    },
    label,
  );
  return listening(made, {
    click: async () => {
      made.disabled = true;
      const drawn = await beginningOf(path);
      opened.set(path, drawn);
      made.closest(".row")?.querySelector(".row-actions")?.before(drawn.cloneNode(true));
      made.remove();
      say(`The first lines of ${path} are shown.`);
    },
  });
}

/** @param {string} path */
async function beginningOf(path) {
  const beginning = await fetchBeginning(path);
  if (beginning === null) {
    return element("p", { class: "row-line" }, "Nothing can be read there any more.");
  }
  const { lines, size, more } = beginning;
  return element(
    "figure",
    { class: "beginning" },
    element("pre", { tabindex: 0, "aria-label": `First lines of ${path}` }, lines.join("\n")),
    element("figcaption", {}, `${size} bytes${more ? ", of which these are the first" : ""}`),
  );
}
