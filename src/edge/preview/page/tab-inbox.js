import { goTo, tabHref } from "./address.js";
import { articleRow } from "./article-row.js";
import { fetchInbox } from "./board-client.js";
import { element, listening } from "./dom.js";
import { olderLinks } from "./pages.js";
import { emptyNote, fill, rowList } from "./panel.js";

/** What can be asked for, by the word of the address. */
const STATUSES = [
  { word: "all", label: "All" },
  { word: "open", label: "Waiting for channels" },
  { word: "posted", label: "Posted" },
  { word: "told", label: "Told by another" },
  { word: "held", label: "Held" },
  { word: "killed", label: "Killed" },
];

/**
 * What came in, the newest first: `#/~inbox/STATUS/FROM`.
 * @param {import("./tabs.js").TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createInboxTab({ ask, role }) {
  return {
    ...{ name: "inbox", label: "Inbox", least: "editor" },
    about: "What came in, the newest first",
    draw: async (root, rest) => {
      const [word = "all", from = ""] = rest.split("/");
      const chosen = STATUSES.find((one) => one.word === word) ?? STATUSES[0];
      const status = chosen === undefined || chosen.word === "all" ? "" : chosen.word;
      const { rows, next } = await fetchInbox(status, from);
      const place = chosen?.word ?? "all";
      const older = next === null ? null : tabHref("inbox", `${place}/${next.at}.${next.number}`);
      const newest = from === "" ? null : tabHref("inbox", place);
      fill(root, [
        filterBar(place),
        rows.length === 0
          ? nothing(status, next !== null)
          : rowList(
              rows.map((row) => articleRow(row, role)),
              "What came in",
              ask,
            ),
        olderLinks(older, newest, "Look further back"),
      ]);
    },
  };
}

/** @param {string} word */
function filterBar(word) {
  const options = STATUSES.map((one) =>
    element("option", { value: one.word, selected: one.word === word }, one.label),
  );
  const select = element(
    "select",
    { class: "filter-input", id: "inbox-status", "data-key": "inbox-status" },
    ...options,
  );
  listening(select, { change: () => goTo(tabHref("inbox", select.value)) });
  return element(
    "p",
    { class: "filter-line" },
    element("label", { for: "inbox-status" }, "Show"),
    select,
  );
}

/**
 * @param {string} status
 * @param {boolean} isMore
 */
function nothing(status, isMore) {
  if (isMore) return emptyNote("None among the newest", "Older copy was not looked at yet.");
  if (status !== "") return emptyNote("None", "No article stands so.");
  return emptyNote(
    "Nothing has come in yet",
    "Drop a file into the watched folder: it stands here within seconds.",
  );
}
