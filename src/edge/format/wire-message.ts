import { isUtf8 } from "node:buffer";
import type { Aside } from "#core/article/copy.ts";
import { asideOf } from "./aside.ts";

/** One message of a wire, taken apart at its control characters (IPTC 7901, ANPA 1312). */
export interface WireMessage {
  /** Between SOH and STX: which service, which number, how pressing, which slug. Line ends are `\n`. */
  readonly head: string;
  /** Between STX and ETX: headline and story. */
  readonly text: Uint8Array;
  /** Between ETX and EOT: when it was sent. */
  readonly tail: string;
  /** It has come to its end mark; without one it was cut off on its way. */
  readonly isWhole: boolean;
}

const SOH = 0x01;
const STX = 0x02;
const ETX = 0x03;
const EOT = 0x04;
/** How far behind its beginning the head of a message may reach, in bytes. */
const LONGEST_HEAD = 1024;
/** More than any file of a newsroom holds. */
const MOST_MESSAGES = 5001;

/** Says whether bytes begin with the head of a wire message; SYN, DEL and line ends may fill what stands before it. */
export function isWireMessage(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => !isFiller(byte));
  if (bytes[start] !== SOH) return false;
  return bytes.subarray(start, start + LONGEST_HEAD).includes(STX);
}

/** Takes bytes apart into the messages in them, in their order. */
export function splitMessages(bytes: Uint8Array): readonly WireMessage[] {
  const messages: WireMessage[] = [];
  let start = bytes.indexOf(SOH);
  while (start !== -1 && messages.length < MOST_MESSAGES) {
    const next = bytes.indexOf(SOH, start + 1);
    const message = splitMessage(bytes.subarray(start + 1, next === -1 ? bytes.length : next));
    if (message !== null) messages.push(message);
    start = next;
  }
  return messages;
}

function splitMessage(bytes: Uint8Array): WireMessage | null {
  const begin = bytes.indexOf(STX);
  if (begin === -1) return null;
  const etx = bytes.indexOf(ETX, begin + 1);
  const eot = bytes.indexOf(EOT, begin + 1);
  const end = etx === -1 ? eot : etx;
  const text = bytes.subarray(begin + 1, end === -1 ? bytes.length : end);
  const tail = end === -1 ? bytes.subarray(0, 0) : bytes.subarray(end + 1);
  return {
    head: lettersOf(bytes.subarray(0, begin)),
    text: withoutControls(text),
    tail: lettersOf(withoutControls(tail)),
    isWhole: end !== -1,
  };
}

/** What stands around the text of a message. */
export function messageAsides({ head, tail }: WireMessage): readonly Aside[] {
  const shown = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, " ");
  return [
    ...asideOf("the head of the message", shown(head)),
    ...asideOf("the tail of the message", shown(tail)),
  ];
}

/** Fillers and typesetting codes print nothing; tabs and line ends part words and paragraphs. */
function withoutControls(bytes: Uint8Array): Uint8Array {
  return bytes.filter(
    (byte) => (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d,
  );
}

function isFiller(byte: number): boolean {
  return byte === 0x16 || byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x7f;
}

/** A head is ASCII by its standard; where it is not, it is in the letters of its story. */
function lettersOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString(isUtf8(buffer) ? "utf8" : "latin1");
  return text.replace(/\r\n?/gu, "\n");
}
