import type { Aside } from "#core/article/copy.ts";
import { asideOf, boxAsides, fieldAside, type Place } from "./aside.ts";
import { type HiddenStyles, hiddenIn } from "./docx-hidden.ts";
import {
  attributeOf,
  childrenOf,
  isXmlText,
  localName,
  readXml,
  type XmlElement,
} from "./xml-tree.ts";
import type { PlainEntry } from "./zip-writer.ts";

/** Parts whose whole text stands beside the story. */
const PARTS: readonly (readonly [pattern: RegExp, place: Place])[] = [
  [/^word\/header\d*\.xml$/iu, "the page header"],
  [/^word\/footer\d*\.xml$/iu, "the page footer"],
  [/^word\/comments\d*\.xml$/iu, "a comment"],
  [/^word\/(?:foot|end)notes\d*\.xml$/iu, "a note"],
];

/**
 * What a Word document holds beside its story. Tracked deletions are not carried: nobody sees them any more.
 * @throws what `readXml` throws for parts that are damaged or nested too deeply
 */
export function docxAsides(parts: readonly PlainEntry[], styles: HiddenStyles): readonly Aside[] {
  return parts.flatMap((part) => {
    const { name } = part;
    const place = PARTS.find(([pattern]) => pattern.test(name))?.[1];
    if (place !== undefined) return asideOf(place, textOf(rootIn(part)));
    if (/^word\/document\d*\.xml$/iu.test(name)) return documentAsides(rootIn(part), styles);
    return /^docProps\/(?:core|app|custom)\.xml$/iu.test(name) ? propertiesOf(rootIn(part)) : [];
  });
}

/** @throws what `readXml` throws */
export function rootIn({ bytes }: Pick<PlainEntry, "bytes">): XmlElement {
  return readXml(new TextDecoder().decode(bytes));
}

/** Boxes, controls, hidden and struck-out text. */
function documentAsides(root: XmlElement, styles: HiddenStyles): readonly Aside[] {
  const found: Aside[] = [];
  walk(root, (element) => {
    const name = localName(element);
    if (name === "txbxContent" || name === "textpath")
      found.push(...asideOf("a text box", textOf(element) + (element.attributes.string ?? "")));
    if (name === "alias" || name === "tag")
      found.push(...asideOf("a content control", attributeOf(element, "val") ?? ""));
    if (name === "docPr")
      found.push(
        ...asideOf("a text box", [element.attributes.title, element.attributes.descr].join("\n")),
      );
    if (name === "tbl") found.push(...boxAsides(rowsOf(element)));
    const place = name === "r" || name === "p" ? hiddenIn(element, styles) : null;
    if (place !== null) found.push(...asideOf(place, textOf(element)));
  });
  return found;
}

/** The words of a table's cells, row by row. */
function rowsOf(table: XmlElement): readonly (readonly string[])[] {
  return childrenOf(table, "tr").map((row) => childrenOf(row, "tc").map(textOf));
}

/** Word's own properties by their elements' names, a custom one by the name that its author gave it. */
function propertiesOf(root: XmlElement): readonly Aside[] {
  return childrenOf(root).flatMap((property) =>
    fieldAside(
      "the document's properties",
      property.attributes.name ?? localName(property),
      property.text,
    ),
  );
}

/** Visits an element and all below it, in the document's order, without recursion. */
function walk(root: XmlElement, visit: (element: XmlElement) => void): void {
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visit(next);
    for (const child of childrenOf(next).toReversed()) {
      if (!GONE.has(localName(child))) waiting.push(child);
    }
  }
}

/** What was deleted or moved away. */
const GONE = new Set(["del", "moveFrom", "delText", "instrText", "delInstrText"]);

/** The words below an element, its paragraphs on lines of their own. */
function textOf(root: XmlElement): string {
  const parts: string[] = [];
  walk(root, (element) => {
    const name = localName(element);
    if (name === "t")
      parts.push(...element.children.map((node) => (isXmlText(node) ? node.text : "")));
    if (name === "p") parts.push("\n");
    if (name === "tab" || name === "br" || name === "cr") parts.push(" ");
  });
  return parts.join("");
}
