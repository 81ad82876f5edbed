import { crc32 } from "node:zlib";

/** One file of an archive to write. */
export interface PlainEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAME = 0x0800;

/** Writes a zip archive whose files are stored as they are (APPNOTE.TXT, 4.3). */
export function writeZip(entries: readonly PlainEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const shared = sharedFields(name, bytes);
    const local = Buffer.concat([words(LOCAL), shared, Buffer.from(name), bytes]);
    const central = Buffer.concat([
      words(CENTRAL),
      halves(VERSION),
      shared,
      halves(0, 0, 0),
      words(0, offset),
      Buffer.from(name),
    ]);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.concat([
    words(END),
    halves(0, 0, entries.length, entries.length),
    words(size, offset),
    halves(0),
  ]);
  return Buffer.concat([...parts, ...directory, end]);
}

/** The fields that a file has before its bytes and in the directory: version to name's length. */
function sharedFields(name: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    halves(VERSION, UTF8_NAME, 0, 0, 0),
    words(crc32(bytes), bytes.length, bytes.length),
    halves(Buffer.byteLength(name), 0),
  ]);
}

function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, index * 4);
  return buffer;
}

function halves(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2);
  return buffer;
}
