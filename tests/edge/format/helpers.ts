import type { Copy } from "#core/article/copy.ts";
import type { Reading } from "#desk/port.ts";
import { createReadCopy } from "#edge/format/read-copy.ts";

const readCopy = createReadCopy();

export function readBytes(path: string, bytes: Uint8Array): Reading {
  return readCopy({ path, bytes });
}

export function readText(path: string, text: string): Reading {
  return readBytes(path, new TextEncoder().encode(text));
}

/** The copy of a file that must be readable. */
export function copyOf(path: string, text: string): Copy {
  const reading = readText(path, text);
  if (!reading.ok) throw new TypeError(`Not read: ${reading.reason}`);
  return reading.copy;
}

/** Why a file is not read; empty where it is. */
export function reasonOf(reading: Reading): string {
  return reading.ok ? "" : reading.reason;
}
