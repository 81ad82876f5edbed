import { Readability } from "@mozilla/readability";
import { picturing } from "#core/article/copy.ts";
import { readByline } from "./byline.ts";
import {
  commentsIn,
  type DomDocument,
  type DomElement,
  type DomNode,
  hasTooManyTags,
  isElement,
  parsePage,
} from "./dom.ts";
import { aroundStory, linksOf, pageFields } from "./html-asides.ts";
import { type Block, isUnseen, paragraphsOf, readAll, readBlocks } from "./html-blocks.ts";
import { readPageMeta } from "./html-meta.ts";
import { pagePictures } from "./html-pictures.ts";
import { isPageFurniture } from "./page-furniture.ts";
import { pageTitle, wordsOf } from "./page-title.ts";
import { quarantine } from "./quarantine.ts";
import type { FormatReader } from "./reader.ts";
import { readStory } from "./story.ts";
import { tagged } from "./tags.ts";

// Reads what every page of a site has around its story.
const SITE_PARTS = "nav, aside, form, footer, iframe, button, input, select, body script";
const MARKUP =
  /<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|ul|ol|table|br|span|meta)\b[^<>]*>/giu;

/** Pages and fragments of HTML: the story by Readability, the rest by what the page says of itself. */
export const htmlReader: FormatReader = {
  name: "html",
  recognises({ extension, text }) {
    if (
      /^\s*(?:<\?xml[^<>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu.test(
        text.slice(0, 4096),
      )
    )
      return true;
    if (/^(?:html?|xhtml)$/u.test(extension)) return MARKUP.test(text) || text.includes("<");
    // Markdown may hold HTML too; a file that begins with an element of a page and closes it is one.
    return (
      !isMarkdownName(extension) &&
      /^\s*<(?:article|main|section|div|p|h[1-6]|meta|title)\b[^<>]*>/iu.test(text) &&
      /<\/\w+>/u.test(text)
    );
  },
  read({ text }) {
    if (hasTooManyTags(text)) {
      return quarantine(
        "This page has too many elements to be an article; save the story alone as text, Markdown or HTML.",
      );
    }
    const page = parsePage(text);
    const { fields, tags, titles, sites } = readPageMeta(page);
    const title = pageTitle({
      ...{ stated: titles, sites },
      element: textOf(page.querySelector("title")) || null,
      headings: [...page.querySelectorAll("h1")].map(textOf).filter((text) => text !== ""),
    });
    // Readability takes the page apart: what it shows is read before.
    const whole = readAll(page.documentElement);
    const pictures = pagePictures(page);
    const asides = [...pageFields(page), ...commentsIn(text), ...whole.asides];
    const links = linksOf(page);
    const { blocks, byline } = isPlain(page)
      ? { blocks: whole.blocks, byline: null }
      : readable(page, text);
    const story = withoutTitle(blocks, title).filter((block) => !isPageFurniture(block.text));
    const paragraphs = paragraphsOf(story);
    return readStory("html", paragraphs, {
      ...{ ...fields, title, byline: fields.byline ?? byline },
      ...tagged(tags),
      ...picturing(pictures),
      asides: [...asides, ...aroundStory(paragraphsOf(whole.blocks), links, paragraphs, title)],
    });
  },
};

function isMarkdownName(extension: string): boolean {
  return /^(?:md|markdown|mdown|mkd)$/u.test(extension);
}

/** Takes out what is struck out or for ears alone: Readability drops the attributes that say so, and keeps the words. */
function dropUnseen(page: DomDocument): void {
  for (const element of [...page.querySelectorAll("[class], [role], [style]")]) {
    if (isUnseen(element)) element.remove();
  }
}

/** Copy that was saved as HTML has nothing around the story; Readability would only take from it. */
function isPlain(page: DomDocument): boolean {
  return page.querySelector(SITE_PARTS) === null;
}

function readable(
  page: DomDocument,
  text: string,
): { blocks: readonly Block[]; byline: string | null } {
  dropUnseen(page);
  const options = { serializer: (node: DomNode): DomNode => node, disableJSONLD: true };
  const parsed = new Readability<DomNode>(page, options).parse();
  const content = parsed?.content ?? null;
  const blocks = content !== null && isElement(content) ? readBlocks(content) : [];
  // What it takes for a byline may be a date, or the author of another story: only "By Ann Field" is one.
  const byline = readByline(parsed?.byline?.replace(/\s+/gu, " ").trim() ?? "");
  if (blocks.length > 0) return { blocks, byline };
  // Readability takes nothing here for a story: a very short one, as a rule. It has also taken the page apart.
  const again = parsePage(text);
  const story = again.querySelector("article") ?? again.querySelector("main");
  return { blocks: readBlocks(story ?? again.documentElement), byline };
}

function textOf(element: DomElement | null): string {
  return (element?.textContent ?? "").replace(/\s+/gu, " ").trim();
}

/** The headline is no part of the body, wherever the page repeats it at the top. */
function withoutTitle(blocks: readonly Block[], title: string | null): readonly Block[] {
  if (title === null) return blocks;
  const own = wordsOf(title).join(" ");
  return blocks.filter((block, index) => index > 4 || wordsOf(block.text).join(" ") !== own);
}
