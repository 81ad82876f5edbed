import { parseHTML } from "linkedom";
import type { Aside } from "#core/article/copy.ts";
import { asideOf } from "./aside.ts";

/** What the readers use of a node; linkedom's own types need the browser's. */
export interface DomNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  remove(): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument {
  readonly documentElement: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** Beyond this a page is no article; the work of its readers grows faster than the page. */
const MOST_TAGS = 40_000;

const ELEMENT = 1;
const TEXT = 3;

/** Says whether a page has more elements than an article can have. */
export function hasTooManyTags(html: string): boolean {
  let count = 0;
  for (
    let at = html.indexOf("<");
    at !== -1 && count <= MOST_TAGS;
    at = html.indexOf("<", at + 1)
  ) {
    count += 1;
  }
  return count > MOST_TAGS;
}

/** Parses HTML without running or fetching anything of it. A fragment is put into a page first. */
export function parsePage(html: string): DomDocument {
  const isPage = /<(?:html|body)[\s>]/iu.test(html);
  const page = isPage ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(page).document;
}

/** What stands in the comments of a page's markup, one after the other; one without an end is none. */
export function commentsIn(html: string): readonly Aside[] {
  const found: Aside[] = [];
  for (let at = html.indexOf("<!--"); at !== -1; at = html.indexOf("<!--", at)) {
    const end = html.indexOf("-->", at + 4);
    if (end === -1) break;
    found.push(...asideOf("a comment", html.slice(at + 4, end)));
    at = end;
  }
  return found;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT;
}
