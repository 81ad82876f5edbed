import { tabHref } from "./address.js";
import { HERE } from "./article-row.js";
import { fetchBeginning, fetchQuarantine } from "./board-client.js";
import { bringMended } from "./bring.js";
import { ClientError } from "./client.js";
import { element, listening, whileBusy } from "./dom.js";
import { pageIn, pageLinks } from "./pages.js";
import { emptyNote, fill, rowList } from "./panel.js";
import { dayAndTime, untilThen } from "./time.js";

/** @typedef {import("./board-client.js").QuarantineRow} QuarantineRow */

/**
 * What could not be read, and why: `#/~quarantine/PAGE`.
 * @param {import("./tabs.js").TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createQuarantineTab({ ask, say, refresh }) {
  /** What was looked into stays open. @type {Map<string, HTMLElement>} */
  const opened = new Map();
  /** What came of what was done with a file here, until it stands somewhere else. @type {Map<string, Outcome>} */
  const outcomes = new Map();
  /** @param {QuarantineRow} row */
  const mend = (row) =>
    mendButton(row.path, (text) => {
      outcomes.set(row.path, { text, at: row.at });
      say(text);
      refresh();
    });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    ...{ name: "quarantine", label: "Quarantine", least: "editor" },
    about: "What could not be read, and why",
    draw: async (root, rest) => {
      const { rows, page, more } = await fetchQuarantine(pageIn(rest));
      /**
       * @param {string} line
       * @param {string} [label]
       */
      const order = async (line, label) => {
        await ask(line, label);
        const row = rows.find(({ path }) => line === retryLine(path));
        if (row === undefined) return;
        outcomes.set(row.path, { text: "It is read once more within a minute.", at: row.at });
        refresh();
      };
      clearTimeout(timer);
      // What becomes of it is told by nobody where its reason stays the same.
      const isSoon = rows.some(({ again }) => again !== null && again - Date.now() < SOON);
      if (isSoon) timer = setTimeout(() => root.hidden || refresh(), LOOK);
      fill(root, [
        rows.length === 0
          ? emptyNote(
              "Nothing is in quarantine",
              "A file that cannot be read stands here with the reason.",
            )
          : rowList(
              rows.map((row) => rowOf(row, { opened, outcomes, mend }, say)),
              "In quarantine",
              order,
            ),
        pageLinks(page, more, (to) => tabHref("quarantine", String(to))),
      ]);
    },
  };
}

/** Milliseconds before it is read again in which the tab looks by itself, and between two such looks. */
const SOON = 120_000;
const LOOK = 5_000;

/** @typedef {{ text: string, at: number }} Outcome at: when the file was given up last before */

/**
 * @param {QuarantineRow} row
 * @param {object} own
 * @param {Map<string, HTMLElement>} own.opened
 * @param {Map<string, Outcome>} own.outcomes
 * @param {(row: QuarantineRow) => HTMLElement} own.mend
 * @param {(text: string) => void} say
 * @returns {import("./panel.js").Row}
 */
function rowOf(row, { opened, outcomes, mend }, say) {
  const { path, reason, at, again, tried } = row;
  const now = Date.now();
  const about = path;
  const outcome = outcomes.get(path);
  const still = "It was read again, and still cannot be read.";
  const says = outcome === undefined || outcome.at === at ? (outcome?.text ?? null) : still;
  return {
    id: path,
    title: path,
    meta: [
      dayAndTime(at, HERE, now),
      tried > 1 ? `read ${tried} times in vain` : null,
      againText(again, now),
    ],
    body: [
      element("p", { class: "row-line is-hold", dir: "auto" }, reason),
      says === null ? null : element("p", { class: "row-line" }, says),
      opened.get(path)?.cloneNode(true) ?? null,
    ],
    actions: [
      { label: "Try again", line: retryLine(path), about },
      { label: "Why", line: `why ${quoted(path)}`, about },
      { label: "Not for us", line: `${retryLine(path)} answer:dismiss`, about },
    ],
    links: [mend(row), ...(opened.has(path) ? [] : [beginningButton(path, opened, say)])],
  };
}

/**
 * Only while it is so: what is due is being read, or will not be.
 * @param {number | null} again
 * @param {number} now
 */
function againText(again, now) {
  if (again === null) return null;
  return again > now ? `Tried again by itself ${untilThen(again, now)}` : "Being read once more";
}

/**
 * Opens the file picker: the file that is chosen takes the place of the one that could not be read.
 * @param {string} path
 * @param {(text: string) => void} onDone
 */
function mendButton(path, onDone) {
  const input = element("input", {
    ...{ type: "file", hidden: true, tabindex: -1, "aria-label": `Mended version of ${path}` },
  });
  const label = "Send a mended version";
  const button = element(
    "button",
    {
      ...{ class: "action", type: "button", "data-key": `mend ${path}` },
      "aria-label": `${label}: ${path}`,
    },
    label,
  );
  /** @param {File} file */
  const send = async (file) => {
    try {
      onDone(saysOf(await bringMended(path, file)));
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      onDone(error.message);
    }
  };
  listening(button, { click: () => input.click() });
  listening(input, {
    change: () => {
      const [file] = input.files ?? [];
      input.value = "";
      if (file !== undefined) void whileBusy(button, () => send(file));
    },
  });
  return element("span", {}, button, input);
}

/** @param {import("./bring.js").Brought} brought */
function saysOf(brought) {
  if ("there" in brought)
    return "Somebody has changed it meanwhile: look again, and send it once more.";
  return brought.did === "same"
    ? "That file has the same bytes: nothing was changed."
    : "The mended version is in its place; Copydesk reads it once it has settled.";
}

/** @param {string} path */
function retryLine(path) {
  return `retry ${quoted(path)}`;
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
      const drawn = await beginningOf(path);
      opened.set(path, drawn);
      const shown = drawn.cloneNode(true);
      made.closest(".row")?.querySelector(".row-actions")?.before(shown);
      if (shown instanceof Element) shown.querySelector("pre")?.focus();
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
