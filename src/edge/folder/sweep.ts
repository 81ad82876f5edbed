import type { Absences } from "#desk/source/absences.ts";
import type { Register } from "#desk/source/register.ts";
import type { SettlingQueue } from "#desk/source/settling-queue.ts";
import { identityOf } from "./home.ts";
import type { FileState } from "./look.ts";
import { pathBelow } from "./path-below.ts";
import type { FolderSettings } from "./settings.ts";
import { entriesOf, filesBelow } from "./walk.ts";

/** So many events at once may overflow the system's queue: Linux holds 16,384 and drops the rest (inotify(7), max_queued_events). */
const BURST = 1000;
const QUIET_MS = 1000;
const SWEEP_MS = 5 * 60_000;
const POLLING_MS = 2000;
/** Of the time, looking through the folder takes a tenth at most. */
const REST_FACTOR = 9;
/** How soon it shows that another folder, or a share, has taken this one's place. */
const PULSE_MS = 5000;

export interface SweepParts {
  readonly folder: string;
  readonly settings: FolderSettings;
  readonly register: Register;
  readonly queue: SettlingQueue<FileState>;
  readonly absences: Absences;
  /** Another folder has taken the place of the watched one: no event of it will come. */
  onReplaced(): void;
}

/**
 * Looks through the whole folder for what the system's events have missed: after a burst, when the
 * folder came back, and again and again, because some network shares send none.
 */
export class Sweep {
  readonly #parts: SweepParts;
  readonly #pulse: NodeJS.Timeout;
  /** Folders that could not be looked into the last time. */
  #refused = new Set<string>();
  #polls: boolean;
  #identity: string | null = null;
  #events = 0;
  #quiet: NodeJS.Timeout | null = null;
  #next: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #isFeltFor: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: SweepParts) {
    this.#parts = parts;
    this.#polls = parts.settings.usePolling ?? false;
    const pulse = Math.min(PULSE_MS, parts.settings.sweepMs ?? PULSE_MS);
    this.#pulse = setInterval(() => this.#feel(), pulse).unref();
  }

  /** Finds what is there at the start. @returns how many files that are */
  async first(): Promise<number> {
    return this.#lookThrough(true);
  }

  /** The first look is over: looks again and again from now on. */
  goOn(): void {
    this.#rest(0);
    this.#feel();
  }

  /** No events come any more: looks more often from now on. */
  poll(): void {
    this.#polls = true;
    this.#rest(0);
  }

  /** Says so when a folder may not be looked into, unless that has been said. */
  async tryFolder(directory: string): Promise<void> {
    await entriesOf(this.#parts.folder, directory, async (path, reason) => {
      if (this.#refused.has(path)) return;
      this.#refused.add(path);
      await this.#refuse(path, reason);
    });
  }

  /** Takes note of an event of the system. */
  noteEvent(): void {
    this.#events += 1;
    if (this.#events >= BURST) this.lookSoon();
  }

  /** Something happened to a file whose name the system's events do not tell. */
  lookSoon(): void {
    if (this.#closed) return;
    if (this.#quiet !== null) this.#quiet.refresh();
    else this.#quiet = setTimeout(() => this.#start(), QUIET_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#pulse);
    for (const timer of [this.#quiet, this.#next]) if (timer !== null) clearTimeout(timer);
    await Promise.all([this.#running, this.#isFeltFor]);
  }

  #rest(took: number): void {
    if (this.#closed) return;
    if (this.#next !== null) clearTimeout(this.#next);
    const pause = this.#parts.settings.sweepMs ?? (this.#polls ? POLLING_MS : SWEEP_MS);
    this.#next = setTimeout(() => this.#start(), Math.max(pause, took * REST_FACTOR));
  }

  #start(): void {
    if (this.#closed || this.#running !== null) return;
    this.#quiet = null;
    this.#events = 0;
    const began = performance.now();
    this.#running = this.#sweep()
      .catch((error: unknown) => this.#parts.settings.log.error("copy.failed", { error }))
      .finally(() => {
        this.#running = null;
        this.#rest(performance.now() - began);
      });
  }

  async #sweep(): Promise<void> {
    await this.#lookThrough(false);
    if (!this.#closed) await this.#parts.absences.suspectUnseen();
  }

  async #lookThrough(atStart: boolean): Promise<number> {
    const { folder, register, queue } = this.#parts;
    const before = this.#refused;
    const refused = new Set<string>();
    let count = 0;
    register.beginRound();
    const onUnreadable = async (path: string, reason: string) => {
      refused.add(path);
      if (!before.has(path)) await this.#refuse(path, reason);
    };
    for await (const found of filesBelow(folder, onUnreadable)) {
      if (this.#closed) break;
      count += found.length;
      for (const { file, state } of found) {
        register.see(pathBelow(folder, file));
        queue.find(file, state, atStart);
      }
    }
    this.#refused = refused;
    return count;
  }

  async #refuse(path: string, reason: string): Promise<void> {
    try {
      await this.#parts.settings.onUnreadable(path, reason);
    } catch (error) {
      this.#parts.settings.log.error("copy.handler-failed", { path, error });
    }
  }

  #feel(): void {
    this.#isFeltFor = this.#isFeltFor.then(async () => {
      const identity = await identityOf(this.#parts.folder);
      const before = this.#identity;
      if (identity === null || this.#closed) return;
      this.#identity = identity;
      if (before === null || before === identity) return;
      this.#parts.onReplaced();
      this.#start();
    });
  }
}
