import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName } from "yauzl";

const MEGABYTE = 1024 * 1024;
/** What an archive may hold in all, unpacked, in bytes. */
const MOST_UNPACKED = 64 * MEGABYTE;
const MOST_ENTRIES = 5000;
/** Text packs to a tenth, a page of tables to a fiftieth; what packs better than this is made of one byte. */
const HIGHEST_RATIO = 200;
/** Small files may pack as well as they like. */
const SMALL = MEGABYTE;

/** Bytes out of an archive, or a sentence for the editor. */
export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** A file in an archive; folders are none. */
export interface ZipEntry {
  readonly name: string;
  /** In bytes, as the archive declares it; `unpack` holds it to that. */
  readonly size: number;
  /** Unpacks it, and gives a reason where it cannot be trusted or is damaged. */
  unpack(): Promise<Unpacked>;
}

/** What an archive lists, or why it is not opened. */
export type Zip =
  | {
      readonly ok: true;
      readonly entries: readonly ZipEntry[];
      /** What the archive says of itself (APPNOTE.TXT 4.3.16); empty where it says nothing. */
      readonly comment: string;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Opens a zip archive within the bounds of one file: so many entries, so many bytes, and none that
 * unpacks to more than it declares. An archive without its directory was cut off, and is not opened.
 */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  try {
    return await listEntries(bytes);
  } catch (error) {
    // yauzl throws plain errors for whatever is wrong with an archive.
    const fault = error instanceof Error ? error.message : String(error);
    return refused(
      `The archive is damaged or was cut off on its way (${fault.slice(0, 120)}); send it again.`,
    );
  }
}

async function listEntries(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, { decodeStrings: false });
  if (zip.entryCount > MOST_ENTRIES)
    return refused("The archive holds more than 5,000 files; split it into smaller ones.");
  const entries: ZipEntry[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    if (total > MOST_UNPACKED)
      return refused(
        "The archive unpacks to more than 64 MB; put the stories alone into the folder.",
      );
    const name = nameOf(entry);
    if (name.endsWith("/")) continue;
    const fault = faultOf(entry, name);
    const read = async (): Promise<Uint8Array> =>
      readAll(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
    entries.push({
      name,
      size: entry.uncompressedSize,
      unpack: () => (fault === null ? unpack(entry, read) : Promise.resolve(refused(fault))),
    });
  }
  // With `decodeStrings: false` it comes as bytes, whatever its type says.
  return { ok: true, entries, comment: Buffer.from(zip.comment).toString("utf8") };
}

async function unpack(entry: Entry, read: () => Promise<Uint8Array>): Promise<Unpacked> {
  try {
    const bytes = await read();
    if (crc32(bytes) === entry.crc32) return { ok: true, bytes };
    return refused("It is damaged: its checksum does not fit; send the archive again.");
  } catch (error) {
    // zlib and yauzl throw plain errors: for damage, and for more or fewer bytes than declared.
    const fault = error instanceof Error ? error.message : String(error);
    return refused(`It cannot be unpacked (${fault.slice(0, 120)}); send the archive again.`);
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const chunk of stream) {
    // yauzl ends a stream with an error before it grows beyond the declared size.
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes;
}

/** Many programs write UTF-8 without the flag that says so (APPNOTE.TXT 4.4.4, bit 11). */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
  }
}

const SYMLINK = 0o12;
const UNIX = 3;

/** Why an entry is not unpacked, whatever it holds; `null` where nothing speaks against it. */
function faultOf(entry: Entry, name: string): string | null {
  if (name === "" || validateFileName(name) !== null || /\p{Cc}/u.test(name)) {
    return "Its name points out of the archive or is none, as no honest one does; pack it anew under a plain name.";
  }
  const isUnix = entry.versionMadeBy >> 8 === UNIX;
  if (isUnix && entry.externalFileAttributes >>> 28 === SYMLINK)
    return "It is a link to another file; pack the file itself.";
  if (entry.isEncrypted())
    return "It is locked with a password; pack it without one, or save it as plain text.";
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return "It is packed in a way that is not read; pack it as an ordinary zip.";
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > SMALL && ratio > HIGHEST_RATIO)
    return "It unpacks to more than two hundred times its size, as no story does; put the story itself into the folder.";
  return null;
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
