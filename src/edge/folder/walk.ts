import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathBelow } from "./identity.ts";
import { isIgnored } from "./ignore.ts";

/** Is told of a folder that cannot be looked into. */
export type OnUnreadable = (path: string, reason: string) => Promise<void>;

/** Every file and link below a folder, as paths to open, in the order of their names; unfinished and hidden ones are passed over. */
export async function* filesBelow(
  folder: string,
  onUnreadable: OnUnreadable,
  directory: string = folder,
): AsyncGenerator<string, void> {
  for (const entry of await entriesOf(folder, directory, onUnreadable)) {
    const path = join(directory, entry.name);
    if (isIgnored(pathBelow(folder, path))) continue;
    if (entry.isDirectory()) yield* filesBelow(folder, onUnreadable, path);
    else if (entry.isFile() || entry.isSymbolicLink()) yield path;
  }
}

async function entriesOf(folder: string, directory: string, onUnreadable: OnUnreadable) {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown fault";
    const gone = code === "ENOENT" || code === "ENOTDIR";
    const reason = `The bot may not look into this folder (${code}); give its user permission to.`;
    if (!gone) await onUnreadable(pathBelow(folder, directory), reason);
    return [];
  }
}
