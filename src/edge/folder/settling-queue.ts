import type { Log, SettledFile } from "#desk/port.ts";
import { pathBelow } from "./identity.ts";
import { type FileState, type Look, lookAt, readSettled } from "./read-file.ts";

export interface SettlingSettings {
  readonly log: Log;
  readonly settleMs?: number;
  readonly concurrency?: number;
  readonly maxBytes?: number;
  onFile(file: SettledFile): Promise<void>;
  onUnreadable(path: string, reason: string): Promise<void>;
}

/** Where a file stands between its first event and its handler. */
interface Entry {
  /** What the last look found; `null` before the first. */
  seen: FileState | null;
  /** It was there when the watch began, so an old modification time proves that nobody writes to it. */
  atStart: boolean;
  /** An event came while it was read or handled. */
  touched: boolean;
  stage: "queued" | "waiting" | "working";
  timer: NodeJS.Timeout | null;
  failures: number;
}

/** Longer than most writers pause between two lines. */
const SETTLE_MS = 1000;
const CONCURRENCY = 4;
const MAX_BYTES = 64 * 1024 * 1024;
/** Many programs make an empty file first and fill it a moment later. */
const EMPTY_FACTOR = 4;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/**
 * Waits for files to stop growing, then reads and hands them on, a few at a time. Only paths wait
 * here: bytes are read when a handler is free, so that ten thousand files need no memory.
 */
export class SettlingQueue {
  readonly caughtUp: Promise<void>;
  readonly #folder: string;
  readonly #settings: SettlingSettings;
  readonly #settleMs: number;
  readonly #entries = new Map<string, Entry>();
  /** What each file was when it was handled last, for `touchIfNew`. */
  readonly #handled = new Map<string, string>();
  readonly #queue = new Set<string>();
  readonly #working = new Set<Promise<void>>();
  readonly #fromStart = new Set<string>();
  readonly #resolveCaughtUp: () => void;
  #starting = true;
  #closed = false;

