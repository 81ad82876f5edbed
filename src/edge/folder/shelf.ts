import type { Shelf } from "#desk/port/shelf.ts";
import type { SourceSettings } from "#desk/source/settings.ts";
import { type FileState, isSameFile, lookAt, stampOf } from "./look.ts";
import { OpenFiles } from "./open-files.ts";
import { pathBelow } from "./path-below.ts";
import { readSettled } from "./read-file.ts";

/** The files below a folder, by their paths on the disk. */
export function folderShelf(
  folder: string,
  settings: Pick<SourceSettings, "hash" | "maxBytes">,
): Shelf<FileState> {
  const openFiles = new OpenFiles(folder);
  return {
    pathOf: (file) => pathBelow(folder, file),
    look: (file) => lookAt(folder, file),
    read: (file, state) => readSettled(folder, file, state, settings),
    stampOf,
    isSame: isSameFile,
    seesWriters: process.platform === "linux",
    isWritten: (file, since) => openFiles.isWritten(file, since),
  };
}
