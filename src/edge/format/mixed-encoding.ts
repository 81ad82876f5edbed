/** Valid UTF-8 beyond ASCII, and bytes that are none, in the order of the text. */
interface Runs {
  readonly text: string;
  readonly characters: number;
  readonly strays: number;
}

/**
 * Reads bytes that are no valid UTF-8. Text pasted from two sources is mostly UTF-8: then only its
 * stray bytes are windows-1252. Else none of it is UTF-8, and the answer is `null`: in French
 * windows-1252, the two bytes of "É»" happen to be one character of UTF-8.
 */
export function decodeMixed(bytes: Uint8Array): string | null {
  const { text, characters, strays } = readRuns(bytes);
  return characters > strays ? text : null;
}

function readRuns(bytes: Uint8Array): Runs {
  const western = new TextDecoder("windows-1252");
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  const parts: string[] = [];
  let from = 0;
  let characters = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) characters += 1;
    if (length > 0) at += length;
    else {
      parts.push(utf8.decode(bytes.subarray(from, at)), western.decode(bytes.subarray(at, at + 1)));
      strays += 1;
      at += 1;
      from = at;
    }
  }
  parts.push(utf8.decode(bytes.subarray(from)));
  return { text: parts.join(""), characters, strays };
}

/** The length of the UTF-8 character at an offset, in bytes; 0 where there is none (RFC 3629, section 4). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  const rest = bytes.subarray(at + 2, at + length);
  return rest.every((byte) => byte >= 0x80 && byte <= 0xbf) ? length : 0;
}