  constructor(folder: string, settings: SettlingSettings) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.caughtUp = promise;
    this.#resolveCaughtUp = resolve;
    this.#folder = folder;
    this.#settings = settings;
    this.#settleMs = settings.settleMs ?? SETTLE_MS;
  }

  /** Takes note that a file is there, or has changed. */
  touch(file: string, atStart: boolean): void {
    if (this.#closed) return;
    const entry = this.#entries.get(file);
    if (entry?.stage === "working") entry.touched = true;
    if (entry !== undefined) return;
    if (atStart) this.#fromStart.add(file);
    this.#entries.set(file, {
      seen: null,
      atStart,
      touched: false,
      stage: "queued",
      timer: null,
      failures: 0,
    });
    this.#enqueue(file);
  }

  /** Takes note of a file unless it is as it was when it was handled last. */
  async touchIfNew(file: string): Promise<void> {
    const look = await lookAt(this.#folder, file);
    if (look.kind !== "none" && this.#handled.get(file) !== stampOf(look)) this.touch(file, false);
  }

  /** Takes note that a file is gone; a handler that has it already finishes. */
  forget(file: string): void {
    this.#handled.delete(file);
    const entry = this.#entries.get(file);
    if (entry === undefined || entry.stage === "working") return;
    this.#done(file, entry);
  }

  /** Every file that was there at the start has been touched. */
  startIsOver(): void {
    this.#starting = false;
    this.#checkCaughtUp();
  }

  /** Reports a fault of the watch itself; one about a path that may not be read goes to the editor. */
  report(error: unknown): void {
    const path = error instanceof Error && "path" in error ? String(error.path) : null;
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    this.#settings.log.warn("folder.watch-failed", { code, error });
    if (path === null || (code !== "EACCES" && code !== "EPERM")) return;
    const reason = "The bot may not read it; give its user permission to.";
    this.#run(this.#settings.onUnreadable(pathBelow(this.#folder, path), reason));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#queue.clear();
    for (const { timer } of this.#entries.values()) if (timer !== null) clearTimeout(timer);
    await Promise.allSettled(this.#working);
    this.#resolveCaughtUp();
  }

  #enqueue(file: string): void {
    this.#queue.add(file);
    this.#pump();
  }

  #pump(): void {
    while (!this.#closed && this.#working.size < (this.#settings.concurrency ?? CONCURRENCY)) {
      const [next] = this.#queue;
      const entry = next === undefined ? undefined : this.#entries.get(next);
      if (next === undefined) return;
      this.#queue.delete(next);
      if (entry !== undefined) this.#run(this.#work(next, entry));
    }
  }

  /** Keeps a task in sight until it ends, so that `close` can wait for it. */
  #run(task: Promise<void>): void {
    const kept = task
      .catch((error: unknown) => this.#settings.log.error("folder.failed", { error }))
      .finally(() => {
        this.#working.delete(kept);
        this.#pump();
      });
    this.#working.add(kept);
  }

  async #work(file: string, entry: Entry): Promise<void> {
    entry.stage = "working";
    const look = await lookAt(this.#folder, file);
    if (look.kind === "none") return this.#done(file, entry);
    if (look.kind === "unreadable")
      return this.#handOver(file, entry, look, () => this.#tell(file, look.reason));
    if (!this.#isSettled(entry, look.state)) return this.#wait(file, entry, look.state);
    const read = await readSettled(
      this.#folder,
      file,
      look.state,
      this.#settings.maxBytes ?? MAX_BYTES,
    );
    if (this.#closed) return;
    if (read.kind === "changing") return this.#wait(file, entry, null);
    if (read.kind === "none") return this.#done(file, entry);
    entry.touched = false;
    if (read.kind === "unreadable")
      return this.#handOver(file, entry, look, () => this.#tell(file, read.reason));
    return this.#handOver(file, entry, look, () => this.#settings.onFile(read.file));
  }

  #isSettled({ seen, atStart }: Entry, now: FileState): boolean {
    if (seen !== null) return seen.size === now.size && seen.mtimeMs === now.mtimeMs;
    return atStart && Date.now() - now.mtimeMs > this.#settleTime(now);
  }

  #settleTime(state: FileState | null): number {
    return state?.size === 0 ? this.#settleMs * EMPTY_FACTOR : this.#settleMs;
  }

  #wait(file: string, entry: Entry, seen: FileState | null): void {
    entry.seen = seen;
    this.#later(file, entry, this.#settleTime(seen));
  }

  #later(file: string, entry: Entry, delay: number): void {
    if (this.#closed) return;
    entry.stage = "waiting";
    entry.timer = setTimeout(() => {
      entry.stage = "queued";
      entry.timer = null;
      this.#enqueue(file);
    }, delay);
  }

  async #handOver(
    file: string,
    entry: Entry,
    look: Look,
    handle: () => Promise<void>,
  ): Promise<void> {
    try {
      await handle();
    } catch (error) {
      // Nothing is lost: the file stays where it is, and is tried again.
      const retryIn = Math.min(FIRST_RETRY_MS * 2 ** entry.failures, LAST_RETRY_MS);
      this.#settings.log.error("folder.handler-failed", {
        path: pathBelow(this.#folder, file),
        retryIn,
        error,
      });
      entry.failures += 1;
      entry.seen = null;
      this.#settle(file);
      return this.#later(file, entry, retryIn);
    }
    this.#handled.set(file, stampOf(look));
    this.#done(file, entry);
    if (entry.touched) this.touch(file, false);
  }

  #tell(file: string, reason: string): Promise<void> {
    return this.#settings.onUnreadable(pathBelow(this.#folder, file), reason);
  }

  #done(file: string, entry: Entry): void {
    if (entry.timer !== null) clearTimeout(entry.timer);
    this.#entries.delete(file);
    this.#queue.delete(file);
    this.#settle(file);
  }

  #settle(file: string): void {
    this.#fromStart.delete(file);
    this.#checkCaughtUp();
  }

  #checkCaughtUp(): void {
    if (!this.#starting && this.#fromStart.size === 0) this.#resolveCaughtUp();
  }
}

function stampOf(look: Look): string {
  if (look.kind !== "file") return look.kind;
  return `${look.state.size} ${look.state.mtimeMs} ${look.state.ctimeMs}`;
}
