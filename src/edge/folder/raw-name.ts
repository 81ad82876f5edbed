/**
 * Names that are not UTF-8, as Linux allows them. Node has no text for such bytes: here each stands as
 * a lone surrogate, U+DC80 to U+DCFF, as in Python (PEP 383), so that the name of the file can be made
 * of it again. People read `caf\xE9.txt`.
 */
const RAW = /[\udc80-\udcff]/u;
const EACH_RAW = /[\udc80-\udcff]/gu;
const ESCAPED = /\\x(?<byte>[89A-F][0-9A-F])/gu;
const FIRST = 0xdc00;

/** The name that the system gives, as text. */
export function decodeName(name: Uint8Array): string {
  const bytes = Buffer.from(name);
  const text = bytes.toString();
  if (!text.includes("\ufffd") || Buffer.from(text).equals(bytes)) return text;
  let decoded = "";
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    const part = bytes.subarray(at, at + length);
    const isWhole = length > 0 && Buffer.from(part.toString()).equals(part);
    decoded += isWhole ? part.toString() : String.fromCharCode(FIRST + (bytes[at] ?? 0));
    at += isWhole ? length : 1;
  }
  return decoded;
}

/** How many bytes the character is long that begins so; 0 where none does. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** A path as the file system takes it. */
export function fsPath(file: string): string | Buffer {
  if (!RAW.test(file)) return file;
  const parts = Array.from(file, (letter) =>
    RAW.test(letter) ? Buffer.from([letter.charCodeAt(0) - FIRST]) : Buffer.from(letter),
  );
  return Buffer.concat(parts);
}

/** A path as people read and type it: `caf\xE9.txt`. */
export function escapeRaw(path: string): string {
  if (!RAW.test(path)) return path;
  return path.replace(EACH_RAW, (letter) => {
    const byte = letter.charCodeAt(0) - FIRST;
    return `\\x${byte.toString(16).toUpperCase()}`;
  });
}

/** The path that may be meant by one that people read: a name may have a backslash of its own. */
export function unescapeRaw(path: string): string {
  return path.replace(ESCAPED, (_, byte: string) =>
    String.fromCharCode(FIRST + Number.parseInt(byte, 16)),
  );
}
