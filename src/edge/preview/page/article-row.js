import { articleHref, tabHref } from "./address.js";
import { bdi, element } from "./dom.js";
import { byClock, dayAndTime } from "./time.js";

/** @typedef {import("./board-client.js").ArticleRow} ArticleRow */

/** @type {Readonly<Record<ArticleRow["status"], { text: string, tone: "good" | "bad" | "mild" } | null>>} */
const STATUS = {
  shown: null,
  open: { text: "Waits for its channels", tone: "mild" },
  posted: { text: "Posted", tone: "good" },
  told: { text: "Told by another report", tone: "mild" },
  held: { text: "Held", tone: "bad" },
  killed: { text: "Killed", tone: "bad" },
};

/** The clock of whoever looks. */
export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * An article as a row of any list.
 * @param {ArticleRow} row
 * @param {"reader" | "editor" | "admin"} role
 * @returns {import("./panel.js").Row}
 */
export function articleRow(row, role) {
  const { id, headline, facts, source, byline, kind, section, takenIn, published, revision } = row;
  const status = STATUS[row.status];
  const now = Date.now();
  const at = published ?? takenIn;
  return {
    ...{ id, title: headline, href: articleHref(id) },
    badges: [
      ...(row.sign === null ? [] : [{ text: row.sign, tone: /** @type {const} */ ("bad") }]),
      ...(status === null ? [] : [status]),
    ],
    meta: [
      source ?? byline,
      kind === "report" ? null : kind,
      section,
      dayAndTime(at, HERE, now),
      revision > 1 ? `revision ${revision}` : null,
    ],
    body: [
      row.rule === null ? null : holdLine(row),
      ...(row.status === "killed" ? [] : facts.map(factLine)),
    ],
    actions: actionsFor(row, role),
    links:
      row.story === null
        ? []
        : [
            element(
              "a",
              {
                ...{ class: "action", href: tabHref("stories", row.story) },
                ...{ "aria-label": `Story: ${headline}`, "data-key": `story of ${id}` },
              },
              "Story",
            ),
          ],
  };
}

/** @param {ArticleRow} row */
function holdLine({ rule, until }) {
  const isSaid = rule?.includes(" UTC") === true;
  const when = until === null || isSaid ? "" : `Until ${dayAndTime(until, HERE, Date.now())}. `;
  return element("p", { class: "row-line is-hold" }, when, bdi(`${byClock(rule ?? "", HERE)}.`));
}

/** @param {import("./board-client.js").FactLine} fact */
export function factLine(fact) {
  return element("p", { class: "row-fact", dir: "auto" }, ...factParts(fact));
}

/**
 * A fact's text, and who claims it.
 * @param {import("./board-client.js").FactLine} fact
 */
export function factParts({ text, owner }) {
  return owner === null ? [text] : [text, element("span", { class: "owner" }, " — ", bdi(owner))];
}

/**
 * What may be done with an article: the commands that there are, by its id.
 * @param {Pick<ArticleRow, "id" | "headline" | "status">} row
 * @param {"reader" | "editor" | "admin"} role
 * @returns {readonly import("./panel.js").Action[]}
 */
export function actionsFor({ id, headline, status }, role) {
  const isIn = status === "held" || status === "killed";
  /**
   * @param {string} label
   * @param {string} command
   */
  const action = (label, command) => ({ label, line: `${command} ${id}`, about: headline });
  const reading = isIn ? [] : [action("Brief", "brief"), action("Full text", "text")];
  const telling = [action("Why", "why")];
  if (role === "reader") return isIn ? [] : [...reading, ...telling];
  const orders = isIn
    ? [action("Release", "release"), ...(status === "held" ? [action("Kill", "kill")] : [])]
    : [action("Hold", "hold"), action("Kill", "kill")];
  return [...reading, ...telling, ...orders];
}
