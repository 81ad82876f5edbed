import { lstat, stat } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, isMissing } from "./look.ts";
import { fsPath, unescapeRaw } from "./raw-name.ts";

/** Says whether a file lies at a path below the folder; `true` also where nobody can say, as on a share that does not answer. */
export async function isThere(folder: string, path: string): Promise<boolean> {
  if ((await fileAt(folder, path)) !== null) return true;
  // Of a folder that is missing itself, nothing is known to be gone.
  return !(await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  ));
}

/** The file at a path, as the file system takes it, whose name may be no text; `null` where there is none. */
export async function fileAt(folder: string, path: string): Promise<string | Buffer | null> {
  for (const name of new Set([path, unescapeRaw(path), path.normalize("NFD")])) {
    const file = fsPath(join(folder, name));
    try {
      await lstat(file);
      return file;
    } catch (error) {
      if (!isMissing(codeOf(error))) return file;
    }
  }
  return null;
}
