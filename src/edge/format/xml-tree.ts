import { parseXml, type XmlDocument, XmlElement, type XmlNode, XmlText } from "@rgrove/parse-xml";
import { decodeNamedEntity } from "./named-entity.ts";

export { XmlElement };

/** No file of a newsroom nests its elements so deep; the parser's work on more grows out of bounds. */
const DEEPEST = 512;

/**
 * Parses XML strictly: to its end, without fetching anything, and without the entities that a document
 * declares itself. The named ones of HTML are known, because wire copy has them without its DTD.
 * @throws XmlError, with its line, for what is not well-formed or uses another entity; RangeError for nesting too deep
 */
export function readXml(text: string): XmlElement {
  if (isTooDeep(text)) throw new RangeError("nested too deeply");
  // A page of `&nbsp;` must not be looked up character by character.
  const known = new Map<string, string | null>();
  const resolveUndefinedEntity = (reference: string): string | null => {
    const decoded = known.get(reference) ?? decodeNamedEntity(reference);
    known.set(reference, decoded);
    return decoded;
  };
  const document: XmlDocument = parseXml(text, {
    resolveUndefinedEntity,
    includeOffsets: true,
  });
  if (document.root === null) throw new TypeError("it has no element");
  return document.root;
}

/** Counts elements that are open at once, before a parser that recurses is asked. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let at = text.indexOf("<");
  while (at !== -1) {
    const behind = behindLiteral(text, at);
    // What has no end is for the parser to tell.
    if (behind === -1) return false;
    if (behind === at) depth += stepAt(text, at);
    if (depth > DEEPEST) return true;
    at = text.indexOf("<", Math.max(behind, at + 1));
  }
  return false;
}

/** Where a comment or CDATA ends, whose tags open nothing: `<![CDATA[one<br>two]]>`; -1 where it has no end. */
function behindLiteral(text: string, at: number): number {
  for (const [opens, closes] of LITERALS) {
    if (!text.startsWith(opens, at)) continue;
    const end = text.indexOf(closes, at + opens.length);
    return end === -1 ? -1 : end + closes.length;
  }
  return at;
}

const LITERALS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
] as const;

/** 1 for a tag that opens, -1 for one that closes, 0 for an empty one, and for declarations. */
function stepAt(text: string, at: number): number {
  // Reads: <a>, </a>, <a/>, <a href="x>y"/>
  const tag = /<(\/)?[^\s<>!?/](?:[^<>"'/]|\/(?!>)|"[^"<]*"|'[^'<]*')*(\/)?>/uy;
  tag.lastIndex = at;
  const [whole, close, empty] = tag.exec(text) ?? [];
  if (whole === undefined || empty !== undefined) return 0;
  return close === undefined ? 1 : -1;
}

/** An element's name without its prefix: publishers choose prefixes as they like. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The elements straight inside one, those of one name where it is given. */
export function childrenOf(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement =>
      node instanceof XmlElement && (name === undefined || localName(node) === name),
  );
}

/** The first element on a path of names, each straight inside the one before; `null` where there is none. */
export function childOf(element: XmlElement, ...path: readonly string[]): XmlElement | null {
  let found: XmlElement | null = element;
  for (const name of path) {
    if (found === null) return null;
    found = childrenOf(found, name)[0] ?? null;
  }
  return found;
}

/** Every element of a name below one, in the document's order. */
export function descendantsOf(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...childrenOf(element)].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (localName(next) === name) found.push(next);
    waiting.push(...[...childrenOf(next)].reverse());
  }
  return found;
}

/** The first element of a name below one; `null` where there is none. */
export function firstOf(element: XmlElement, name: string): XmlElement | null {
  return descendantsOf(element, name)[0] ?? null;
}

/** All the text in an element, its white space folded; `null` where there is none. */
export function textOf(element: XmlElement | null): string | null {
  const text = element?.text.replace(/\s+/gu, " ").trim() ?? "";
  return text === "" ? null : text;
}

/** An attribute by its name without its prefix; `null` where it is missing or blank. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  for (const [key, value] of Object.entries(element?.attributes ?? {})) {
    if (key.slice(key.indexOf(":") + 1) === name && value.trim() !== "") return value.trim();
  }
  return null;
}

/** Says whether a node is text, CDATA included. */
export function isXmlText(node: XmlNode): node is XmlText {
  return node instanceof XmlText;
}
