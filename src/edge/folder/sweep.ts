import type { SettlingQueue } from "./settling-queue.ts";
import { filesBelow } from "./walk.ts";

/** So many events at once may overflow the system's queue: Linux holds 16,384 and drops the rest (inotify(7), max_queued_events). */
const BURST = 1000;
const QUIET_MS = 1000;
const INTERVAL_MS = 5 * 60_000;

/**
 * Looks through the whole folder for what the system's events have missed: after a burst, and every
 * five minutes, because some network shares send none.
 */
export class Sweep {
  readonly #folder: string;
  readonly #queue: SettlingQueue;
  readonly #interval: NodeJS.Timeout;
  #events = 0;
  #quiet: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(folder: string, queue: SettlingQueue) {
    this.#folder = folder;
    this.#queue = queue;
    this.#interval = setInterval(() => this.#start(), INTERVAL_MS).unref();
  }

  /** Takes note of an event of the system. */
  noteEvent(): void {
    this.#events += 1;
    if (this.#events < BURST || this.#closed) return;
    if (this.#quiet !== null) this.#quiet.refresh();
    else this.#quiet = setTimeout(() => this.#start(), QUIET_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#interval);
    if (this.#quiet !== null) clearTimeout(this.#quiet);
    await this.#running;
  }

  #start(): void {
    this.#quiet = null;
    this.#events = 0;
    this.#running ??= this.#sweep().finally(() => {
      this.#running = null;
    });
  }

  async #sweep(): Promise<void> {
    // A folder that may not be looked into is reported by the watch itself.
    for await (const file of filesBelow(this.#folder, async () => {})) {
      if (this.#closed) return;
      await this.#queue.touchIfNew(file);
    }
  }
}
