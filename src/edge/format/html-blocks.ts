import type { Aside } from "#core/article/copy.ts";
import { asideOf, type Place } from "./aside.ts";
import { type DomElement, type DomNode, isElement, isText } from "./dom.ts";

/** One block of a page's text, in reading order. */
export interface Block {
  readonly kind: "text" | "item" | "heading";
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  readonly text: string;
}

/** What a page shows, and what stands in its markup and is no part of the story. */
export interface PageText {
  readonly blocks: readonly Block[];
  readonly asides: readonly Aside[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** Elements that print nothing of the story: captions, menus, scripts, forms, pictures. */
const SILENT = words(
  `aside audio button canvas datalist dialog embed figcaption footer form frame frameset head iframe img input link map menu meta
  nav noscript object optgroup option picture progress script select source style svg template textarea title track video`,
);

/** What was taken back: HTML's `del` and `s`, and what word processors and Markdown strike out. */
const STRUCK = words("del s strike");

const STRUCK_STYLE = /text-decoration(?:-line)?\s*:[^;]*line-through/iu;

/** Silent elements that hold words of a person's, and no controls or addresses. */
const WORDS_BESIDE = words("aside caption dialog figcaption footer form noscript template");

/** Elements that stand on lines of their own. */
const BLOCKS = words(
  `address article blockquote body caption center dd details dir div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hgroup hr html
  legend li main ol p pre section summary table tbody tfoot thead tr ul`,
);

/**
 * Reads the text of a page block by block, without its markup and without what is no story.
 * Walks without recursion, so that no nesting is too deep for it.
 */
export function readBlocks(root: DomElement): readonly Block[] {
  return readAll(root).blocks;
}

/** As `readBlocks`, with what it leaves out: what is hidden, struck out, or stands beside the story. */
export function readAll(root: DomElement): PageText {
  const page = new BlockList();
  let node: DomNode | null = root;
  const open: DomElement[] = [];
  while (node !== null) {
    const inside: DomNode | null = enter(node, page, open);
    if (inside !== null) {
      node = inside;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = open.pop() ?? null;
      if (node !== null && isElement(node)) page.close(node.localName);
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return { blocks: page.finish(), asides: page.asides };
}

/** Takes in one node; the first child when there is something inside to walk. */
function enter(node: DomNode, page: BlockList, open: DomElement[]): DomNode | null {
  if (isText(node)) page.addText(node.textContent ?? "");
  if (!isElement(node)) return null;
  const place = placeBeside(node);
  if (place !== null) page.asides.push(...asideOf(place, linesIn(node)));
  if (place !== null || SILENT.has(node.localName)) return null;
  page.open(node.localName);
  if (node.firstChild === null) {
    page.close(node.localName);
    return null;
  }
  open.push(node);
  return node.firstChild;
}

/** The words of an element that is no part of the story: its blocks are lines, what no reader sees is left out. */
function linesIn(root: DomElement): string {
  const parts: string[] = [];
  const waiting: (DomNode | "\n")[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === "\n") parts.push(next);
    else if (isText(next)) parts.push((next.textContent ?? "").replace(/\s+/gu, " "));
    else if (isElement(next) && !CODE.has(next.localName)) {
      const isLine = BLOCKS.has(next.localName) || LINES.has(next.localName);
      if (isLine) waiting.push("\n");
      const inside: DomNode[] = [];
      for (let child = next.firstChild; child !== null; child = child.nextSibling)
        inside.push(child);
      for (const child of inside.reverse()) waiting.push(child);
      if (isLine) parts.push("\n");
    }
  }
  return parts.join("");
}

const CODE = words("script style svg object select");
/** Beside the elements of a story that stand on lines of their own. */
const LINES = words("aside br dialog figcaption footer form td th label button option nav");

/** Where the words of an element are told to stand that is no part of the story; `null` for one that is, or holds no words. */
function placeBeside(node: DomElement): Place | null {
  const name = node.localName;
  if (STRUCK.has(name) || STRUCK_STYLE.test(node.getAttribute("style") ?? ""))
    return "struck-out text";
  if (WORDS_BESIDE.has(name) && SILENT.has(name)) return "beside the story";
  return !SILENT.has(name) && isHidden(node) ? "hidden text" : null;
}

// Reads the class of what no eye sees: "Opens a new window" behind a link.
const FOR_EARS =
  /(?:^|\s)(?:sr-only|(?:u-|is-|a11y-)?(?:visually|screen-?reader|reader)-?(?:hidden|only|text)|visuallyhidden|screen-reader-text|offscreen|off-screen|assistive-text|element-invisible|hidden-accessible|ui-helper-hidden-accessible|tooltip(?:-?text|__text|-content)?)(?:\s|$)/iu;

/** Says whether an element holds no words of the story, by what pages lose when they are made readable. */
export function isUnseen(element: DomElement): boolean {
  return isForEarsAlone(element) || STRUCK_STYLE.test(element.getAttribute("style") ?? "");
}

/** Says whether an element is read out alone, or shown under the mouse: no part of its sentence. */
function isForEarsAlone(element: DomElement): boolean {
  const isShown = BLOCKS.has(element.localName) && !/^(?:div|p)$/u.test(element.localName);
  if (isShown || element.localName === "body") return false;
  return (
    element.getAttribute("role") === "tooltip" || FOR_EARS.test(element.getAttribute("class") ?? "")
  );
}

function isHidden(element: DomElement): boolean {
  if (element.getAttribute("hidden") !== null || element.getAttribute("aria-hidden") === "true")
    return true;
  if (isForEarsAlone(element)) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute("style") ?? "");
}

/** Gathers text into blocks while the tree is walked. */
class BlockList {
  readonly asides: Aside[] = [];
  readonly #blocks: Block[] = [];
  #text = "";
  #kind: Block["kind"] = "text";
  #level = 0;
  #preformatted = 0;

  addText(text: string): void {
    this.#text += this.#preformatted > 0 ? text : text.replace(/[\s\u200b\u00ad]+/gu, spaceFor);
  }

  open(name: string): void {
    if (name === "br") this.#text += "\n";
    if ((name === "td" || name === "th") && this.#text.trim() !== "") {
      this.#text = `${this.#text.trimEnd()} | `;
    }
    if (name === "pre") this.#preformatted += 1;
    if (!BLOCKS.has(name)) return;
    this.#flush();
    if (name === "li") this.#kind = "item";
    if (/^h[1-6]$/u.test(name)) {
      this.#kind = "heading";
      this.#level = Number(name.slice(1));
    }
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.#flush();
    if (name === "pre") this.#preformatted -= 1;
    // A paragraph in a list item is the item: <li><p>…</p></li>
    if (name === "li" || /^h[1-6]$/u.test(name)) this.#reset();
  }

  finish(): readonly Block[] {
    this.#flush();
    return this.#blocks;
  }

  #flush(): void {
    const text = this.#text;
    this.#text = "";
    const paragraphs = this.#preformatted > 0 ? [text.replace(/^\n+/u, "").trimEnd()] : tidy(text);
    for (const paragraph of paragraphs) {
      if (paragraph !== "")
        this.#blocks.push({ kind: this.#kind, level: this.#level, text: paragraph });
      if (paragraph !== "" && this.#kind === "item") this.#reset();
    }
  }

  #reset(): void {
    this.#kind = "text";
    this.#level = 0;
  }
}

/** Soft hyphens and zero-width spaces print nothing; any other run of white space is one space. */
function spaceFor(run: string): string {
  return /\s/u.test(run) ? " " : "";
}

/** Two line breaks in a row are how old pages part their paragraphs. */
function tidy(text: string): readonly string[] {
  return text.split(/\n[^\S\n]*\n\s*/u).map((paragraph) =>
    paragraph
      .split("\n")
      .map((line) => line.trim().replace(/ {2,}/gu, " "))
      .filter((line) => line !== "")
      .join("\n"),
  );
}

/** Puts blocks together as paragraphs; items that follow each other share one, a line each. */
export function paragraphsOf(blocks: readonly Block[]): readonly string[] {
  const paragraphs: string[] = [];
  let before: Block | null = null;
  for (const block of blocks) {
    const text = block.kind === "item" ? `- ${block.text.replaceAll("\n", " ")}` : block.text;
    const last = paragraphs.at(-1);
    if (block.kind === "item" && before?.kind === "item" && last !== undefined) {
      paragraphs[paragraphs.length - 1] = `${last}\n${text}`;
    } else paragraphs.push(text.replaceAll(/\n{2,}/gu, "\n"));
    before = block;
  }
  return paragraphs;
}
