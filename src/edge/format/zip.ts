import type { Aside } from "#core/article/copy.ts";
import type { Reading } from "#desk/port/copy.ts";
import { asideOf, besides, nameAside, withAsides } from "./aside.ts";
import { readDocx } from "./docx.ts";
import { readOdt } from "./odt.ts";
import { printable } from "./parts.ts";
import { quarantine } from "./quarantine.ts";
import type { BinaryReader, ReadInner } from "./reader.ts";
import { type Companion, companionOf, storiesTogether } from "./together.ts";
import { openZip, type Unpacked, type ZipEntry } from "./zip-file.ts";

/** Zip archives: Word and OpenDocument texts, and folders of files that each have a reader. */
export const zipReader: BinaryReader = {
  name: "zip",
  recognises: ({ bytes: [first, second, third, fourth] }) =>
    first === 0x50 &&
    second === 0x4b &&
    ((third === 3 && fourth === 4) || (third === 5 && fourth === 6)),
  async read({ bytes }, readInner) {
    const zip = await openZip(bytes);
    if (!zip.ok) return quarantine(zip.reason);
    const names = new Set(zip.entries.map(({ name }) => name));
    if (names.has("[Content_Types].xml")) return readOffice(zip.entries, names);
    if (names.has("mimetype")) return readByMimeType(zip.entries);
    if (names.has("Index/Document.iwa")) return notRead("a Pages document");
    return withAsides(
      await readFolder(zip.entries, readInner),
      asideOf("the comment of the archive", zip.comment),
    );
  },
};

const notRead = (kind: string): Reading =>
  quarantine(`This is ${kind}, which is not read; save its text as plain text, Markdown or HTML.`);

/** Office Open XML says by its folders what it is (ECMA-376, part 2). */
function readOffice(entries: readonly ZipEntry[], names: ReadonlySet<string>): Promise<Reading> {
  const folders = new Set([...names].map((name) => name.split("/", 1)[0]));
  if (folders.has("word")) return readDocx(entries);
  if (folders.has("xl")) return Promise.resolve(notRead("an Excel workbook"));
  if (folders.has("ppt")) return Promise.resolve(notRead("a PowerPoint file"));
  return Promise.resolve(notRead("an Office file"));
}

/** OpenDocument and EPUB state their kind in a file of this name (OpenDocument 1.3, part 2, 3.3). */
async function readByMimeType(entries: readonly ZipEntry[]): Promise<Reading> {
  const entry = entries.find(({ name, size }) => name === "mimetype" && size < 200);
  const unpacked = await (entry?.unpack() ?? null);
  const kind = unpacked?.ok === true ? new TextDecoder().decode(unpacked.bytes).trim() : "";
  if (/^application\/vnd\.oasis\.opendocument\.text(?:-template)?$/u.test(kind))
    return readOdt(entries);
  return notRead(kind.includes("epub") ? "an e-book" : "an OpenDocument file that is no text");
}

/** What archive programs and file managers put in for themselves: __MACOSX/._a.txt, .DS_Store, ~$story.docx. */
const FOREIGN = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|~\$|(?:thumbs\.db|desktop\.ini)$)/iu;

async function readFolder(entries: readonly ZipEntry[], readInner: ReadInner): Promise<Reading> {
  const own = entries.filter(({ name }) => !FOREIGN.test(name));
  const count = new Map<string, number>();
  for (const { name } of own) count.set(name, (count.get(name) ?? 0) + 1);
  const companions: Companion[] = [];
  for (const entry of own) {
    const times = count.get(entry.name) ?? 0;
    // Programs disagree on which of two files of one name is the right one.
    if (times === 1) companions.push(await readEntry(entry, readInner));
    if (times > 1) companions.push(refused(entry, TWICE));
    count.set(entry.name, times > 1 ? 0 : times);
  }
  const names = namesIn(own);
  const stories = storiesTogether(companions).map((story) => besides(story, names));
  if (stories.length > 0) return { ok: true, stories };
  return quarantine("The archive holds no story; pack the stories anew.");
}

/** The names of files and folders speak for all in the archive. */
function namesIn(entries: readonly ZipEntry[]): readonly Aside[] {
  const names = new Set(entries.flatMap(({ name }) => name.split(/[/\\]/u)));
  const telling = [...names].flatMap((name) => nameAside("a name in the archive", name));
  return asideOf("a name in the archive", telling.map(({ text }) => text).join("\n"));
}

const TWICE =
  "The archive holds two files of this name, and nobody can say which is right; pack it anew.";

function refused({ name }: ZipEntry, reason: string): Companion {
  return { name: printable(name), reading: quarantine(reason), note: "" };
}

async function readEntry(entry: ZipEntry, readInner: ReadInner): Promise<Companion> {
  const unpacked: Unpacked = await entry.unpack();
  if (!unpacked.ok) return refused(entry, unpacked.reason);
  const base = entry.name.slice(entry.name.lastIndexOf("/") + 1);
  return companionOf(printable(entry.name), unpacked.bytes, await readInner(base, unpacked.bytes));
}
