import { goTo, tabHref } from "./address.js";
import { articleRow } from "./article-row.js";
import { fetchArchive } from "./board-client.js";
import { ClientError } from "./client.js";
import { element, listening } from "./dom.js";
import { pageLinks } from "./pages.js";
import { emptyNote, fill, rowList } from "./panel.js";

/**
 * @typedef {object} Filter
 * @property {string} name as the address and the bot have it
 * @property {string} label
 * @property {string} hint
 */

/** @type {readonly Filter[]} */
const FILTERS = [
  { name: "words", label: "Words", hint: 'harbour "night closure" -ferry' },
  { name: "source", label: "Source or byline", hint: "Tideline" },
  { name: "speaker", label: "Speaker", hint: "Solen" },
  { name: "place", label: "Place", hint: "Port Ellery" },
  { name: "since", label: "Since", hint: "3d, yesterday, 8 May" },
  { name: "until", label: "Until", hint: "10 May" },
  { name: "topic", label: "Section or tag", hint: "business" },
];

const ORDERS = [
  { word: "newest", label: "Newest first" },
  { word: "oldest", label: "Oldest first" },
  { word: "best", label: "Best first" },
];
const STATUSES = [
  { word: "shown", label: "May be shown" },
  { word: "held", label: "Held or killed" },
];

/**
 * A search with filters: `#/~archive/words=harbour&since=3d&page=2`.
 * @param {import("./tabs.js").TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createArchiveTab({ ask, role }) {
  return {
    ...{ name: "archive", label: "Archive", least: "reader" },
    about: "Every article, by what you know of it",
    draw: async (root, rest) => {
      const query = new URLSearchParams(rest);
      const asked = query.toString();
      const form = formOf(query, role !== "reader");
      // What somebody has typed and not sent stays.
      const own = root.querySelector("form");
      const kept = own instanceof HTMLFormElement && own.dataset.asked === asked ? own : form;
      form.dataset.asked = asked;
      let found = null;
      /** @type {Node} */
      let list;
      try {
        found = await fetchArchive(query);
        list = rowsOf(found, role, ask);
      } catch (error) {
        if (!(error instanceof ClientError)) throw error;
        list = element("p", { class: "failure", role: "alert" }, error.message);
      }
      fill(root, [
        kept,
        list,
        found === null
          ? null
          : pageLinks(found.page, found.more, (to) => {
              query.set("page", String(to));
              return tabHref("archive", query.toString());
            }),
      ]);
    },
  };
}

/**
 * @param {import("./board-client.js").Paged<import("./board-client.js").ArticleRow>} found
 * @param {import("./tabs.js").Role} role
 * @param {import("./tabs.js").TabParts["ask"]} ask
 */
function rowsOf({ rows }, role, ask) {
  if (rows.length === 0) return emptyNote("Nothing found", "Leave out a word, or a filter.");
  return rowList(
    rows.map((row) => articleRow(row, role)),
    "Articles found",
    ask,
  );
}

/**
 * @param {URLSearchParams} query
 * @param {boolean} isEditor
 */
function formOf(query, isEditor) {
  const fields = FILTERS.map(({ name, label, hint }) =>
    field(
      name,
      label,
      element("input", {
        ...{ class: "filter-input", id: `archive-${name}`, name, type: "text", maxlength: 300 },
        ...{ placeholder: hint, value: query.get(name) ?? "", dir: "auto" },
      }),
    ),
  );
  const form = element(
    "form",
    { class: "filters", role: "search", "aria-label": "Search the archive", autocomplete: "off" },
    ...fields,
    choice("order", "Order", ORDERS, query),
    isEditor ? choice("status", "Status", STATUSES, query) : null,
    element(
      "p",
      { class: "filter-buttons" },
      element(
        "button",
        { class: "action is-first", type: "submit", "data-key": "archive-search" },
        "Search",
      ),
      element(
        "a",
        { class: "action", href: tabHref("archive"), "data-key": "archive-clear" },
        "Clear",
      ),
    ),
  );
  return listening(form, {
    submit: (event) => {
      event.preventDefault();
      const wanted = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === "string" && value.trim() !== "") wanted.set(name, value.trim());
      }
      goTo(tabHref("archive", wanted.toString()));
    },
  });
}

/**
 * @param {string} name
 * @param {string} label
 * @param {HTMLElement} input
 */
function field(name, label, input) {
  return element(
    "p",
    { class: "filter-field" },
    element("label", { for: `archive-${name}` }, label),
    input,
  );
}

/**
 * @param {string} name
 * @param {string} label
 * @param {readonly { word: string, label: string }[]} choices
 * @param {URLSearchParams} query
 */
function choice(name, label, choices, query) {
  const options = choices.map((one) =>
    element("option", { value: one.word, selected: query.get(name) === one.word }, one.label),
  );
  const select = element(
    "select",
    { class: "filter-input", id: `archive-${name}`, name },
    ...options,
  );
  return field(name, label, select);
}
