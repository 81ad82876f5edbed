import { access, constants, mkdir, realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { FolderError, type FolderErrorCode } from "./folder-error.ts";

export interface PreparedFolder {
  /** Absolute, with every link on the way followed. */
  readonly folder: string;
  /** It was missing. */
  readonly created: boolean;
}

/**
 * Makes a folder if it is missing.
 * @throws {FolderError} when the path is a file, or may not be made or entered
 */
export async function prepareFolder(path: string): Promise<PreparedFolder> {
  try {
    const made = await mkdir(path, { recursive: true });
    await access(path, constants.R_OK | constants.X_OK);
    return { folder: await realpath(path), created: made !== undefined };
  } catch (error) {
    const [code, says] = faultOf(error);
    throw new FolderError(code, `${resolve(path)} ${says}`, error);
  }
}

function faultOf(error: unknown): readonly [FolderErrorCode, string] {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return ["not-a-folder", "is a file, not a folder; name another folder to watch."];
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return [
        "not-permitted",
        "may not be made or entered by the bot; give its user permission to.",
      ];
    default:
      return [
        "unusable",
        `cannot be used as a folder (${String(code ?? error)}); name another one to watch.`,
      ];
  }
}
