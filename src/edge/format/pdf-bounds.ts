import { inflateSync } from "node:zlib";

const MEGABYTE = 1024 * 1024;
/** What the pages and tables of an article may unpack to in all, in bytes. */
const MOST_CONTENT = 4 * MEGABYTE;
/** What its fonts may; one of Chinese alone has ten million. */
const MOST_FONTS = 32 * MEGABYTE;
const MOST_STREAMS = 5000;
const DEEPEST = 500;
/** A PDF's dictionary stands before its stream; those of streams are short. */
const DICTIONARY = 1024;

/** A font program states its own length, or its kind (PDF 1.7, table 127). */
const FONT = /\/Length1\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b/u;

/**
 * Says whether the streams of a PDF unpack to more than those of any article. pdf.js unpacks what it is
 * given without a bound. Pictures are left out, since no picture is unpacked to read a text.
 */
export function unpacksTooFar(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const left = { content: MOST_CONTENT, fonts: MOST_FONTS };
  let streams = 0;
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
    if (file.subarray(Math.max(0, at - 3), at).equals(Buffer.from("end"))) continue;
    streams += 1;
    if (streams > MOST_STREAMS) return true;
    const head = file.subarray(Math.max(0, at - DICTIONARY), at).toString("latin1");
    const dictionary = head.slice(Math.max(0, head.lastIndexOf(" obj")));
    if (/\/Subtype\s*\/Image\b/u.test(dictionary)) continue;
    // Two packings, one in the other, are only there to hide what comes out.
    if ((dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/gu)?.length ?? 0) > 1) return true;
    const kind = FONT.test(dictionary) ? "fonts" : "content";
    const isPacked = /\/(?:FlateDecode|Fl)\b/u.test(dictionary);
    const raw = streamAt(file, at);
    const unpacked = isPacked ? unpack(raw, left[kind]) : raw;
    if (unpacked === null || unpacked.length > left[kind] || isTooDeep(unpacked)) return true;
    left[kind] -= unpacked.length;
  }
  return false;
}

function streamAt(file: Buffer, keyword: number): Buffer {
  let start = keyword + "stream".length;
  if (file[start] === 0x0d) start += 1;
  if (file[start] === 0x0a) start += 1;
  const end = file.indexOf("endstream", start);
  return file.subarray(start, end === -1 ? file.length : end);
}

/** `null` where it is more than `most`; empty for what does not unpack, since pdf.js makes nothing of it either. */
function unpack(stream: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(stream, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) return null;
    if (error instanceof Error && "code" in error) return Buffer.alloc(0);
    throw error;
  }
}

/** pdf.js takes minutes for a hundred thousand states saved in each other; the standard allows 28 (PDF 1.7, annex C). */
function isTooDeep(content: Buffer): boolean {
  return deepestIn(content.toString("latin1")) > DEEPEST;
}

function deepestIn(content: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [operator] of content.matchAll(/(?<![^\s\])>}])[qQ](?![^\s[(<{/])/gu)) {
    depth = Math.max(0, depth + (operator === "q" ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
