import { element, webLink } from "./dom.js";
import { readInline } from "./inline.js";
import { clockTime } from "./time.js";

/**
 * Discord's markdown ("Markdown Text 101" in its help centre), as its client draws it: headings,
 * small text, quotes, lists, code, and the marks inside a line.
 * @param {string} text
 */
export function discordMarkdown(text) {
  const root = element("div", { class: "d-markdown" });
  const lines = text.split("\n");
  let at = 0;
  while (at < lines.length) {
    const reader = BLOCKS.find(({ opens }) => opens.test(lines[at] ?? "")) ?? PARAGRAPH;
    const count = reader.lines(lines, at);
    root.append(reader.draw(lines.slice(at, at + count)));
    at += count;
  }
  return root;
}

/**
 * A kind of block: the line that opens it, how many lines it takes, and how they are drawn.
 * @typedef {object} BlockReader
 * @property {RegExp} opens
 * @property {(lines: readonly string[], at: number) => number} lines
 * @property {(own: readonly string[]) => Node} draw
 */

const HEADING = /^(?<marks>#{1,3})\s+(?<text>\S.*)$/;
const SMALL = /^-#\s+(?<text>\S.*)$/;
const QUOTE = /^> (?<text>.*)$/;
const REST_QUOTE = /^>>> /;
const ITEM = /^(?<indent> *)(?<mark>[-*+]|\d{1,10}\.) +(?<text>\S.*)$/;
const FENCE = /^```/;

/** @type {readonly BlockReader[]} */
const BLOCKS = [
  { opens: HEADING, lines: () => 1, draw: ([line = ""]) => drawHeading(line) },
  { opens: SMALL, lines: () => 1, draw: ([line = ""]) => drawSmall(line) },
  {
    opens: REST_QUOTE,
    lines: (lines, at) => lines.length - at,
    draw: (own) => drawQuote(own.join("\n").replace(REST_QUOTE, "")),
  },
  {
    opens: QUOTE,
    lines: (lines, at) => run(lines, at, QUOTE),
    draw: (own) => drawQuote(own.map((line) => line.slice(2)).join("\n")),
  },
  { opens: ITEM, lines: (lines, at) => run(lines, at, ITEM), draw: drawList },
  { opens: FENCE, lines: fenceLines, draw: drawCode },
];

/** @type {BlockReader} */
const PARAGRAPH = {
  opens: /^/,
  lines: (lines, at) => {
    const next = lines.findIndex(
      (line, index) => index > at && BLOCKS.some(({ opens }) => opens.test(line)),
    );
    return (next === -1 ? lines.length : next) - at;
  },
  draw: (own) => element("p", { dir: "auto" }, ...inline(own.join("\n"))),
};

/**
 * How many lines from `at` on are of one kind.
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {RegExp} kind
 */
function run(lines, at, kind) {
  const end = lines.findIndex((line, index) => index >= at && !kind.test(line));
  return (end === -1 ? lines.length : end) - at;
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 */
function fenceLines(lines, at) {
  const end = lines.findIndex((line, index) => index > at && line.includes("```"));
  return end === -1 ? lines.length - at : end - at + 1;
}

/** @param {string} line */
function drawHeading(line) {
  const { marks = "#", text = "" } = HEADING.exec(line)?.groups ?? {};
  // The page's own headings are h1 and h2: a message stands below them.
  const level = /** @type {const} */ (["h3", "h3", "h4"])[marks.length - 1] ?? "h4";
  return element(level, { class: `d-heading-${marks.length}`, dir: "auto" }, ...inline(text));
}

/** @param {string} line */
function drawSmall(line) {
  const text = SMALL.exec(line)?.groups?.text ?? "";
  return element("p", { class: "d-small", dir: "auto" }, ...inline(text));
}

/** @param {string} text */
function drawQuote(text) {
  const inner = discordMarkdown(text);
  return element("blockquote", { class: "d-quote" }, inner);
}

