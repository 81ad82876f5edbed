import { readFileSync } from "node:fs";
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";

/** One entry of `channels`, as somebody wrote it. */
export interface WrittenEntry {
  /** From 1. */
  readonly line: number;
  /** With its remarks, and without the indentation that all of it has. */
  readonly text: string;
}

/** The entry of a channel in the config file; `null` where the file has none, or cannot be read any more. */
export function readFileEntry(file: string, name: string): WrittenEntry | null {
  try {
    return entryIn(readFileSync(file, "utf8"), name);
  } catch {
    // It was taken away since the start: what it ordered then still counts.
    return null;
  }
}

/** The same in its text. */
export function entryIn(text: string, name: string): WrittenEntry | null {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const channels = isMap(contents) ? contents.get("channels") : null;
  const items = isSeq(channels) ? channels.items : [];
  const entry = items.find((item) => isMap(item) && String(item.get("name")) === name);
  if (!isMap(entry) || entry.range == null) return null;
  const first = lines.linePos(entry.range[0]).line;
  const last = lines.linePos(Math.max(entry.range[0], entry.range[1] - 1)).line;
  return { line: first, text: unindented(text.split(/\r?\n/u).slice(first - 1, last)) };
}

function unindented(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== "");
  const depth = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return lines
    .map((line) => line.slice(depth))
    .join("\n")
    .trimEnd();
}
