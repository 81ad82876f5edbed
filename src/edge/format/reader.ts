import type { Reading } from "#desk/port/copy.ts";

/** A file as it lies in the folder, or in an archive or a mail. */
export interface RawFile {
  /** In lower case, without its dot; empty where the name has none. */
  readonly extension: string;
  /** Its name, without the folders above it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file whose bytes have been read as characters. */
export interface TextFile {
  /** As in `RawFile`. */
  readonly extension: string;
  /** Line ends are `\n`; no byte-order mark, no control characters but tabs and line ends. */
  readonly text: string;
}

/**
 * Reads a file that lies in another one, such as an attachment: by the same readers, as deep as files
 * may lie in each other, and as much as one file may hold in all.
 */
export type ReadInner = (name: string, bytes: Uint8Array) => Promise<Reading>;

/** Reads one format of characters. The first that recognises a file reads it. */
export interface FormatReader {
  readonly name: string;
  /** Looks at the content first, and at the extension where the content leaves it open. */
  recognises(file: TextFile): boolean;
  /** @throws anything that its library throws; the caller makes a reason of it */
  read(file: TextFile): Reading | Promise<Reading>;
}

/** Reads one format of bytes; asked before the bytes are read as characters. */
export interface BinaryReader {
  readonly name: string;
  /** Looks at the content first, and at the extension where the content leaves it open. */
  recognises(file: RawFile): boolean;
  /** @throws anything that its library throws; the caller makes a reason of it */
  read(file: RawFile, readInner: ReadInner): Reading | Promise<Reading>;
}
