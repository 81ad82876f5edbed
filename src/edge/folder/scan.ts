import { setTimeout as wait } from "node:timers/promises";
import type { SettledFile } from "#desk/port.ts";
import { pathBelow } from "./identity.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { type FileRead, lookAt, readSettled } from "./read-file.ts";
import { filesBelow } from "./walk.ts";

export interface ScanSettings {
  /** As in `FolderSettings`. */
  readonly settleMs?: number;
  readonly maxBytes?: number;
  onUnreadable(path: string, reason: string): Promise<void>;
}

const SETTLE_MS = 500;
const MAX_BYTES = 64 * 1024 * 1024;
/** A file that is still written to after so many looks is left for the next time. */
const MOST_LOOKS = 20;

/**
 * Reads every file of a folder once, in the order of their paths, by the rules of `watchFolder`, and ends.
 * @throws {FolderError} when the path is no folder, or may not be made or entered
 */
export async function* scanFolder(
  path: string,
  settings: ScanSettings,
): AsyncGenerator<SettledFile, void> {
  const { folder } = await prepareFolder(path);
  for await (const file of filesBelow(folder, settings.onUnreadable)) {
    const read = await readWhenSettled(folder, file, settings);
    if (read.kind === "settled") yield read.file;
    if (read.kind === "unreadable")
      await settings.onUnreadable(pathBelow(folder, file), read.reason);
  }
}

/** Counts the files that `scanFolder` would look at. */
export async function countFiles(path: string): Promise<number> {
  const { folder } = await prepareFolder(path);
  let count = 0;
  for await (const _ of filesBelow(folder, async () => {})) count += 1;
  return count;
}

async function readWhenSettled(
  folder: string,
  file: string,
  settings: ScanSettings,
): Promise<FileRead> {
  const { settleMs = SETTLE_MS, maxBytes = MAX_BYTES } = settings;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const before = await lookAt(folder, file);
    if (before.kind !== "file") return before;
    if (Date.now() - before.state.mtimeMs <= settleMs) await wait(settleMs);
    const read = await readSettled(folder, file, before.state, maxBytes);
    if (read.kind !== "changing") return read;
  }
  return { kind: "unreadable", reason: "Somebody keeps writing to it; it is read once that ends." };
}
