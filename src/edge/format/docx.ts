import type { Reading } from "#desk/port/copy.ts";
import { type DocumentProperties, readDocument } from "./document.ts";
import { docxAsides, rootIn } from "./docx-asides.ts";
import { type HiddenStyles, hiddenStyles, withoutHidden } from "./docx-hidden.ts";
import { hasTooManyTags, parsePage } from "./dom.ts";
import { readAll } from "./html-blocks.ts";
import { quarantine } from "./quarantine.ts";
import { splitTags } from "./tags.ts";
import { childrenOf, localName } from "./xml-tree.ts";
import type { ZipEntry } from "./zip-file.ts";
import { type PlainEntry, writeZip } from "./zip-writer.ts";

/** No article's document has more XML in it, in bytes. */
const MOST_XML = 6 * 1024 * 1024;
/** mammoth makes several objects of each. */
const MOST_XML_TAGS = 150_000;
/** What the story is made of, and what stands beside it; settings, themes and the data of other programs are left unread. */
const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:core|app|custom)\.xml|word\/(?:_rels\/)?(?!settings|webSettings|fontTable|people)[^/]+\.(?:xml|rels))$/iu;
/** The library that reads the story has no need of them. */
const BESIDE = /^(?:docProps\/(?:app|custom)\.xml|word\/(?:_rels\/)?(?:header|footer)[^/]*)$/iu;
const TOO_LARGE = "This Word document is too large for an article; save the story alone.";
const LESS_THAN = 0x3c;
const ID = "copydesk-";

/** Heading 1 to 6 are headings by mammoth's own rules. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Headline'] => h1:fresh",
  "p[style-name='Subtitle'] => h6.subtitle:fresh",
];

/**
 * A Word document. Tracked deletions, comments, notes, headers, hidden and struck-out text are no part of the story.
 * The library that reads it is handed its XML alone, which has been unpacked within bounds before.
 */
export async function readDocx(entries: readonly ZipEntry[]): Promise<Reading> {
  const xml = entries.filter(({ name }) => PART.test(name));
  if (new Set(xml.map(({ name }) => name)).size !== xml.length)
    return quarantine(
      "This Word document holds two parts of one name; save it anew, or as plain text.",
    );
  if (xml.reduce((sum, { size }) => sum + size, 0) > MOST_XML) return quarantine(TOO_LARGE);
  const parts: PlainEntry[] = [];
  for (const { name, unpack } of xml) {
    const unpacked = await unpack();
    if (!unpacked.ok)
      return quarantine(`This Word document is damaged (${name}); save it anew, or as plain text.`);
    parts.push({ name, bytes: unpacked.bytes });
  }
  return readParts(parts);
}

async function readParts(parts: readonly PlainEntry[]): Promise<Reading> {
  // Word itself never writes one (ECMA-376, part 2, 8.1.4 forbids it).
  if (parts.some(({ bytes }) => Buffer.from(bytes).includes("<!DOCTYPE")))
    return quarantine(
      "This Word document declares entities, as no honest one does; save it anew, or as plain text.",
    );
  if (parts.reduce((sum, { bytes }) => sum + tagsIn(bytes), 0) > MOST_XML_TAGS)
    return quarantine(TOO_LARGE);
  const styles = parts.find(({ name }) => name === "word/styles.xml");
  const hidden = hiddenStyles(styles === undefined ? null : rootIn(styles));
  const asides = docxAsides(parts, hidden);
  const own = parts.filter(({ name }) => !BESIDE.test(name)).map((part) => shownOf(part, hidden));
  const html = await convert(writeZip(own));
  if (hasTooManyTags(html)) return quarantine(TOO_LARGE);
  const page = parsePage(html).documentElement;
  const subtitle = page.querySelector(".subtitle")?.textContent?.trim() ?? "";
  const { blocks: all, asides: struck } = readAll(page);
  const blocks = all.filter(({ level, text }) => !(level === 6 && text === subtitle));
  return readDocument("docx", blocks, {
    ...{ ...properties(parts), asides: [...asides, ...struck] },
    ...(subtitle === "" ? {} : { subheadline: subtitle }),
  });
}

function shownOf({ name, bytes }: PlainEntry, hidden: HiddenStyles): PlainEntry {
  if (!/^word\/document\d*\.xml$/iu.test(name)) return { name, bytes };
  const shown = withoutHidden(new TextDecoder().decode(bytes), hidden);
  return { name, bytes: new TextEncoder().encode(shown) };
}

function tagsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LESS_THAN); at !== -1; at = bytes.indexOf(LESS_THAN, at + 1))
    count += 1;
  return count;
}

async function convert(document: Buffer): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.convertToHtml(
    { buffer: document },
    {
      styleMap: STYLES,
      idPrefix: ID,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
    },
  );
  return withPlainCells(withoutNotes(value));
}

/** Every cell of Word's is a paragraph; without it, the cells of a row stand on one line. */
function withPlainCells(html: string): string {
  return html
    .replaceAll(/(?<cell><t[dh][^<>]*>)<p>/gu, "$<cell>")
    .replaceAll(/<\/p>(?<end><\/t[dh]>)/gu, "$<end>");
}

/** mammoth puts a list of all notes behind the story, and a number where each belongs. */
function withoutNotes(html: string): string {
  const list = new RegExp(`<ol><li id="${ID}(?:foot|end)note-`, "u").exec(html);
  const story = list === null ? html : html.slice(0, list.index);
  return story.replaceAll(
    new RegExp(`<sup><a href="#${ID}(?:foot|end)note-[^"]*"[^<>]*>[^<>]*</a></sup>`, "gu"),
    "",
  );
}

/** Of `docProps/core.xml`; who typed the document and when says nothing of the story. */
function properties(parts: readonly PlainEntry[]): DocumentProperties {
  const core = parts.find(({ name }) => name === "docProps/core.xml");
  if (core === undefined) return { title: null };
  const stated = new Map(
    childrenOf(rootIn(core)).map((child) => [localName(child), child.text.trim()]),
  );
  return { title: stated.get("title") ?? null, tags: splitTags(stated.get("keywords") ?? "") };
}
