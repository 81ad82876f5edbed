import { readdir } from "node:fs/promises";
import { decodeName, fsPath } from "./raw-name.ts";

/** What lies in a folder under one name. */
export interface FolderEntry {
  /** Bytes that are not UTF-8 stand as `decodeName` says. */
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
  isSymbolicLink(): boolean;
}

/** What lies in a folder. A name that is no text costs a second look, in bytes. */
export async function listFolder(directory: string): Promise<readonly FolderEntry[]> {
  const entries = await readdir(fsPath(directory), { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes("\ufffd"))) return entries;
  const raw = await readdir(fsPath(directory), { withFileTypes: true, encoding: "buffer" });
  return raw.map((entry) => ({
    name: decodeName(entry.name),
    isDirectory: () => entry.isDirectory(),
    isFile: () => entry.isFile(),
    isSymbolicLink: () => entry.isSymbolicLink(),
  }));
}
