import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../error.ts";
import { storeErrorOf } from "../sqlite/error.ts";

/** A file that is not whole yet, beside its name: `news.db.4711.part`, with what SQLite puts beside it meanwhile. */
export function partOf(file: string): string {
  return `${file}.${process.pid}.part`;
}

/** Makes it, for this user alone. */
export function makePart(part: string): void {
  closeSync(openSync(part, "wx", 0o600));
}

const BESIDE = ["", "-journal", "-wal", "-shm"];

/** Takes a database away, with what SQLite has put beside it. */
export function removeDatabase(file: string): void {
  for (const end of BESIDE) rmSync(`${file}${end}`, { force: true });
}

/** Takes away what processes have left of backups to the same file that were killed meanwhile. */
export function removeLeftOvers(file: string): void {
  for (const name of namesBeside(file)) {
    if (!name.startsWith(`${basename(file)}.`)) continue;
    const pid = /^\.(?<pid>\d+)\.part(?:-journal|-wal|-shm)?$/u.exec(
      name.slice(basename(file).length),
    )?.groups?.pid;
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(file), name));
  }
}

function namesBeside(file: string): readonly string[] {
  try {
    return readdirSync(dirname(file));
  } catch {
    // Whoever writes there says why it cannot be.
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is another user's.
    return isOfSystem(error) && error.code === "EPERM";
  }
}

/**
 * Gives a whole file its name, once the disk has it. What has the name already stays until then, and is replaced where that
 * was asked for alone.
 * @throws {StoreError} `taken`
 */
export function putInPlace(part: string, file: string, replace: boolean): void {
  sync(part);
  if (replace) renameSync(part, file);
  else giveFreeName(part, file);
  sync(dirname(file));
}

/**
 * Puts a whole database in the place of another, which keeps all that it had under a name beside it. In whatever moment it is
 * killed, one of the two has the name, whole.
 * @throws {StoreError} `busy` where somebody has the other one open
 */
export function replaceDatabase(part: string, file: string, aside: string): void {
  sync(part);
  const release = makeOneFile(file);
  try {
    // One that is damaged keeps its log as it is: nobody can take it in.
    for (const end of ["", "-wal"])
      if (existsSync(`${file}${end}`)) linkOrCopy(`${file}${end}`, `${aside}${end}`);
    // Or the new one would be given what the log of the old one has.
    for (const end of ["-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
    renameSync(part, file);
  } finally {
    release();
  }
  sync(dirname(file));
}

/**
 * Takes the log of a database in, and keeps everybody else out of it; one that is damaged is left as it is.
 * @returns lets others in
 */
function makeOneFile(file: string): () => void {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // Refused while anybody else has it open: https://www.sqlite.org/wal.html
    database.exec("pragma journal_mode = delete");
    database.exec("begin exclusive");
    return () => database.close();
  } catch (error) {
    database.close();
    const fault = storeErrorOf(error, file);
    if (fault.code === "unreadable") return () => undefined;
    throw fault;
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // A file system without links.
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    sync(to);
  }
}

/** By a link, which never takes the place of a file that has come meanwhile. */
function giveFreeName(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (error) {
    if (existsSync(file)) throw taken(file, error);
    // A file system without links.
    renameSync(part, file);
    return;
  }
  rmSync(part);
}

export function taken(file: string, cause?: unknown): StoreError {
  return new StoreError(
    "taken",
    `There is something at ${file} already. Name another file, or add --replace to put the backup in its place.`,
    { cause },
  );
}

/** Waits until the disk has a file, or the names in a folder. */
function sync(path: string): void {
  let handle: number | null = null;
  try {
    handle = openSync(path, "r");
    fsyncSync(handle);
  } catch (error) {
    // Windows opens no folder, and some file systems sync none.
    if (!isOfSystem(error) || !/^E(?:PERM|ISDIR|INVAL|BADF)$/u.test(error.code)) throw error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** An error of the system's own calls, and not of SQLite's. */
export function isOfSystem(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error &&
    "syscall" in error &&
    "code" in error &&
    typeof error.code === "string"
  );
}
