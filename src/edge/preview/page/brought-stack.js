import { element } from "./dom.js";

/** So many notices lie above what is shown; the others are counted in one line. */
const MOST = 4;

/** What somebody must see first: what asks them something, what went wrong, what is on its way. @type {readonly ((row: Element) => boolean)[]} */
const RANKS = [
  (row) => row.hasAttribute("data-asks"),
  (row) => row.hasAttribute("data-trouble"),
  (row) => !row.hasAttribute("data-told"),
];

/**
 * Keeps a list of notices short, whatever is added to it or becomes of what is in it.
 * @param {HTMLElement} list
 */
export function keepShort(list) {
  const rest = element("li", { class: "brought-rest", hidden: true });
  const draw = () => {
    const rows = [...list.children].filter((row) => row !== rest);
    const ranked = rows
      .map((row) => ({ row, rank: rankOf(row) }))
      .toSorted((one, other) => one.rank - other.rank);
    for (const [index, { row }] of ranked.entries())
      row.toggleAttribute("hidden", index >= MOST && !row.contains(document.activeElement));
    const more = rows.filter((row) => row.hasAttribute("hidden"));
    const text = more.length === 0 ? "" : sayMore(more);
    if (rest.textContent !== text) rest.textContent = text;
    rest.hidden = more.length === 0;
    if (list.lastElementChild !== rest) list.append(rest);
    list.hidden = rows.length === 0;
  };
  const watch = () =>
    watcher.observe(list, {
      ...{ childList: true, subtree: true, attributes: true },
      attributeFilter: ["data-asks", "data-told", "data-trouble"],
    });
  const watcher = new MutationObserver(() => {
    watcher.disconnect();
    draw();
    watch();
  });
  draw();
  watch();
}

/** @param {Element} row */
function rankOf(row) {
  const rank = RANKS.findIndex((is) => is(row));
  return rank < 0 ? RANKS.length : rank;
}

/** @param {readonly Element[]} rows */
function sayMore(rows) {
  const counts = [0, 0, 0, 0];
  for (const row of rows) {
    const rank = rankOf(row);
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  const [asking = 0, troubled = 0, open = 0, told = 0] = counts;
  const parts = [
    asking > 0 ? `${asking} ask what to do` : "",
    troubled > 0 ? `${troubled} went wrong` : "",
    open > 0 ? `${open} on their way` : "",
    told > 0 ? `${told} done` : "",
  ];
  return `and ${rows.length} more: ${parts.filter((part) => part !== "").join(", ")}`;
}
