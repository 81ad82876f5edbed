import { articleHref, tabHref } from "./address.js";
import { actionsFor, factLine, HERE } from "./article-row.js";
import { fetchStories, fetchStory } from "./board-client.js";
import { element } from "./dom.js";
import { olderLinks } from "./pages.js";
import { actionButton, emptyNote, fill, parted, rowList } from "./panel.js";
import { dayAndTime } from "./time.js";

/**
 * @typedef {import("./board-client.js").StoryRow} StoryRow
 * @typedef {import("./board-client.js").StorySheet} StorySheet
 * @typedef {import("./tabs.js").TabParts} TabParts
 */

/** Before what a list begins with, in the address, that no story is called. */
const FROM = "from-";

/**
 * Stories lately active (`#/~stories`, further back `#/~stories/from-12`), and one of them (`#/~stories/ID`).
 * @param {TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createStoriesTab(parts) {
  return {
    ...{ name: "stories", label: "Stories", least: "reader" },
    about: "What several reports tell of, the latest first",
    draw: async (root, rest) => {
      if (rest === "" || rest.startsWith(FROM))
        await drawList(root, rest.slice(FROM.length), parts);
      else await drawStory(root, rest, parts);
    },
  };
}

/**
 * @param {HTMLElement} root
 * @param {string} from
 * @param {TabParts} parts
 */
async function drawList(root, from, { ask }) {
  const { rows, next } = await fetchStories(from);
  const older = next === null ? null : tabHref("stories", `${FROM}${next}`);
  fill(root, [
    rows.length === 0
      ? emptyNote(
          "No story yet",
          "As soon as two reports tell of one event, they stand here together.",
        )
      : rowList(rows.map(storyRow), "Stories", ask),
    olderLinks(older, from === "" ? null : tabHref("stories"), "Earlier stories"),
  ]);
}

/**
 * @param {StoryRow} row
 * @returns {import("./panel.js").Row}
 */
function storyRow({ story, headline, reports, more, sources, first, last }) {
  const now = Date.now();
  return {
    ...{ id: story, title: headline, href: tabHref("stories", story) },
    meta: [
      `${reports}${more ? " or more" : ""} reports`,
      sources.join(", "),
      `from ${dayAndTime(first, HERE, now)} to ${dayAndTime(last, HERE, now)}`,
    ],
  };
}

/**
 * @param {HTMLElement} root
 * @param {string} id
 * @param {TabParts} parts
 */
async function drawStory(root, id, { ask, role }) {
  const sheet = await fetchStory(id).catch(() => null);
  const back = element(
    "a",
    { class: "action", href: tabHref("stories"), "data-key": "back" },
    "All stories",
  );
  const nav = element("p", { class: "row-actions" }, back);
  if (sheet === null) {
    fill(root, [
      nav,
      emptyNote(
        "There is no such story",
        "None of its reports can be shown, or it is another address.",
      ),
    ]);
    return;
  }
  const timeline = element(
    "ol",
    { class: "story-steps", "aria-label": "Reports, the first of them first" },
    ...sheet.steps.map((step) => stepOf(step, role, ask)),
  );
  fill(root, [
    nav,
    element("h2", { class: "sheet-title", dir: "auto" }, sheet.headline),
    differing(sheet.differ),
    timeline,
  ]);
}

/** @param {readonly string[]} differ */
function differing(differ) {
  if (differ.length === 0) return null;
  return element(
    "section",
    { class: "boxed-note", "aria-label": "Where sources differ" },
    element("h3", {}, "Sources differ"),
    element("ul", {}, ...differ.map((text) => element("li", { dir: "auto" }, text))),
  );
}

/**
 * @param {StorySheet["steps"][number]} step
 * @param {TabParts["role"]} role
 * @param {TabParts["ask"]} ask
 */
function stepOf({ row, at, changes, copy }, role, ask) {
  const { id, headline, source, facts } = row;
  return element(
    "li",
    { class: "story-step" },
    element(
      "p",
      { class: "row-meta" },
      ...parted([
        element("time", { datetime: new Date(at).toISOString() }, dayAndTime(at, HERE, Date.now())),
        source,
        copy ? "the same text as another report" : null,
      ]),
    ),
    element(
      "h3",
      { class: "row-title", dir: "auto" },
      element("a", { href: articleHref(id), "data-key": `to ${id}` }, headline),
    ),
    changes.length === 0
      ? null
      : element(
          "ul",
          { class: "changes", "aria-label": "What is new in it" },
          ...changes.map((text) => element("li", { dir: "auto" }, text)),
        ),
    ...(copy || changes.length > 0 ? [] : facts.slice(0, 1).map(factLine)),
    element(
      "p",
      { class: "row-actions" },
      ...actionsFor(row, role)
        .filter(({ label }) => label !== "Why")
        .map((action) => actionButton(action, ask)),
    ),
  );
}
