import type { Aside } from "#core/article/copy.ts";
import { asideOf } from "./aside.ts";
import { commentsIn, hasTooManyTags, parsePage } from "./dom.ts";
import { paragraphsOf, readAll } from "./html-blocks.ts";
import { descendantsOf, isXmlText, localName, XmlElement } from "./xml-tree.ts";

/** What NITF calls by names of its own, in HTML's. */
const HTML_NAMES: Readonly<Record<string, string>> = {
  block: "div",
  hl1: "h2",
  hl2: "h2",
  hl3: "h3",
  "body.content": "div",
  q: "span",
  lang: "span",
};

/** What stands in a story's markup and is none of its text: pictures with their captions, notes, credits. */
const ASIDE = new Set([
  "media",
  "fn",
  "note",
  "tagline",
  "bibliography",
  "datasource",
  "custom-table",
]);

/** The paragraphs of a story in XHTML or NITF: lists item by item, tables row by row, sub-heads by themselves. */
export function xmlParagraphs(element: XmlElement): readonly string[] {
  return xmlText(element).paragraphs;
}

/** As `xmlParagraphs`, with the notes that stand in the story's markup. */
export function xmlText(element: XmlElement): MarkedText {
  const { paragraphs, asides } = htmlText(markupOf(element));
  const notes = NOTES.flatMap((name) => descendantsOf(element, name));
  const beside = notes.flatMap((note) =>
    asideOf("beside the story", htmlParagraphs(contentOf(note)).join("\n")),
  );
  return { paragraphs, asides: [...asides, ...beside] };
}

/** Of those that are none of the story's text, what people write; captions say what a picture shows. */
const NOTES = ["fn", "note", "tagline", "bibliography", "datasource"];

/**
 * The paragraphs of a story that stands as HTML in a field of another format.
 * @throws TypeError for more elements than an article can have
 */
export function htmlParagraphs(html: string): readonly string[] {
  return htmlText(html).paragraphs;
}

/** Paragraphs, and what stands in their markup and is none of them. */
export interface MarkedText {
  readonly paragraphs: readonly string[];
  readonly asides: readonly Aside[];
}

/**
 * As `htmlParagraphs`, with what the markup hides, strikes out or comments.
 * @throws TypeError for more elements than an article can have
 */
export function htmlText(html: string): MarkedText {
  if (hasTooManyTags(html)) throw new TypeError("it has more elements than an article can have");
  const { blocks, asides } = readAll(parsePage(`<body>${html}</body>`).documentElement);
  return { paragraphs: paragraphsOf(blocks), asides: [...asides, ...commentsIn(html)] };
}

/** The paragraphs of a story without markup: blank lines part them, or where there are none line ends or indents. */
export function plainParagraphs(text: string): readonly string[] {
  const whole = text.replace(/\r\n?/gu, "\n").trim();
  const apart = /\n\s*\n/u.test(whole)
    ? whole.split(/\n\s*\n/u)
    : whole.split(/\n(?=[ \t]{2,})|\n(?=\S)(?<=[.!?:”"’»)\]]\s*\n)/u);
  return apart.map((part) => part.replace(/\s+/gu, " ").trim()).filter((part) => part !== "");
}

function markupOf(element: XmlElement): string {
  const name = localName(element).toLowerCase();
  if (ASIDE.has(name)) return "";
  const tag = HTML_NAMES[name] ?? name;
  if (!/^[a-z][a-z\d]*$/u.test(tag)) return `<span>${contentOf(element)}</span>`;
  if (tag === "br" || tag === "hr") return `<${tag}>`;
  return `<${tag}>${contentOf(element)}</${tag}>`;
}

function contentOf(element: XmlElement): string {
  return element.children
    .map((node) => {
      if (isXmlText(node)) return escaped(node.text);
      return node instanceof XmlElement ? markupOf(node) : "";
    })
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
