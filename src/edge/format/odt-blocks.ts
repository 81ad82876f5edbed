import { XmlElement, type XmlNode, XmlText } from "@rgrove/parse-xml";
import type { Block } from "./html-blocks.ts";
import { findElement, type Styles, styleOf } from "./odt-styles.ts";

/** Elements whose text is none of the story: notes, comments, what was deleted, captions, lists of contents. */
const SILENT = new Set(
  `text:note office:annotation office:annotation-end text:tracked-changes text:table-of-content text:alphabetical-index text:illustration-index text:table-index
  text:object-index text:user-index text:bibliography text:hidden-text text:hidden-paragraph text:sequence-decls text:variable-decls text:user-field-decls
  text:ruby-text draw:frame draw:object draw:custom-shape draw:line office:forms office:scripts text:page-number text:page-count text:meta-field-decls
  text:conditional-text text:script`.split(/\s+/u),
);
const MOST_SPACES = 8;

/** What is still to be read: a node, or what stands where an element ends. */
type Step = XmlNode | { readonly ends: XmlElement };

/** Reads the text of an OpenDocument block by block; walks without recursion, so that no nesting is too deep for it. */
export function readOdtBlocks(document: XmlElement, known: Styles): readonly Block[] {
  const body = findElement(document, "office:text");
  const blocks: Block[] = [];
  const open = { text: "", items: 0 };
  const steps: Step[] = body === null ? [] : [body];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step instanceof XmlText) open.text += step.text.replace(/\s+/gu, " ");
    else if (step instanceof XmlElement) {
      if (SILENT.has(step.name) || known.hidden.has(styleOf(step))) continue;
      open.text += textOfElement(step);
      if (step.name === "text:list-item") open.items += 1;
      steps.push({ ends: step });
      for (const child of step.children.toReversed()) steps.push(child);
    } else if ("ends" in step) close(step.ends, known, open, blocks);
  }
  return blocks;
}

function textOfElement({ name, attributes }: XmlElement): string {
  if (name === "text:line-break") return "\n";
  if (name === "text:tab") return " ";
  // Reads: <text:s text:c="3"/>
  if (name === "text:s")
    return " ".repeat(Math.min(MOST_SPACES, Number(attributes["text:c"] ?? 1) || 1));
  return "";
}

function close(
  element: XmlElement,
  { titles }: Styles,
  open: { text: string; items: number },
  blocks: Block[],
): void {
  if (element.name === "text:list-item") open.items -= 1;
  if (element.name === "table:table-cell") markCell(open);
  const isParagraph = element.name === "text:p" || element.name === "text:h";
  const isRow = element.name === "table:table-row";
  if (!isParagraph && !isRow) return;
  if (isParagraph && isInCell(element)) {
    open.text += " ";
    return;
  }
  const text = open.text
    .replace(/ {2,}/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/(?<![\s|])[\s|]+$/u, "")
    .trim();
  open.text = "";
  if (text === "") return;
  const isTitle = titles.has(styleOf(element));
  const level = isTitle ? 1 : element.name === "text:h" ? levelOf(element) : 0;
  const kind = level > 0 ? "heading" : open.items > 0 ? "item" : "text";
  blocks.push({ kind, level, text });
}

function markCell(open: { text: string }): void {
  if (open.text.trim() !== "") open.text = `${open.text.trim()} | `;
}

/** The paragraphs of a cell stand with its row. */
function isInCell({ parent }: XmlElement): boolean {
  return parent instanceof XmlElement && parent.name === "table:table-cell";
}

function levelOf({ attributes }: XmlElement): number {
  return Math.min(6, Math.max(1, Number(attributes["text:outline-level"] ?? 1) || 1));
}
