import { detectCharset } from "./detect-charset.ts";
import { decodeMixed } from "./mixed-encoding.ts";
import { repairMojibake } from "./mojibake.ts";

/** A text, or why the bytes are none. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const NO_TEXT =
  "This is not a text file: it holds bytes that no text has. Save the story as plain text, Markdown or HTML.";
const CUT_OFF =
  "The file ends in the middle of a character, so it was cut off on its way; send it again.";

/** How much of a file says whether it is UTF-16 without a byte-order mark. */
const SAMPLE = 4096;
/** How much of a page may stand before it names its character set (HTML Standard, "Determining the character encoding"). */
const DECLARATION = 1024;

/**
 * Reads bytes as text: by the byte-order mark, else as UTF-16 where every other byte is zero, else as
 * UTF-8, else by the character set that an HTML page or XML declares, else by the one that it reads best in.
 * UTF-8 that was once read as windows-1252 is repaired where that is certain.
 *
 * Line ends come out as `\n`, and control characters that mean nothing in print are left out.
 */
export function decode(bytes: Uint8Array): Decoded {
  const text = decodeMarked(bytes) ?? decodeUtf16(bytes);
  if (text !== null) return checked(text);
  // A zero byte is no character of any eight-bit text.
  if (bytes.includes(0)) return { ok: false, reason: NO_TEXT };
  const utf8 = decodeAs("utf-8", bytes);
  if (utf8 !== null) return checked(utf8);
  if (endsInsideCharacter(bytes)) return { ok: false, reason: CUT_OFF };
  const label = declared(bytes);
  return checked(
    (label === null ? null : decodeAs(label, bytes)) ??
      decodeMixed(bytes) ??
      new TextDecoder(detectCharset(bytes)).decode(bytes),
  );
}

function decodeMarked(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return (
      decodeAs("utf-8", bytes) ??
      decodeMixed(bytes) ??
      new TextDecoder("windows-1252").decode(bytes)
    );
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes);
  return null;
}

/** Text in UTF-16 has a zero in one half of its characters, and never in the other: Western text in nearly all of them. */
function decodeUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 2 / 3;
  if (odd > 0 && even === 0) return plausible(decodeAs("utf-16le", bytes), odd > most);
  if (even > 0 && odd === 0) return plausible(decodeAs("utf-16be", bytes), even > most);
  return null;
}

/** In other scripts only spaces and line ends have the zero: then what comes out must be text. */
function plausible(text: string | null, isCertain: boolean): string | null {
  if (text === null || isCertain) return text;
  const sample = [...text.slice(0, SAMPLE / 2)];
  const readable = sample.filter((character) => /[\p{L}\p{M}\p{N}\p{P}\p{S}\s]/u.test(character));
  return readable.length >= sample.length * 0.97 ? text : null;
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    // RangeError: no such character set. TypeError: bytes that it does not have. Either is an answer.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The UTF-8 of a file that ends one to three bytes too early is right up to there. */
function endsInsideCharacter(bytes: Uint8Array): boolean {
  for (const missing of [1, 2, 3]) {
    const whole = bytes.subarray(0, -missing);
    const lead = bytes[bytes.length - missing] ?? 0;
    if (lead >= 0xc2 && lead <= 0xf4) {
      return whole.some((byte) => byte > 0x7f) && decodeAs("utf-8", whole) !== null;
    }
  }
  return false;
}

// Reads: <meta charset="iso-8859-2">, <?xml version="1.0" encoding="windows-1251"?>, charset=utf-8 in a content attribute
const DECLARED = /(?:charset\s*=\s*|encoding\s*=\s*)["']?\s*(?<label>[\w.:-]{2,40})/iu;

function declared(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION)).toString("latin1");
  if (!head.includes("<")) return null;
  const label = DECLARED.exec(head)?.groups?.label?.toLowerCase() ?? null;
  // The bytes have been tried as UTF-8, and no page can say in ASCII that it is UTF-16.
  return label === null || label.startsWith("utf") ? null : label;
}

const MEANINGLESS = /(?![\n\t])\p{Cc}|[\ufeff\ufffe\uffff]/gu;

function checked(read: string): Decoded {
  if (read.includes("\0")) return { ok: false, reason: NO_TEXT };
  const text = repairMojibake(read);
  const plain = text
    .replace(/\r\n?|\u2028|\u2029|\u0085/gu, "\n")
    .replaceAll("\f", "\n\n")
    .replace(MEANINGLESS, "");
  const dropped = text.length - plain.length - (text.match(/\r\n/gu)?.length ?? 0);
  if (dropped > 16 + text.length / 50) return { ok: false, reason: NO_TEXT };
  return { ok: true, text: plain.toWellFormed() };
}
