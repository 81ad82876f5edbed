import { type FileHandle, open } from "node:fs/promises";
import { StoreError } from "../error.ts";

/** What is asked of the file. */
export type Syncable = Pick<FileHandle, "datasync" | "close">;

/**
 * The write-ahead log of a database, as far as the disk has it. Whoever commits waits here for the disk, on a thread of
 * the system's pool: SQLite itself would hold up everybody meanwhile, for a tenth of a second where the log is just then
 * being taken in. SQLite's locks are on the database and its index (https://www.sqlite.org/walformat.html), so that opening
 * and closing the log once more gives none of them up.
 */
export class LogFile {
  readonly #file: string;
  readonly #openFile: (path: string) => Promise<Syncable>;
  #handle: Promise<Syncable> | null = null;
  #fault: StoreError | null = null;

  /** @param file the database's */
  constructor(file: string, openFile = (path: string): Promise<Syncable> => open(path, "r+")) {
    this.#file = file;
    this.#openFile = openFile;
  }

  /**
   * Waits until the disk has all that was committed. Once that has failed nobody knows what the disk has, and a second try
   * would say that all is well (https://wiki.postgresql.org/wiki/Fsync_Errors): it fails from then on.
   * @throws {StoreError} `unwritable`
   */
  async sync(): Promise<void> {
    if (this.#fault !== null) throw this.#fault;
    const handle = await this.#open();
    try {
      await handle.datasync();
    } catch (error) {
      this.#fault ??= this.#faultOf(error, "Look at the disk, and start Copydesk again");
      throw this.#fault;
    }
  }

  async close(): Promise<void> {
    const handle = await this.#handle;
    this.#handle = null;
    await handle?.close();
  }

  async #open(): Promise<Syncable> {
    this.#handle ??= this.#openFile(`${this.#file}-wal`);
    try {
      return await this.#handle;
    } catch (error) {
      this.#handle = null;
      throw this.#faultOf(error, "Check that this user may write in the folder");
    }
  }

  #faultOf(error: unknown, mend: string): StoreError {
    const said = error instanceof Error ? error.message : String(error);
    const message = `The disk did not take what was written to the database ${this.#file}. ${mend}. (${said})`;
    return new StoreError("unwritable", message, { cause: error });
  }
}
