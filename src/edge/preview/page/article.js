import { articleHref } from "./address.js";
import {
  factsOf,
  postsOf,
  quotesOf,
  revisionsOf,
  storyOf,
  textOf,
  usageOf,
} from "./article-parts.js";
import { actionsFor, HERE } from "./article-row.js";
import { fetchArticle } from "./board-client.js";
import { copyText } from "./copy.js";
import { bdi, element, listening, webLink } from "./dom.js";
import { drawMend } from "./mend.js";
import { actionButton, badge, emptyNote, fill, parted } from "./panel.js";
import { byClock, dayAndTime } from "./time.js";

/**
 * @typedef {import("./board-client.js").ArticleSheet} ArticleSheet
 * @typedef {import("./board-client.js").ArticleShown} ArticleShown
 * @typedef {import("./tabs.js").TabParts} TabParts
 */

/**
 * An article at its own address, `/a/ID`: a view like a tab, that no tab leads to.
 * @param {TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createArticleView(parts) {
  /**
   * The form in which the brief is mended: it stays in place, with what it says, for as long as the article does.
   * @type {{ readonly id: string, revision: number, readonly root: HTMLElement } | null}
   */
  let bench = null;
  /** @param {ArticleSheet} article */
  const benchOf = async ({ id, revision }) => {
    if (bench?.id === id && bench.revision === revision) return bench.root;
    const made = { id, revision, root: element("div", { class: "row no-print" }) };
    bench = made;
    await drawMend(made.root, made, {
      onMended: () => {
        // What is mended is the next revision, and the form says so already.
        made.revision += 1;
        parts.refresh();
      },
    });
    return made.root;
  };
  /** @type {import("./tabs.js").Tab} */
  const view = {
    ...{ name: "article", label: "Article", least: "reader" },
    about: "One article, with its brief",
    draw: async (root, id) => {
      const shown = await fetchArticle(id);
      view.label = shown.state === "not-shown" ? "Article" : shown.article.headline;
      if (shown.state === "not-shown") {
        const [title = "", ...rest] = shown.says;
        fill(root, [emptyNote(title, rest.join(" "))]);
        return;
      }
      const mayMend = parts.role !== "reader" && shown.state !== "killed";
      const form = mayMend ? await benchOf(shown.article) : null;
      fill(root, sheetOf(shown, form, parts));
    },
  };
  return view;
}

/**
 * @param {Exclude<ArticleShown, { state: "not-shown" }>} shown
 * @param {HTMLElement | null} form in which its brief is mended; always the second, so that it is not moved under its reader
 * @param {TabParts} parts
 */
function sheetOf({ state, article, held }, form, parts) {
  return [
    element(
      "article",
      { class: "sheet", lang: article.language, "aria-labelledby": "sheet-title" },
      headOf(article, state),
      held === null ? null : holdNote(held),
      article.note === null
        ? null
        : element("p", { class: "boxed-note", dir: "auto" }, article.note),
      toolsOf(article, state, parts),
      factsOf(article),
      quotesOf(article),
      textOf(article),
      usageOf(article),
    ),
    form,
    storyOf(article),
    postsOf(article),
    revisionsOf(article),
  ];
}

/**
 * @param {ArticleSheet} article
 * @param {"shown" | "held" | "killed"} state
 */
function headOf(article, state) {
  const { headline, subheadline, byline, source, place, section, kind, published, takenIn } =
    article;
  const now = Date.now();
  const told = { shown: null, held: "Held", killed: "Killed" }[state];
  const marks = [article.sign, told]
    .filter((text) => text !== null)
    .map((text) => badge({ text, tone: "bad" }));
  return element(
    "header",
    { class: "sheet-head" },
    element("h2", { class: "sheet-title", id: "sheet-title", dir: "auto" }, headline),
    subheadline === null ? null : element("p", { class: "sheet-sub", dir: "auto" }, subheadline),
    element(
      "p",
      { class: "row-meta" },
      ...marks,
      ...parted([
        byline,
        source,
        place,
        section,
        kind === "report" ? null : kind,
        published === null ? null : `published ${dayAndTime(published, HERE, now)}`,
        `came in ${dayAndTime(takenIn, HERE, now)}`,
        article.tags.length === 0 ? null : article.tags.map((tag) => `#${tag}`).join(" "),
        article.id,
        article.path,
      ]),
    ),
  );
}

/** @param {{ until: number | null, rule: string }} held */
function holdNote({ until, rule }) {
  const when = until === null ? "" : `Until ${dayAndTime(until, HERE, Date.now())}. `;
  return element("p", { class: "boxed-note is-hold" }, when, bdi(`${byClock(rule, HERE)}.`));
}

/**
 * @param {ArticleSheet} article
 * @param {"shown" | "held" | "killed"} state
 * @param {TabParts} parts
 */
function toolsOf({ id, headline, sourceUrl }, state, { ask, say, role }) {
  const copy = listening(
    element("button", { class: "action", type: "button", "data-key": "copy-link" }, "Copy link"),
    {
      click: () => copyText(new URL(articleHref(id), location.origin).href, "The link", say),
    },
  );
  const print = listening(
    element("button", { class: "action", type: "button", "data-key": "print" }, "Print"),
    {
      click: () => window.print(),
    },
  );
  const actions = actionsFor({ id, headline, status: state }, role).filter(
    ({ label }) => label !== "Full text" && label !== "Brief",
  );
  return element(
    "p",
    { class: "row-actions no-print" },
    copy,
    print,
    ...actions.map((action) => actionButton(action, ask)),
    state === "shown"
      ? actionButton({ label: "This is wrong", line: `wrong ${id}`, about: headline }, ask)
      : null,
    sourceUrl === null ? null : webLink(sourceUrl, ["Original"], "action"),
  );
}
