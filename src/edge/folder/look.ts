import type { Stats } from "node:fs";
import { lstat, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { pathBelow } from "./identity.ts";

/** What one look at a file found. */
export type Look =
  | { readonly kind: "file"; readonly state: FileState }
  /** It is gone, or is no file at all: a folder, a FIFO, a socket. */
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly reason: string }
  /** Its path belongs to another file: see `hasTwin`. */
  | { readonly kind: "twin"; readonly reason: string };

/** A file as the file system describes it. */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
  /** Changes with the permissions too. */
  readonly ctimeMs: number;
  readonly dev: number;
  readonly ino: number;
}

/**
 * When the stamps of two looks are equal, nobody has written to the file in between. Permissions,
 * owner and place (`chmod`, `chown`, a backup that is put back) do not count: with them, one
 * `chmod -R` would read a hundred thousand files again.
 */
export function stampOf({ size, mtimeMs }: FileState): string {
  return `${size} ${mtimeMs}`;
}

/** As `stampOf`, for a file that could not be read: new permissions may be the mend. */
export function refusalStampOf(look: Look): string {
  if (look.kind !== "file") return look.kind;
  return `unread ${stampOf(look.state)} ${look.state.ctimeMs}`;
}

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
    if (await hasTwin(folder, file, found)) return { kind: "twin", reason: TWIN };
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
