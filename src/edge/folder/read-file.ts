import { constants } from "node:fs";
import { lstat, open, realpath, stat } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";
import type { SettledFile } from "#desk/port.ts";
import { articleId, contentHash, pathBelow } from "./identity.ts";

/** What one look at a file found. */
export type Look =
  | { readonly kind: "file"; readonly state: FileState }
  /** It is gone, or is no file at all: a folder, a FIFO, a socket. */
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** When size and modification time are equal in two of these, nobody has written to the file in between. */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
  /** Changes with the permissions too. */
  readonly ctimeMs: number;
}

/** What came of reading a file. */
export type FileRead =
  | { readonly kind: "settled"; readonly file: SettledFile }
  | { readonly kind: "changing" }
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Looks at a file without opening it. A link counts as the file that it names, if that lies in `folder`. */
export async function lookAt(folder: string, file: string): Promise<Look> {
  try {
    const link = await lstat(file);
    if (link.isSymbolicLink() && !isInside(folder, await realpath(file))) {
      return {
        kind: "unreadable",
        reason: "It is a link to a place outside the watched folder; put the file itself here.",
      };
    }
    const found = link.isSymbolicLink() ? await stat(file) : link;
    if (!found.isFile()) return { kind: "none" };
    return {
      kind: "file",
      state: { size: found.size, mtimeMs: found.mtimeMs, ctimeMs: found.ctimeMs },
    };
  } catch (error) {
    return failed(error);
  }
}

/** Reads a file that looked settled; `changing` when somebody wrote to it meanwhile. */
export async function readSettled(
  folder: string,
  file: string,
  seen: FileState,
  maxBytes: number,
): Promise<FileRead> {
  if (seen.size > maxBytes) return { kind: "unreadable", reason: tooLarge(seen.size, maxBytes) };
  try {
    // Without O_NONBLOCK, opening a FIFO that took the file's place would wait for ever.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await handle.stat()).isFile()) return { kind: "none" };
      const bytes = await handle.readFile();
      const after = await handle.stat();
      const same =
        after.size === seen.size && after.mtimeMs === seen.mtimeMs && bytes.length === seen.size;
      if (!same) return { kind: "changing" };
      return { kind: "settled", file: settledFile(folder, file, bytes) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(error);
  }
}

function settledFile(folder: string, file: string, bytes: Uint8Array): SettledFile {
  const path = pathBelow(folder, file);
  return { path, bytes, contentHash: contentHash(bytes), articleId: articleId(path) };
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function tooLarge(size: number, maxBytes: number): string {
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
  return `It is too large for an article (${megabytes(size)} MB, at most ${megabytes(maxBytes)} are read); put the story alone into the folder.`;
}

/** A file that went away is nothing to report; any other fault is one that an editor can mend. */
function failed(error: unknown): { kind: "none" } | { kind: "unreadable"; reason: string } {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENXIO") return { kind: "none" };
  if (code === "EACCES" || code === "EPERM") {
    return { kind: "unreadable", reason: "The bot may not read it; give its user permission to." };
  }
  if (code === "ELOOP")
    return {
      kind: "unreadable",
      reason: "It is a link that leads back to itself; put the file itself here.",
    };
  if (code === "EBUSY")
    return { kind: "unreadable", reason: "Another program keeps it locked; close it there." };
  return {
    kind: "unreadable",
    reason: `It could not be read (${code === "" ? "unknown fault" : code}); save it into the folder again.`,
  };
}
