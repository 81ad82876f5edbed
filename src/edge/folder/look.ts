import type { Stats } from "node:fs";
import { lstat, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import type { Face, Look } from "#desk/port/shelf.ts";
import { pathBelow, spellingBelow } from "./path-below.ts";
import { fsPath } from "./raw-name.ts";

/** A file as the file system describes it. */
export interface FileState extends Face {
  /** Changes with the permissions too. */
  readonly ctimeMs: number;
  readonly dev: number;
  readonly ino: number;
}

/**
 * When the stamps of two looks are equal, it is the same file, and nobody has written to it in between:
 * a program may set the size and the time of what it puts in a file's place, but not its inode and the
 * time of its change. New permissions, and a share that numbers its files anew, change a stamp too:
 * then the file is read once more, and its content tells that nothing has happened. The device is left
 * out, because shares get another one at each mount.
 */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: FileState): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** New permissions are no writing. */
export function isSameFile(one: FileState, other: FileState): boolean {
  return one.size === other.size && one.mtimeMs === other.mtimeMs && one.ino === other.ino;
}

/** Looks at a file without opening it. A link counts as the file that it names, if that lies in `folder`. */
export async function lookAt(folder: string, file: string): Promise<Look<FileState>> {
  try {
    const path = fsPath(file);
    const link = await lstat(path);
    if (link.isSymbolicLink() && !isInside(folder, await realpath(path))) {
      return {
        kind: "unreadable",
        reason: "It is a link to a place outside the watched folder; put the file itself here.",
      };
    }
    const found = link.isSymbolicLink() ? await stat(path) : link;
    if (!found.isFile()) return { kind: "none" };
    if (await hasTwin(folder, file, found))
      return { kind: "twin", path: spellingBelow(folder, file), reason: TWIN };
    return { kind: "file", state: found };
  } catch (error) {
    return failed(error);
  }
}

const TWIN =
  "Another file here has the same name, with its accents spelled as other characters; rename one of them.";

/**
 * On Linux, "Zoë.txt" may stand twice in one folder, its accent composed (NFC) and not. Both have one
 * path, and would be two versions of one article: the composed one is taken, the other refused.
 */
async function hasTwin(folder: string, file: string, found: Stats): Promise<boolean> {
  const composed = join(folder, pathBelow(folder, file));
  if (composed === file) return false;
  const twin = await lstat(composed).catch(() => null);
  return twin !== null && (twin.ino !== found.ino || twin.dev !== found.dev);
}

/** Links inside the folder are followed, no others. */
function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A file that went away is nothing to report; any other fault is one that an editor can mend. */
export function failed(error: unknown): { kind: "none" } | { kind: "unreadable"; reason: string } {
  const code = codeOf(error);
  if (isMissing(code) || code === "ENXIO") return { kind: "none" };
  return { kind: "unreadable", reason: reasonOf(code) };
}

/** Nothing is at that path. */
export function isMissing(code: string | null): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}

/** The code of a fault of the system, such as `EACCES`. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}

function reasonOf(code: string | null): string {
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "The bot may not read it; give its user permission to.";
    case "ELOOP":
      return "It is a link that leads back to itself; put the file itself here.";
    case "EBUSY":
      return "Another program keeps it locked; close it there.";
    default:
      return `It could not be read (${code ?? "unknown fault"}); save it into the folder again.`;
  }
}
