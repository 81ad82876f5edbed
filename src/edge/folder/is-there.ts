import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, isMissing } from "./look.ts";

/** Says whether a file lies at a path below the folder; `true` also where nobody can say, as on a share that does not answer. */
export async function isThere(folder: string, path: string): Promise<boolean> {
  try {
    await lstat(join(folder, path));
    return true;
  } catch (error) {
    if (!isMissing(codeOf(error))) return true;
    return !(await isEntered(folder));
  }
}

/** Of a folder that is missing itself, nothing is known to be gone. */
async function isEntered(folder: string): Promise<boolean> {
  return lstat(folder).then(
    (found) => found.isDirectory() || found.isSymbolicLink(),
    () => false,
  );
}
