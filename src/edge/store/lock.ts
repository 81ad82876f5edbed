import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isDiskFull } from "./disk-fault.ts";
import { StoreError } from "./error.ts";
import { makeFile, makeFolder } from "./folder.ts";
import { isBusy, storeErrorOf } from "./sqlite/error.ts";

/** A data folder that is ours alone until it is released. */
export interface FolderLock {
  /** A second call does nothing. */
  release(): void;
}

/**
 * Takes a data folder for this process, until it is released or the process ends, in whatever way.
 *
 * The lock is SQLite's exclusive one on a file of its own, which the operating system takes back when a
 * process dies: after a crash nothing is left to clear away, and no process that happens to have
 * got the same number is mistaken for the dead one. The file with the number only serves the message, and it
 * is another file because closing any handle on a locked one would drop the lock (POSIX `fcntl`).
 * @throws {StoreError} `locked`, with the process that holds it; `unwritable`
 */
export function lockFolder(folder: string): FolderLock {
  makeFolder(folder);
  const file = join(folder, "copydesk.lock");
  const pidFile = join(folder, "copydesk.pid");
  const database = takeLock(file, folder, pidFile);
  writePid(pidFile, database);
  const release = () => {
    if (!database.isOpen) return;
    process.off("exit", release);
    try {
      rmSync(pidFile, { force: true });
    } finally {
      database.close(); // last, or the number that goes might be the next holder's
    }
  };
  // The listener also keeps the database from being collected, and the lock lost with it.
  process.once("exit", release);
  return { release };
}

function writePid(pidFile: string, database: DatabaseSync): void {
  try {
    writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  } catch (cause) {
    // The number is a courtesy, and the lock stands without it: there may be room again soon.
    if (isDiskFull(cause)) return;
    database.close();
    throw new StoreError(
      "unwritable",
      `The file ${pidFile} cannot be written. Check that the disk has room and that this user may write there.`,
      { cause },
    );
  }
}

function takeLock(file: string, folder: string, pidFile: string): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    makeFile(file);
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec("begin exclusive");
    return database;
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw lockedBy(readPid(pidFile), folder, error);
    throw storeErrorOf(error, file);
  }
}

function lockedBy(pid: number | null, folder: string, cause: unknown): StoreError {
  const who = pid === null ? "Another process" : `Process ${pid}`;
  const mend = "End it first, or give this one a data folder of its own.";
  return new StoreError("locked", `${who} already runs Copydesk on ${folder}. ${mend}`, {
    cause,
    pid,
  });
}

/** `null` in the instant between the lock and the writing of the number. */
function readPid(pidFile: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
    return Number.isNaN(pid) ? null : pid;
  } catch {
    return null; // the number is a courtesy: the refusal stands without it
  }
}
