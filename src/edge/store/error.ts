/**
 * What went wrong with the store; the message says it for people, and names the mend.
 *
 * - `locked`: another copy of Copydesk works in the folder
 * - `newer`: a newer Copydesk has written the database
 * - `older`: it was not brought up to date yet, and is only read
 * - `unreadable`: the file is no database of ours, or it is damaged
 * - `unwritable`: the folder or the disk takes no writes
 * - `full`: the disk has no room, and takes writes again once there is
 * - `busy`: another process kept the database to itself for longer than we wait
 * - `unreachable`: the server of the database does not answer, and may again at any moment
 * - `refused`: it knows no such user, password or database
 * - `relieved`: another process has taken over the work of this one, which writes no more
 * - `unknown-delivery`: a key that was never put into the outbox
 * - `absent`: there is no database to be moved, backed up or looked at, or no backup
 * - `taken`: the database that one is to be moved to has rows already; or something is there that nobody asked to replace
 * - `different`: what was moved is not what was there, and has been taken back
 * - `failed`: the database refused a statement, which is a fault of ours
 */
export type StoreErrorCode =
  | "locked"
  | "newer"
  | "older"
  | "unreadable"
  | "unwritable"
  | "full"
  | "busy"
  | "unreachable"
  | "refused"
  | "relieved"
  | "unknown-delivery"
  | "absent"
  | "taken"
  | "different"
  | "failed";

/** The store could not do what was asked; nothing of it has been stored. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  /** The process that holds the folder, with `locked`; `null` where it is not known. */
  readonly pid: number | null;

  constructor(
    code: StoreErrorCode,
    message: string,
    options: { cause?: unknown; pid?: number | null } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.pid = options.pid ?? null;
  }
}

const PASSING: ReadonlySet<string> = new Set(["busy", "unreachable"]);

/** Whether an error comes of a database that may be there again at any moment. */
export function mayPass(error: unknown): error is StoreError {
  return error instanceof StoreError && PASSING.has(error.code);
}
