import { element } from "./dom.js";

/**
 * @typedef {object} Span
 * @property {number} start
 * @property {number} end
 * @property {"fact" | "quote"} kind
 * @property {number} number from 1, within its kind
 */

/** The id of the first piece of a marked span. @param {Pick<Span, "kind" | "number">} span */
export function spanId({ kind, number }) {
  return `${kind}-${number}`;
}

/**
 * The text of an article, paragraph by paragraph, with what its brief took from it marked; a quote may stand within a fact.
 * @param {string} body
 * @param {readonly Span[]} spans by offsets in UTF-16 units
 */
export function markedText(body, spans) {
  const begun = new Set();
  /** @type {HTMLElement[]} */
  const paragraphs = [];
  for (const { start, end } of paragraphsIn(body)) {
    const cuts = new Set([start, end]);
    for (const span of spans) {
      for (const cut of [span.start, span.end]) if (cut > start && cut < end) cuts.add(cut);
    }
    const edges = [...cuts].sort((one, other) => one - other);
    const pieces = edges.slice(0, -1).map((from, index) => {
      const to = edges[index + 1] ?? end;
      const over = spans.filter((span) => span.start <= from && span.end >= to);
      return piece(body.slice(from, to), over, begun);
    });
    paragraphs.push(element("p", { dir: "auto" }, ...pieces));
  }
  return paragraphs;
}

/** @param {string} body */
function paragraphsIn(body) {
  return [...body.matchAll(/[^\n](?:.*(?:\n(?!\n).*)*)/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
}

/**
 * @param {string} text
 * @param {readonly Span[]} over
 * @param {Set<string>} begun ids of spans that have begun before
 */
function piece(text, over, begun) {
  const first = over[0];
  if (first === undefined) return document.createTextNode(text);
  const ids = over.map(spanId).filter((id) => !begun.has(id));
  for (const id of ids) begun.add(id);
  const kinds = [...new Set(over.map(({ kind }) => `is-${kind}`))];
  /** @type {Node} */
  let node = document.createTextNode(text);
  // An element has one id: where two spans begin together each has its own.
  for (const id of ids) node = element("span", { id, tabindex: -1 }, node);
  return element("mark", { class: kinds.join(" ") }, node);
}
