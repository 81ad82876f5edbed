import { parseXml, XmlElement } from "@rgrove/parse-xml";
import type { Reading } from "#desk/port/copy.ts";
import { readDocument } from "./document.ts";
import { odtAsides, odtProperties } from "./odt-asides.ts";
import { readOdtBlocks } from "./odt-blocks.ts";
import { readStyles } from "./odt-styles.ts";
import { quarantine } from "./quarantine.ts";
import type { ZipEntry } from "./zip-file.ts";

/** No article's document has more XML in one part, in bytes. */
const MOST_XML = 6 * 1024 * 1024;

/** An OpenDocument text. Tracked deletions, comments, notes, headers, hidden and struck-out text are no part of the story. */
export async function readOdt(entries: readonly ZipEntry[]): Promise<Reading> {
  const manifest = await readPart(entries, "META-INF/manifest.xml");
  if (manifest?.includes("encryption-data") === true)
    return quarantine("This OpenDocument text is locked with a password; save it without one.");
  const content = await readPart(entries, "content.xml");
  const [document, styles, meta] = [
    rootOf(content),
    rootOf(await readPart(entries, "styles.xml")),
    rootOf(await readPart(entries, "meta.xml")),
  ];
  if (document === null)
    return quarantine(
      "This OpenDocument text holds no text that can be read; save it anew, or as plain text.",
    );
  const known = readStyles([document, ...(styles === null ? [] : [styles])]);
  const blocks = readOdtBlocks(document, known);
  return readDocument("odt", blocks, {
    asides: [...odtAsides([document, styles], known.hidden), ...odtProperties(meta)],
    title: textsOf(meta, "dc:title")[0] ?? null,
    tags: textsOf(meta, "meta:keyword"),
  });
}

/** `null` where the part is missing, doubled, damaged or too large. */
async function readPart(entries: readonly ZipEntry[], part: string): Promise<string | null> {
  const [entry, another] = entries.filter(({ name }) => name === part);
  if (entry === undefined || another !== undefined || entry.size > MOST_XML) return null;
  const unpacked = await entry.unpack();
  return unpacked.ok ? new TextDecoder().decode(unpacked.bytes) : null;
}

/** No entity of a document type is read: an OpenDocument has none. */
function rootOf(xml: string | null): XmlElement | null {
  return xml === null ? null : parseXml(xml.trim()).root;
}

function textsOf(meta: XmlElement | null, name: string): readonly string[] {
  const inside = (meta?.children ?? []).filter((child) => child instanceof XmlElement);
  return inside
    .flatMap(({ children }) => children)
    .filter((child) => child instanceof XmlElement)
    .filter((child) => child.name === name && child.text.trim() !== "")
    .map(({ text }) => text.trim());
}
