import { type FileHandle, open, stat } from "node:fs/promises";
import { isDue, putBy } from "./turn.ts";

/** Milliseconds until a file that took no lines is tried again. */
const AGAIN = 5_000;
/** Characters kept meanwhile; what comes beyond them is counted and dropped. */
const MOST_KEPT = 1_000_000;
/** Milliseconds until a file that could not be put by is tried again; meanwhile it grows. */
const TURN_AGAIN = 3_600_000;
/** The log is for whoever runs the bot, and for nobody else on the machine. */
const OWNER_ALONE = 0o600;

export interface SinkOptions {
  readonly file: string;
  /** The file takes no lines; told once until it takes them again. */
  readonly onFailing: (error: unknown) => void;
  /** Writes of lines that were dropped: how many. */
  readonly dropped: (lines: number) => string;
  /** Writes that a file which is due could not be put by. */
  readonly unturned: (error: unknown) => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Adds lines to a file, and to a new one once it is full or old. Another process, or logrotate, may put it by at any
 * moment: each batch looks whether the file under the name is still the one that is open. Nothing that happens to the
 * file is thrown: a log that fails must end nothing.
 */
export class Sink {
  readonly #options: SinkOptions;
  #handle: FileHandle | null = null;
  #lines: string[] = [];
  #kept = 0;
  #dropped = 0;
  /** What of a batch the file has not taken yet: it may have taken half a line. */
  #rest: Uint8Array = new Uint8Array();
  #failing = false;
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** When a file that was due could last not be put by. */
  #unturned: number | null = null;

  constructor(options: SinkOptions) {
    this.#options = options;
  }

  write(line: string): void {
    if (this.#kept + line.length > MOST_KEPT) this.#dropped += 1;
    else {
      this.#lines.push(line);
      this.#kept += line.length;
    }
    if (!this.#failing) void this.#flush();
  }

  /** Writes what is left, as far as the file takes it. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    await this.#flush();
    clearTimeout(this.#timer);
    await this.#handle?.close().catch(() => undefined);
    this.#handle = null;
  }

  #flush(): Promise<void> {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#rest.length > 0 || this.#lines.length > 0 || this.#dropped > 0) {
        // Half a line goes on where it began.
        const begun = this.#rest.length > 0 ? this.#handle : null;
        const handle = begun ?? (await this.#current());
        if (this.#rest.length === 0) this.#rest = this.#nextBatch();
        const { bytesWritten } = await handle.write(this.#rest);
        this.#rest = this.#rest.subarray(bytesWritten);
      }
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#options.onFailing(error);
      this.#failing = true;
      this.#timer = setTimeout(() => void this.#flush(), AGAIN).unref();
    }
  }

  /** The file that stands under the name now, a new one where that was due or is gone. */
  async #current(): Promise<FileHandle> {
    const { file } = this.#options;
    const there = await stat(file).catch(absent);
    if (there !== null && isDue(there, this.#options.now())) await this.#turn();
    const stands = await stat(file).catch(absent);
    const ours = await this.#handle?.stat();
    if (ours && !(stands?.ino === ours.ino && stands.dev === ours.dev)) {
      const old = this.#handle;
      this.#handle = null;
      await old?.close();
    }
    this.#handle ??= await open(file, "a", OWNER_ALONE);
    return this.#handle;
  }

  /** A folder that takes no change leaves the file growing, rather than lines unwritten. */
  async #turn(): Promise<void> {
    const now = this.#options.now();
    // A clock that was put back must not keep it from being tried.
    if (this.#unturned !== null && Math.abs(now - this.#unturned) < TURN_AGAIN) return;
    try {
      await putBy(this.#options.file, now);
    } catch (error) {
      // Another process was quicker.
      if (isAbsent(error)) return;
      this.#unturned = now;
      this.#lines.push(this.#options.unturned(error));
    }
  }

  #nextBatch(): Uint8Array {
    const lines = this.#lines;
    if (this.#dropped > 0) lines.push(this.#options.dropped(this.#dropped));
    this.#lines = [];
    [this.#kept, this.#dropped] = [0, 0];
    return new TextEncoder().encode(lines.join(""));
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** No file stands there: anything else that is wrong is. */
function absent(error: unknown): null {
  if (isAbsent(error)) return null;
  throw error;
}
