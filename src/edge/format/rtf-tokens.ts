/** One piece of RTF (Rich Text Format Specification 1.9.1, "RTF Syntax"). */
export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  /** `\par`, `\uc1`; a symbol such as `\~` or `\*` is a word of one character. */
  | { readonly kind: "word"; readonly word: string; readonly value: number | null }
  /** Bytes in the code page of their font. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const CR = 0x0d;
const LF = 0x0a;
const LONGEST_WORD = 32;
const LONGEST_VALUE = 10;

/** Splits RTF into its tokens, one after the other; `\binN` is left out with its N bytes. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === BACKSLASH) {
      const { token, end } = readControl(bytes, at + 1);
      at = end;
      if (token !== null) yield token;
    } else if (byte === OPEN || byte === CLOSE) {
      at += 1;
      yield byte === OPEN ? { kind: "open" } : { kind: "close" };
    } else if (byte === CR || byte === LF || byte === 0) at += 1;
    else {
      const start = at;
      while (at < bytes.length && isPlain(bytes[at])) at += 1;
      yield { kind: "bytes", bytes: bytes.subarray(start, at) };
    }
  }
}

function isPlain(byte: number | undefined): boolean {
  return !(
    byte === BACKSLASH ||
    byte === OPEN ||
    byte === CLOSE ||
    byte === CR ||
    byte === LF ||
    byte === 0
  );
}

interface Control {
  readonly token: RtfToken | null;
  readonly end: number;
}

/** Reads what follows a backslash. */
function readControl(bytes: Uint8Array, start: number): Control {
  const first = letterAt(bytes, start);
  if (first === "'") return readHex(bytes, start + 1);
  if (!/[a-z]/iu.test(first)) return { token: symbol(first), end: start + 1 };
  let at = start;
  while (at - start < LONGEST_WORD && /[a-z]/iu.test(letterAt(bytes, at))) at += 1;
  const word = text(bytes, start, at);
  const digits = at;
  if (letterAt(bytes, at) === "-") at += 1;
  while (at - digits <= LONGEST_VALUE && /\d/u.test(letterAt(bytes, at))) at += 1;
  const stated = text(bytes, digits, at);
  const value = /\d/u.test(stated) ? Number(stated) : null;
  // One space behind a control word belongs to it.
  if (letterAt(bytes, at) === " ") at += 1;
  if (word === "bin") return { token: null, end: at + Math.max(0, value ?? 0) };
  return { token: { kind: "word", word, value }, end: at };
}

function symbol(letter: string): RtfToken {
  if (letter === "{" || letter === "}" || letter === "\\")
    return { kind: "bytes", bytes: Uint8Array.of(letter.charCodeAt(0)) };
  // A backslash at the end of a line is a paragraph's end.
  const word = letter === "\n" || letter === "\r" ? "par" : letter;
  return { kind: "word", word, value: null };
}

function readHex(bytes: Uint8Array, start: number): Control {
  const hex = text(bytes, start, start + 2);
  if (!/^[\da-f]{2}$/iu.test(hex)) return { token: null, end: start };
  const byte = Uint8Array.of(Number.parseInt(hex, 16));
  return { token: { kind: "bytes", bytes: byte }, end: start + 2 };
}

function letterAt(bytes: Uint8Array, at: number): string {
  const byte = bytes[at];
  return byte === undefined ? "" : String.fromCharCode(byte);
}

function text(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
