import { tabHref } from "./address.js";
import { articleRow } from "./article-row.js";
import { fetchHeld } from "./board-client.js";
import { pageIn, pageLinks } from "./pages.js";
import { emptyNote, fill, rowList } from "./panel.js";

/**
 * What is held, by which rule, and until when: `#/~held/PAGE`.
 * @param {import("./tabs.js").TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createHeldTab({ ask, role }) {
  return {
    ...{ name: "held", label: "Held", least: "editor" },
    about: "Shown nowhere but here, and why",
    draw: async (root, rest) => {
      const { rows, page, more } = await fetchHeld(pageIn(rest));
      fill(root, [
        rows.length === 0
          ? emptyNote(
              "Nothing is held",
              "Copy under embargo, and what an editor holds, stands here.",
            )
          : rowList(
              rows.map((row) => articleRow(row, role)),
              "Held copy",
              ask,
            ),
        pageLinks(page, more, (to) => tabHref("held", String(to))),
      ]);
    },
  };
}
