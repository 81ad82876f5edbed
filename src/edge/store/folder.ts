import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "./error.ts";

/** Unpublished copy and sealed tokens lie here: they are for the user that runs the bot, and no other. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const ANY_MODE = 0o777;

/** Our files; the folder may hold others, which are not ours to change. */
const OURS = /^copydesk\./;

/**
 * Makes a data folder where there is none. What others may read of it, or of the files in it, is closed to
 * them, where it is this user's to close: a folder of an earlier version, one that was made by hand.
 * @throws {StoreError} `unwritable`
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  } catch (cause) {
    throw new StoreError(
      "unwritable",
      `The data folder ${folder} cannot be made. Check its path, and that this user may write there.`,
      { cause },
    );
  }
  closeToOthers(folder);
}

/**
 * Makes a file where there is none, for this user alone: SQLite would let others read it. What SQLite puts
 * beside a database (`-wal`, `-shm`) has the modes of the database. A failure is left to whoever opens it.
 */
export function makeFile(path: string): void {
  try {
    closeSync(openSync(path, "a", FILE_MODE));
  } catch {
    // SQLite meets the same fault, and says it in its own way.
  }
}

function closeToOthers(folder: string): void {
  limit(folder, FOLDER_MODE);
  for (const name of namesIn(folder)) if (OURS.test(name)) limit(join(folder, name), FILE_MODE);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It may not be read: whoever opens a file in it says so, and names the mend.
    return [];
  }
}

function limit(path: string, mode: number): void {
  try {
    if ((statSync(path).mode & ANY_MODE & ~mode) !== 0) chmodSync(path, mode);
  } catch {
    // It is another user's, it has gone this moment, or the file system has no modes: nothing to mend.
  }
}
