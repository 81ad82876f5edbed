import { element, webLink } from "./dom.js";
import { readInline } from "./inline.js";
import { clockTime } from "./time.js";

/**
 * Slack decodes exactly these three, once ("Formatting message text").
 * @param {string} text
 */
export function unescapeSlack(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/**
 * Slack's mrkdwn, as its client draws it.
 * @param {string} text
 */
export function slackMrkdwn(text) {
  const root = element("div", { class: "s-mrkdwn" });
  for (const { quoted, lines } of runs(text.split("\n"))) {
    const nodes = inline(lines.join("\n"));
    root.append(element(quoted ? "blockquote" : "p", { dir: "auto" }, ...nodes));
  }
  return root;
}

/**
 * Lines that belong together: quoted ones, and the others.
 * @param {readonly string[]} lines
 */
function runs(lines) {
  /** @type {{ quoted: boolean, lines: string[] }[]} */
  const found = [];
  for (const line of lines) {
    const quoted = line.startsWith("&gt;");
    const open = found.at(-1);
    const own = quoted ? line.replace(/^&gt; ?/, "") : line;
    if (open?.quoted === quoted) open.lines.push(own);
    else found.push({ quoted, lines: [own] });
  }
  return found;
}

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function inline(text) {
  return readInline(text, MARKS).map((node) =>
    typeof node === "string" ? unescapeSlack(node) : node,
  );
}

/**
 * @param {"strong" | "em" | "s"} tag
 * @returns {(groups: Record<string, string>) => readonly Node[]}
 */
function wrap(tag) {
  return ({ text = "" }) => [element(tag, {}, ...inline(text))];
}

/** A mark counts at the edge of a word only. @type {readonly import("./inline.js").Mark[]} */
const MARKS = [
  { pattern: /\n/y, build: () => [element("br")] },
  {
    pattern: /```(?<text>[\s\S]+?)```/y,
    build: ({ text = "" }) => [element("code", { class: "s-code" }, unescapeSlack(text))],
  },
  {
    pattern: /`(?<text>[^`\n]+)`/y,
    build: ({ text = "" }) => [element("code", { class: "s-code" }, unescapeSlack(text))],
  },
  {
    pattern: /<(?<url>https?:[^|>\s]+)(?:\|(?<label>[^>]*))?>/y,
    build: ({ url = "", label }) => [webLink(unescapeSlack(url), [unescapeSlack(label ?? url)])],
  },
  {
    // Each reader sees it by their own clock.
    pattern: /<!date\^(?<seconds>-?\d{1,13})\^(?<form>[^|>]*)\|(?<fallback>[^>]*)>/y,
    build: ({ seconds = "", form = "" }) => [clockTime(Number(seconds) * 1_000, form)],
  },
  {
    // A mention: drawn as Slack would, so that one that slipped through is seen.
    pattern: /<(?<mark>[@#!])(?<name>[^|>\s]+)(?:\|(?<label>[^>]*))?>/y,
    build: ({ mark = "", name = "", label }) => [
      element("span", { class: "s-mention" }, `${mark === "#" ? "#" : "@"}${label ?? name}`),
    ],
  },
  {
    pattern: /(?<![\p{L}\p{N}*])\*(?<text>\S|\S[^*\n]*?\S)\*(?![\p{L}\p{N}*])/uy,
    build: wrap("strong"),
  },
  { pattern: /(?<![\p{L}\p{N}_])_(?<text>\S|\S[^_\n]*?\S)_(?![\p{L}\p{N}_])/uy, build: wrap("em") },
  { pattern: /(?<![\p{L}\p{N}~])~(?<text>\S|\S[^~\n]*?\S)~(?![\p{L}\p{N}~])/uy, build: wrap("s") },
];