/** @param {readonly string[]} own */
function drawCode(own) {
  const text = own.join("\n").replace(/^```(?:[a-z0-9+-]+\n)?\n?|\n?```[\s\S]*$/gi, "");
  return element("pre", { class: "d-code" }, element("code", {}, text));
}

/**
 * Items by their indent: two spaces more begin a list inside the item above.
 * @param {readonly string[]} own
 */
function drawList(own) {
  const items = own.map((line) => ITEM.exec(line)?.groups ?? {});
  const root = listFor(items[0]?.mark ?? "-");
  /** @type {{ list: HTMLElement, indent: number }[]} */
  const open = [{ list: root, indent: items[0]?.indent?.length ?? 0 }];
  for (const { indent = "", mark = "-", text = "" } of items) {
    while (open.length > 1 && indent.length < (open.at(-1)?.indent ?? 0)) open.pop();
    const current = open.at(-1)?.list ?? root;
    const host = current.lastElementChild;
    if (host !== null && indent.length >= (open.at(-1)?.indent ?? 0) + 2) {
      const list = listFor(mark);
      host.append(list);
      open.push({ list, indent: indent.length });
    }
    const list = open.at(-1)?.list ?? root;
    list.append(element("li", { dir: "auto" }, ...inline(text)));
  }
  return root;
}

/** @param {string} mark */
function listFor(mark) {
  const start = Number.parseInt(mark, 10);
  return Number.isNaN(start) ? element("ul") : element("ol", { start });
}

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function inline(text) {
  return readInline(text, MARKS);
}

/**
 * @param {"strong" | "em" | "u" | "s"} tag
 * @returns {(groups: Record<string, string>) => readonly Node[]}
 */
function wrap(tag) {
  return ({ text = "" }) => [element(tag, {}, ...inline(text))];
}

/** In the order in which Discord tries them. @type {readonly import("./inline.js").Mark[]} */
const MARKS = [
  { pattern: /\\(?<text>[^0-9A-Za-z\s])/y, build: ({ text = "" }) => [text] },
  { pattern: /\n/y, build: () => [element("br")] },
  {
    // Each reader sees it by their own clock.
    pattern: /<t:(?<seconds>-?\d{1,13}):(?<form>[Fft])>/y,
    build: ({ seconds = "", form = "" }) => [clockTime(Number(seconds) * 1_000, form)],
  },
  {
    pattern: /<(?<url>https?:\/\/[^\s<>]+)>/y,
    build: ({ url = "" }) => [webLink(url, [url])],
  },
  {
    pattern:
      /\[(?<label>(?:\\.|[^\\[\]\n])+)\]\(<?(?<url>https?:\/\/(?:\([^\s()]*\)|\\.|[^\s()<>\\])+)>?\)/y,
    build: ({ label = "", url = "" }) => [
      webLink(url.replace(/\\([^0-9A-Za-z\s])/g, "$1"), inline(label)),
    ],
  },
  {
    pattern: /(?<url>https?:\/\/[^\s<]+[^<.,:;"'\])\s])/y,
    build: ({ url = "" }) => [webLink(url, [url])],
  },
  { pattern: /\*\*(?<text>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, build: wrap("strong") },
  { pattern: /__(?<text>(?:\\[\s\S]|[^\\])+?)__(?!_)/y, build: wrap("u") },
  {
    pattern: /\*(?=\S)(?<text>(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    build: wrap("em"),
  },
  { pattern: /\b_(?<text>(?:__|\\[\s\S]|[^\\_])+?)_\b/y, build: wrap("em") },
  { pattern: /~~(?<text>(?:\\[\s\S]|[^\\])+?)~~/y, build: wrap("s") },
  {
    pattern: /\|\|(?<text>[\s\S]+?)\|\|/y,
    build: ({ text = "" }) => [element("span", { class: "d-spoiler" }, ...inline(text))],
  },
  {
    pattern: /(?<fence>`+)(?<text>[\s\S]*?[^`])\k<fence>(?!`)/y,
    build: ({ text = "" }) => [element("code", { class: "d-inline-code" }, text)],
  },
];
