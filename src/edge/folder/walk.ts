import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { isIgnored } from "#desk/source/ignore.ts";
import { type FolderEntry, listFolder } from "./list-folder.ts";
import { codeOf, type FileState, isMissing } from "./look.ts";
import { pathBelow } from "./path-below.ts";
import { fsPath } from "./raw-name.ts";

/** Is told of a folder that cannot be looked into. */
export type OnUnreadable = (path: string, reason: string) => Promise<void>;

export interface Found {
  /** The path to open. */
  readonly file: string;
  /** `null` for a link, and for a file that could not be looked at. */
  readonly state: FileState | null;
}

/** So many looks go to the file system at once; it does four at a time, and the next lie ready. */
const AT_ONCE = 256;

/**
 * Every file and link below a folder, in the order of their names, some at a time; unfinished and
 * hidden ones are passed over. Links to folders are not entered: what they name has a path of its own.
 */
export async function* filesBelow(
  folder: string,
  onUnreadable: OnUnreadable,
  directory: string = folder,
): AsyncGenerator<readonly Found[], void> {
  const files: FolderEntry[] = [];
  const found = () => Promise.all(files.splice(0).map((entry) => lookAtEntry(directory, entry)));
  for (const entry of await entriesOf(folder, directory, onUnreadable)) {
    const path = join(directory, entry.name);
    if (isIgnored(pathBelow(folder, path))) continue;
    if (entry.isDirectory()) {
      yield await found();
      yield* filesBelow(folder, onUnreadable, path);
    } else if (entry.isFile() || entry.isSymbolicLink()) files.push(entry);
    if (files.length >= AT_ONCE) yield await found();
  }
  yield await found();
}

async function lookAtEntry(directory: string, entry: FolderEntry): Promise<Found> {
  const file = join(directory, entry.name);
  if (entry.isSymbolicLink()) return { file, state: null };
  try {
    return { file, state: await lstat(fsPath(file)) };
  } catch {
    // It went away, or may not be looked at: the next look says which.
    return { file, state: null };
  }
}

/** What lies in a folder, in the order of the names; nothing when it may not be looked into, or is gone. */
export async function entriesOf(
  folder: string,
  directory: string,
  onUnreadable: OnUnreadable,
): Promise<readonly FolderEntry[]> {
  try {
    const entries = await listFolder(directory);
    return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    const code = codeOf(error);
    const reason = `The bot may not look into this folder (${code ?? "unknown fault"}); give its user permission to.`;
    if (!isMissing(code)) await onUnreadable(pathBelow(folder, directory), reason);
    return [];
  }
}
