import { XmlElement, XmlText } from "@rgrove/parse-xml";
import type { Aside } from "#core/article/copy.ts";
import { asideOf, boxAsides, fieldAside, type Place } from "./aside.ts";
import { type HiddenStyles, styleOf } from "./odt-styles.ts";

/** Elements whose whole text stands beside the story (OpenDocument 1.3, part 3). */
const PLACES: Readonly<Record<string, Place>> = {
  "style:header": "the page header",
  "style:header-left": "the page header",
  "style:header-first": "the page header",
  "style:footer": "the page footer",
  "style:footer-left": "the page footer",
  "style:footer-first": "the page footer",
  "office:annotation": "a comment",
  "text:note": "a note",
  "draw:frame": "a text box",
  "draw:custom-shape": "a text box",
  "draw:rect": "a text box",
  "text:hidden-text": "hidden text",
  "text:hidden-paragraph": "hidden text",
  "text:conditional-text": "hidden text",
};

/** What an OpenDocument holds beside its story; what was deleted under tracking is not carried. */
export function odtAsides(
  roots: readonly (XmlElement | null)[],
  hidden: HiddenStyles,
): readonly Aside[] {
  const found: Aside[] = [];
  for (const root of roots) {
    if (root === null) continue;
    walk(root, (element) => {
      const { name, attributes } = element;
      const place = PLACES[name] ?? hidden.get(styleOf(element));
      if (place !== undefined)
        found.push(
          ...asideOf(place, `${textOf(element)}\n${attributes["text:string-value"] ?? ""}`),
        );
      if (name === "table:table") found.push(...boxAsides(rowsOf(element)));
      if (name === "text:user-field-decl")
        found.push(
          ...fieldAside(
            PROPERTIES,
            attributes["text:name"] ?? "",
            attributes["office:string-value"],
          ),
        );
    });
  }
  return found;
}

/** The words of a table's cells, row by row; header rows stand in an element of their own. */
function rowsOf(table: XmlElement): readonly (readonly string[])[] {
  return elementsIn(table)
    .flatMap((part) => (part.name === "table:table-row" ? [part] : elementsIn(part)))
    .map((row) => elementsIn(row).map(textOf));
}

const PROPERTIES: Place = "the document's properties";

/** `meta.xml`: its own fields by their elements' names, a user's by the name that the user gave it. */
export function odtProperties(meta: XmlElement | null): readonly Aside[] {
  const all = meta === null ? [] : elementsIn(meta).flatMap(elementsIn);
  return all.flatMap((field) =>
    fieldAside(
      PROPERTIES,
      field.attributes["meta:name"] ?? field.name.replace(/^.*:/u, ""),
      field.text,
    ),
  );
}

function walk(root: XmlElement, visit: (element: XmlElement) => void): void {
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === "text:tracked-changes") continue;
    visit(next);
    for (const child of elementsIn(next).toReversed()) waiting.push(child);
  }
}

function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** The words below an element, a paragraph a line. */
function textOf(root: XmlElement): string {
  const parts: string[] = [];
  const waiting: (XmlElement["children"][number] | "\n")[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === "\n") parts.push(next);
    else if (next instanceof XmlText) parts.push(next.text);
    else if (next instanceof XmlElement) {
      if (/^(?:text:(?:s|tab|line-break))$/u.test(next.name)) parts.push(" ");
      if (next.name === "text:p" || next.name === "text:h") waiting.push("\n");
      for (const child of next.children.toReversed()) waiting.push(child);
    }
  }
  return parts.join("");
}
