import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { SettledFile } from "#desk/port/copy.ts";
import { articleId, contentHash, pathBelow } from "./identity.ts";
import { type FileState, failed, stampOf } from "./look.ts";
import { fsPath } from "./raw-name.ts";

/** What came of reading a file. */
export type FileRead =
  | { readonly kind: "settled"; readonly file: SettledFile }
  | { readonly kind: "changing" }
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly reason: string };

// Without O_NONBLOCK, opening a FIFO that took the file's place would wait for ever.
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file that looked settled; `changing` when somebody wrote to it meanwhile, or put another in
 * its place: a link to a place outside the folder, say.
 */
export async function readSettled(
  folder: string,
  file: string,
  seen: FileState,
  maxBytes: number,
): Promise<FileRead> {
  if (seen.size > maxBytes) return { kind: "unreadable", reason: tooLarge(seen.size, maxBytes) };
  try {
    const handle = await open(fsPath(file), READ);
    try {
      const opened = await handle.stat();
      if (!opened.isFile()) return { kind: "none" };
      if (opened.ino !== seen.ino || opened.dev !== seen.dev) return { kind: "changing" };
      const bytes = await readUpTo(handle, seen.size);
      const same = bytes !== null && stampOf(await handle.stat()) === stampOf(seen);
      if (!same) return { kind: "changing" };
      return { kind: "settled", file: settledFile(folder, file, bytes, seen) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(error);
  }
}

/** Exactly `size` bytes, however fast the file grows; `null` when it has more or fewer. */
async function readUpTo(handle: FileHandle, size: number): Promise<Uint8Array | null> {
  const buffer = new Uint8Array(size + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length === size ? buffer.subarray(0, size) : null;
}

function settledFile(
  folder: string,
  file: string,
  bytes: Uint8Array,
  state: FileState,
): SettledFile {
  const path = pathBelow(folder, file);
  const stamp = stampOf(state);
  return { path, bytes, contentHash: contentHash(bytes), articleId: articleId(path), stamp };
}

function tooLarge(size: number, maxBytes: number): string {
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
  return `It is too large for an article (${megabytes(size)} MB, at most ${megabytes(maxBytes)} are read); put the story alone into the folder.`;
}
