import { articleHref, tabHref } from "./address.js";
import { factParts, HERE } from "./article-row.js";
import { bdi, element, listening, webLink } from "./dom.js";
import { markedText, spanId } from "./marked-text.js";
import { sayUnkept } from "./mend-list.js";
import { parted } from "./panel.js";
import { dayAndTime } from "./time.js";

/** @typedef {import("./board-client.js").ArticleSheet} ArticleSheet */

/** @param {ArticleSheet} article */
export function factsOf({ facts }) {
  if (facts.length === 0) return null;
  const items = facts.map((fact, index) =>
    element(
      "li",
      { dir: "auto" },
      ...factParts(fact),
      " ",
      whereButton({ kind: "fact", number: index + 1 }, fact.text),
    ),
  );
  return element(
    "section",
    { class: "sheet-part", "aria-labelledby": "sheet-facts" },
    element("h3", { id: "sheet-facts" }, "Key facts"),
    element("ol", { class: "sheet-facts" }, ...items),
  );
}

/** @param {ArticleSheet} article */
export function quotesOf({ quotes }) {
  if (quotes.length === 0) return null;
  const items = quotes.map(({ text, speaker, hedge }, index) =>
    element(
      "li",
      { dir: "auto" },
      element("q", {}, text),
      element(
        "span",
        { class: "owner" },
        " — ",
        bdi(speaker ?? "nobody is named for sure"),
        ...(hedge === null ? [] : [", ", bdi(hedge)]),
      ),
      " ",
      whereButton({ kind: "quote", number: index + 1 }, text),
    ),
  );
  return element(
    "section",
    { class: "sheet-part", "aria-labelledby": "sheet-quotes" },
    element("h3", { id: "sheet-quotes" }, "Quotes"),
    element("ul", { class: "sheet-quotes" }, ...items),
  );
}

/**
 * Leads to the place in the text: a fragment is an address of the page here.
 * @param {{ kind: "fact" | "quote", number: number }} span
 * @param {string} text
 */
function whereButton(span, text) {
  const button = element(
    "button",
    {
      ...{ class: "where no-print", type: "button", "data-key": `where ${spanId(span)}` },
      "aria-label": `In the text: ${text.slice(0, 60)}`,
    },
    "in the text",
  );
  return listening(button, {
    click: () => {
      const place = document.getElementById(spanId(span));
      place?.scrollIntoView({ block: "center" });
      place?.focus({ preventScroll: true });
    },
  });
}

/** @param {ArticleSheet} article */
export function textOf({ body, facts, quotes }) {
  const spans = [
    ...facts.map(({ start, end }, index) => ({
      start,
      end,
      kind: /** @type {const} */ ("fact"),
      number: index + 1,
    })),
    ...quotes.map(({ start, end }, index) => ({
      start,
      end,
      kind: /** @type {const} */ ("quote"),
      number: index + 1,
    })),
  ];
  return element(
    "section",
    { class: "sheet-part sheet-text", "aria-labelledby": "sheet-text" },
    element("h3", { id: "sheet-text" }, "Text"),
    ...markedText(body, spans),
  );
}

/** @param {ArticleSheet} article */
export function usageOf({ usageTerms, copyright }) {
  const lines = [usageTerms, copyright].filter((line) => line !== null);
  return lines.length === 0 ? null : element("p", { class: "row-meta" }, ...parted(lines));
}

/** @param {ArticleSheet} article */
export function storyOf({ story }) {
  if (story === null) return null;
  const { says, others, differ } = story;
  const now = Date.now();
  return element(
    "section",
    { class: "row", "aria-labelledby": "sheet-story" },
    element("h2", { class: "row-title", id: "sheet-story" }, "Story"),
    element("p", { class: "row-line", dir: "auto" }, `${says}.`),
    others.length === 0
      ? null
      : element(
          "ul",
          { class: "status-list" },
          ...others.map(({ id, headline, source, at }) =>
            element(
              "li",
              {},
              bdi(element("a", { href: articleHref(id) }, headline)),
              ...(source === null ? [] : [" · ", bdi(source)]),
              ` · ${dayAndTime(at, HERE, now)}`,
            ),
          ),
        ),
    ...differ.map((text) => element("p", { class: "row-line" }, "Sources differ: ", bdi(text))),
    others.length === 0
      ? null
      : element(
          "p",
          { class: "row-actions no-print" },
          element(
            "a",
            { class: "action", href: tabHref("stories", story.story) },
            "The whole story",
          ),
        ),
  );
}

/** @param {ArticleSheet} article */
export function postsOf({ posts }) {
  if (posts.length === 0) return null;
  return element(
    "section",
    { class: "row", "aria-labelledby": "sheet-posts" },
    element("h2", { class: "row-title", id: "sheet-posts" }, "Where it was posted"),
    element(
      "ul",
      { class: "status-list" },
      ...posts.map(({ channel, platform, url }) => {
        const label = `#${channel} on ${platform}`;
        return element("li", {}, url === null ? label : webLink(url, [label]));
      }),
    ),
  );
}

/** @param {ArticleSheet} article */
export function revisionsOf({ revisions }) {
  if (revisions.length < 2) return null;
  return element(
    "section",
    { class: "row", "aria-labelledby": "sheet-revisions" },
    element("h2", { class: "row-title", id: "sheet-revisions" }, "History, and what changed"),
    element("ol", { class: "status-list" }, ...revisions.toReversed().map(stepOf)),
  );
}

/** @param {ArticleSheet["revisions"][number]} step */
function stepOf({ version, at, by, says, details, note, unkept }) {
  const head = [version === null ? null : `Version ${version}`, says].filter((one) => one !== null);
  const when = at === null ? "when is not known" : dayAndTime(at, HERE, Date.now());
  return element(
    "li",
    {},
    element("strong", {}, head.join(" · ")),
    ` ${[when, by === null ? null : `by ${by}`].filter((one) => one !== null).join(" ")}`,
    ...[...details, note].filter((one) => one !== null).flatMap((one) => [" · ", bdi(one)]),
    unkept === null
      ? null
      : element("p", { class: "row-line" }, sayUnkept(unkept), " ", bdi(unkept.what.join("; "))),
  );
}
