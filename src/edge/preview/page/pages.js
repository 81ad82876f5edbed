import { element } from "./dom.js";

/**
 * Links to the pages before and behind; nothing where this is the only one.
 * @param {number} page
 * @param {boolean} more
 * @param {(page: number) => string} hrefOf
 */
export function pageLinks(page, more, hrefOf) {
  if (page === 1 && !more) return null;
  /**
   * @param {number} to
   * @param {string} label
   */
  const link = (to, label) =>
    element("a", { class: "action", href: hrefOf(to), "data-key": label }, label);
  return element(
    "nav",
    { class: "pages", "aria-label": "Pages" },
    page > 1 ? link(page - 1, "Previous page") : null,
    element("span", { class: "page-number" }, `Page ${page}`),
    more ? link(page + 1, "Next page") : null,
  );
}

/**
 * A link to what is older, and one back to the newest.
 * @param {string | null} next `null`: there is no more
 * @param {string | null} newest `null`: this is it
 * @param {string} label
 */
export function olderLinks(next, newest, label) {
  if (next === null && newest === null) return null;
  return element(
    "nav",
    { class: "pages", "aria-label": "Pages" },
    newest === null
      ? null
      : element("a", { class: "action", href: newest, "data-key": "newest" }, "Back to the newest"),
    next === null
      ? null
      : element("a", { class: "action", href: next, "data-key": "older" }, label),
  );
}

/**
 * The page that an address names: a number from 1.
 * @param {string} rest
 */
export function pageIn(rest) {
  const page = /^\d{1,4}$/.test(rest) ? Number(rest) : 1;
  return Math.max(page, 1);
}
