import { StoreError, type StoreErrorCode } from "../error.ts";

// Primary result codes, https://www.sqlite.org/rescode.html: the low byte of an extended code.
const SQLITE_PERM = 3;
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

const CODES: ReadonlyMap<number, StoreErrorCode> = new Map([
  [SQLITE_PERM, "unwritable"],
  [SQLITE_BUSY, "busy"],
  [SQLITE_LOCKED, "busy"],
  [SQLITE_READONLY, "unwritable"],
  [SQLITE_IOERR, "unwritable"],
  [SQLITE_CORRUPT, "unreadable"],
  [SQLITE_FULL, "full"],
  [SQLITE_CANTOPEN, "unwritable"],
  [SQLITE_NOTADB, "unreadable"],
]);

/** The primary result code of an error of `node:sqlite`; `null` for any other error. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error)) return null;
  return typeof error.errcode === "number" ? error.errcode & 0xff : null;
}

/** Says whether another connection holds the lock that was wanted. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE_BUSY || code === SQLITE_LOCKED;
}

/** Turns an error of `node:sqlite` into ours; a `StoreError` stays as it is. */
export function storeErrorOf(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = CODES.get(resultCode(error) ?? 0) ?? "failed";
  const said = error instanceof Error ? error.message : String(error);
  return new StoreError(code, `${sentence(code, file)} (SQLite: ${said})`, { cause: error });
}

function sentence(code: StoreErrorCode, file: string): string {
  switch (code) {
    case "unreadable":
      return `The database ${file} cannot be read. Put a backup in its place, or move it away: Copydesk then starts a new one and takes the articles in again.`;
    case "unwritable":
      return `The database ${file} cannot be written. Check that the disk has room and that this user may write in the folder.`;
    case "full":
      return `The disk is full: the database ${file} cannot grow. Make room there.`;
    case "busy":
      return `Another process kept the database ${file} to itself for too long. End it, or try again.`;
    default:
      return `The database ${file} refused a statement. This is a fault in Copydesk: please report it.`;
  }
}
