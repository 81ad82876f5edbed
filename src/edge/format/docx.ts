import { parseXml, XmlElement } from "@rgrove/parse-xml";
import type { Reading } from "#desk/port.ts";
import { type DocumentProperties, readDocument } from "./document.ts";
import { hasTooManyTags, parsePage } from "./dom.ts";
import { readBlocks } from "./html-blocks.ts";
import { quarantine } from "./quarantine.ts";
import { splitTags } from "./tags.ts";
import type { ZipEntry } from "./zip-file.ts";
import { type PlainEntry, writeZip } from "./zip-writer.ts";

/** No article's document has more XML in it, in bytes. */
const MOST_XML = 6 * 1024 * 1024;
/** mammoth makes several objects of each. */
const MOST_XML_TAGS = 150_000;
/** What the story is made of; settings, themes and the data of other programs are left unread. */
const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?(?!settings|webSettings|fontTable|header|footer|people)[^/]+\.(?:xml|rels))$/iu;
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
 * A Word document. Tracked deletions, comments, notes, headers and hidden text are no part of the story.
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
  const plain = parts.map(withoutHidden);
  // Word itself never writes one (ECMA-376, part 2, 8.1.4 forbids it).
  if (plain.some(({ bytes }) => Buffer.from(bytes).includes("<!DOCTYPE")))
    return quarantine(
      "This Word document declares entities, as no honest one does; save it anew, or as plain text.",
    );
  if (plain.reduce((sum, { bytes }) => sum + tagsIn(bytes), 0) > MOST_XML_TAGS)
    return quarantine(TOO_LARGE);
  const html = await convert(writeZip(plain));
  if (hasTooManyTags(html)) return quarantine(TOO_LARGE);
  const page = parsePage(html).documentElement;
  const subtitle = page.querySelector(".subtitle")?.textContent?.trim() ?? "";
  const blocks = readBlocks(page).filter(({ level, text }) => !(level === 6 && text === subtitle));
  return readDocument("docx", blocks, {
    ...properties(plain),
    ...(subtitle === "" ? {} : { subheadline: subtitle }),
  });
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

// Reads a run, which holds no other one but in a picture: <w:r …>…</w:r>
const RUN = /<w:r(?:\s[^<>]*)?>(?:(?!<w:r[\s>])[\s\S])*?<\/w:r>/gu;
const HIDDEN = /<w:(?:vanish|specVanish|webHidden)(?:\s+w:val="(?:1|true|on)")?\s*\/>/u;

/** mammoth reads hidden text as if it could be seen. */
function withoutHidden({ name, bytes }: PlainEntry): PlainEntry {
  if (!/^word\/document\d*\.xml$/u.test(name)) return { name, bytes };
  const xml = new TextDecoder().decode(bytes);
  if (!HIDDEN.test(xml)) return { name, bytes };
  const shown = xml.replaceAll(RUN, (run) => (HIDDEN.test(run) ? "" : run));
  return { name, bytes: new TextEncoder().encode(shown) };
}

/** Of `docProps/core.xml`; who typed the document and when says nothing of the story. */
function properties(parts: readonly PlainEntry[]): DocumentProperties {
  const core = parts.find(({ name }) => name === "docProps/core.xml");
  if (core === undefined) return { title: null };
  const { root } = parseXml(new TextDecoder().decode(core.bytes));
  const stated = new Map<string, string>();
  for (const child of root?.children ?? []) {
    if (child instanceof XmlElement) stated.set(child.name.replace(/^.*:/u, ""), child.text.trim());
  }
  return { title: stated.get("title") ?? null, tags: splitTags(stated.get("keywords") ?? "") };
}
