import type { Reading } from "#desk/port.ts";

/** A file whose bytes have been read as characters. */
export interface TextFile {
  /** In lower case, without its dot; empty where the name has none. */
  readonly extension: string;
  /** Line ends are `\n`; no byte-order mark, no control characters but tabs and line ends. */
  readonly text: string;
}

/** Reads one file format. The first that recognises a file reads it. */
export interface FormatReader {
  readonly name: string;
  /** Looks at the content first, and at the extension where the content leaves it open. */
  recognises(file: TextFile): boolean;
  /** @throws anything that its library throws; the caller makes a reason of it */
  read(file: TextFile): Reading;
}
