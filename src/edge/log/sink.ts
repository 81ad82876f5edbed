import { type FileHandle, open } from "node:fs/promises";

/** Milliseconds until a file that took no lines is tried again. */
const AGAIN = 5_000;
/** Characters kept meanwhile; what comes beyond them is counted and dropped. */
const MOST_KEPT = 1_000_000;
/** The log is for whoever runs the bot, and for nobody else on the machine. */
const OWNER_ALONE = 0o600;

export interface SinkOptions {
  readonly file: string;
  /** The file takes no lines; told once until it takes them again. */
  readonly onFailing: (error: unknown) => void;
  /** Writes of lines that were dropped: how many. */
  readonly dropped: (lines: number) => string;
}

/** Adds lines to a file. Nothing that happens to the file is thrown: a log that fails must end nothing. */
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
      this.#handle ??= await open(this.#options.file, "a", OWNER_ALONE);
      for (;;) {
        if (this.#rest.length === 0) this.#rest = this.#nextBatch();
        if (this.#rest.length === 0) break;
        const { bytesWritten } = await this.#handle.write(this.#rest);
        this.#rest = this.#rest.subarray(bytesWritten);
      }
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#options.onFailing(error);
      this.#failing = true;
      this.#timer = setTimeout(() => void this.#flush(), AGAIN).unref();
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
