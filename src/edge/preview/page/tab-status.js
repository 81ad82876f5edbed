import { tabHref } from "./address.js";
import { HERE } from "./article-row.js";
import { fetchStatus } from "./board-client.js";
import { bdi, element } from "./dom.js";
import { actionButton, fill } from "./panel.js";
import { byClock, dayAndTime } from "./time.js";

/** @typedef {import("./board-client.js").StatusSheet} StatusSheet */

/**
 * How the bot is doing: its connections, what waits to be posted, counts, warnings, and what was ordered last.
 * @param {import("./tabs.js").TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createStatusTab({ ask }) {
  return {
    ...{ name: "status", label: "Status", least: "editor" },
    about: "How Copydesk is doing",
    draw: async (root) => {
      const sheet = await fetchStatus();
      fill(root, [
        list("Warnings", sheet.warnings.map(plain)),
        list(
          "Connections",
          sheet.connections.map(({ platform, says }) => named(platform, says)),
        ),
        deliveries(sheet),
        counts(sheet),
        quarantined(sheet),
        audit(sheet),
        element(
          "p",
          { class: "row-actions" },
          actionButton({ label: "Status", line: "status", about: "in full" }, ask),
          actionButton({ label: "Audit", line: "audit", about: "in full" }, ask),
          actionButton({ label: "Reports", line: "reports", about: "of what is wrong" }, ask),
        ),
        element(
          "p",
          { class: "row-meta" },
          `Copydesk ${sheet.version}, at work since ${dayAndTime(sheet.startedAt, HERE, Date.now())}`,
        ),
      ]);
    },
  };
}

/**
 * @param {string} title
 * @param {readonly Node[]} items
 */
function list(title, items) {
  if (items.length === 0) return null;
  return element(
    "section",
    { class: "row" },
    element("h2", { class: "row-title" }, title),
    element("ul", { class: "status-list" }, ...items),
  );
}

/** @param {string} text */
function plain(text) {
  return element("li", { dir: "auto" }, text);
}

/**
 * @param {string} name
 * @param {string} text
 */
function named(name, text) {
  return element("li", {}, element("strong", {}, bdi(name)), " ", bdi(text));
}

/** @param {StatusSheet} sheet */
function deliveries({ waiting, givenUp }) {
  const now = Date.now();
  const rows = waiting.map(({ place, parts, since, error }) =>
    named(
      place,
      `${parts} ${parts === 1 ? "message" : "messages"} since ${dayAndTime(since, HERE, now)}${error === null ? "" : `: ${error}`}`,
    ),
  );
  const lost = givenUp === 0 ? [] : [named("Given up in the last day", String(givenUp))];
  const all = [...rows, ...lost];
  return list("Deliveries", all.length === 0 ? [plain("Nothing waits to be posted.")] : all);
}

/** @param {StatusSheet} sheet */
function counts({ balance, held, reports, quarantinedInAll }) {
  return list("Counts", [
    named("Files of the last day:", balance),
    named("Held by words in the copy:", String(held)),
    named("Open reports of readers:", String(reports)),
    element(
      "li",
      {},
      element("strong", {}, "In quarantine: "),
      element(
        "a",
        { href: tabHref("quarantine"), "data-key": "quarantine" },
        String(quarantinedInAll),
      ),
    ),
  ]);
}

/** @param {StatusSheet} sheet */
function quarantined({ quarantined: rows }) {
  return list(
    "Quarantined in the last day",
    rows.map(({ path, rule }) => named(path, rule)),
  );
}

/** @param {StatusSheet} sheet */
function audit({ audit: entries }) {
  const now = Date.now();
  const rows = entries.map(({ at, name, did }) =>
    element(
      "li",
      {},
      element("time", { datetime: new Date(at).toISOString() }, dayAndTime(at, HERE, now)),
      " ",
      element("strong", {}, bdi(name)),
      " ",
      bdi(byClock(did, HERE)),
    ),
  );
  return list(
    "Ordered last",
    rows.length === 0 ? [plain("Nobody has ordered anything yet.")] : rows,
  );
}
