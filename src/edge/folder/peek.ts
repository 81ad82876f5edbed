import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Peeked } from "#desk/port/peek.ts";
import { beginningOf, LOOKED_AT } from "#desk/source/beginning.ts";
import { fileAt } from "./is-there.ts";

/** The beginning of a file below the folder; `null` where none can be read there. */
export async function peekInFolder(folder: string, path: string): Promise<Peeked | null> {
  const file = await fileAt(folder, path);
  if (file === null) return null;
  try {
    // Neither a FIFO nor a device is opened: that would wait for whoever writes to it.
    const handle = await open(
      file,
      constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW,
    );
    try {
      const { size, isFile } = await statOf(handle);
      if (!isFile) return null;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
      return beginningOf(buffer.subarray(0, bytesRead), size);
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

async function statOf(handle: FileHandle) {
  const found = await handle.stat();
  return { size: found.size, isFile: found.isFile() };
}
