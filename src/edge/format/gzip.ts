import { gunzipSync } from "node:zlib";
import { nameAside, withAsides } from "./aside.ts";
import { quarantine } from "./quarantine.ts";
import type { BinaryReader, RawFile } from "./reader.ts";

/** What one file may unpack to, in bytes. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
/** Bytes before the optional fields (RFC 1952, 2.3). */
const HEADER = 10;

/** One file, packed: it is read as if it lay in the folder itself. */
export const gzipReader: BinaryReader = {
  name: "gzip",
  recognises: ({ bytes: [first, second] }) => first === 0x1f && second === 0x8b,
  async read(file, readInner) {
    const unpacked = unpack(file.bytes);
    if (typeof unpacked === "string") return quarantine(unpacked);
    const stored = storedName(file.bytes) ?? "";
    return withAsides(
      await readInner(innerName(file), unpacked),
      nameAside("a name in the archive", stored),
    );
  },
};

function unpack(bytes: Uint8Array): Uint8Array | string {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch (error) {
    if (codeOf(error) === "ERR_BUFFER_TOO_LARGE")
      return "The file unpacks to more than 64 MB; put the story alone into the folder.";
    if (codeOf(error) === "Z_BUF_ERROR")
      return "The gzip archive was cut off on its way; send it again.";
    if (codeOf(error).startsWith("Z_")) return "The gzip archive is damaged; send it again.";
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The name that it had before it was packed; else its name without `.gz`. */
function innerName({ name, bytes }: RawFile): string {
  const own = name.replace(/\.tgz$/iu, ".tar").replace(/\.gz$/iu, "");
  // A name in the folder says more than the one that a program packed: a mail server's "tmp8842.gz" is no name.
  if (own !== name && own.includes(".")) return own;
  return storedName(bytes) ?? own;
}

function storedName(bytes: Uint8Array): string | null {
  const flags = bytes[3] ?? 0;
  if ((flags & HAS_NAME) === 0) return null;
  const [low = 0, high = 0] = bytes.subarray(HEADER, HEADER + 2);
  const start = (flags & HAS_EXTRA) === 0 ? HEADER : HEADER + 2 + low + high * 256;
  const end = bytes.indexOf(0, start);
  if (end === -1 || end - start > 255) return null;
  const stored = Buffer.from(bytes.subarray(start, end)).toString("latin1");
  const base = stored.slice(Math.max(stored.lastIndexOf("/"), stored.lastIndexOf("\\")) + 1);
  return base === "" ? null : base;
}
