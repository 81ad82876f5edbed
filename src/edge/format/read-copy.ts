import type { ReadCopy, Reading } from "#desk/port.ts";
import { decode } from "./encoding.ts";
import { htmlReader } from "./html.ts";
import { reasonByMagic } from "./magic.ts";
import { markdownReader } from "./markdown.ts";
import { quarantine } from "./quarantine.ts";
import type { FormatReader, TextFile } from "./reader.ts";
import { textReader } from "./text.ts";
import { unreadReaders } from "./unread.ts";

/** No article is larger; what is, is a dump, and would hold the desk up. */
const MOST_BYTES = 8 * 1024 * 1024;

/** In order of asking: the first that recognises a file reads it, and plain text takes the rest. */
const READERS: readonly FormatReader[] = [htmlReader, ...unreadReaders, markdownReader, textReader];

/** Makes the port that reads files: by their content first, then by their extension. */
export function createReadCopy(): ReadCopy {
  return ({ path, bytes }) => {
    const reason = refuse(bytes);
    if (reason !== null) return quarantine(reason);
    const decoded = decode(bytes);
    if (!decoded.ok) return quarantine(decoded.reason);
    if (decoded.text.trim() === "")
      return quarantine("The file is empty; write the story into it.");
    return readText({ extension: extensionOf(path), text: decoded.text });
  };
}

function refuse(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "The file is empty; write the story into it.";
  if (bytes.length > MOST_BYTES) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024);
    return `The file is too large for an article (${megabytes} MB, at most 8 are read); put the story alone into it.`;
  }
  return reasonByMagic(bytes);
}

function readText(file: TextFile): Reading {
  const reader = READERS.find((candidate) => candidate.recognises(file)) ?? textReader;
  try {
    return reader.read(file);
  } catch (error) {
    // The libraries throw what they like on hostile input, such as a RangeError for deep nesting.
    return quarantine(
      `The ${reader.name} in this file cannot be read (${faultOf(error)}); save the story anew as plain text.`,
    );
  }
}

function faultOf(error: unknown): string {
  if (error instanceof RangeError) return "it is nested too deeply";
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.trim().slice(0, 120);
}

function extensionOf(path: string): string {
  return /\.(?<extension>[\p{L}\p{N}]{1,10})$/u.exec(path)?.groups?.extension?.toLowerCase() ?? "";
}
