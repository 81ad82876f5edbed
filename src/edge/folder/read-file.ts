import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { FileRead } from "#desk/port/shelf.ts";
import { type SourceSettings, tooLarge } from "#desk/source/settings.ts";
import { type FileState, failed, stampOf } from "./look.ts";
import { pathBelow } from "./path-below.ts";
import { fsPath } from "./raw-name.ts";

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
  settings: Pick<SourceSettings, "hash" | "maxBytes">,
): Promise<FileRead> {
  const reason = tooLarge(seen.size, settings, "folder");
  if (reason !== null) return { kind: "unreadable", reason };
  try {
    const handle = await open(fsPath(file), READ);
    try {
      const opened = await handle.stat();
      if (!opened.isFile()) return { kind: "none" };
      if (opened.ino !== seen.ino || opened.dev !== seen.dev) return { kind: "changing" };
      const bytes = await readUpTo(handle, seen.size);
      const same = bytes !== null && stampOf(await handle.stat()) === stampOf(seen);
      if (!same) return { kind: "changing" };
      const path = pathBelow(folder, file);
      const contentHash = settings.hash(bytes);
      return { kind: "settled", file: { path, bytes, contentHash, stamp: stampOf(seen) } };
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
