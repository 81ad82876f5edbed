import type { Face, Look, Shelf } from "#desk/port/shelf.ts";
import type { WaitingFiles } from "#desk/port/watch.ts";
import { Fifo } from "./fifo.ts";
import { QuietTime } from "./quiet-time.ts";
import type { Register } from "./register.ts";
import type { SourceSettings } from "./settings.ts";

/** Where a file stands between its first event and its handler. */
interface Entry<Own extends Face> {
  readonly quiet: QuietTime<Own>;
  /** It was there when the watch began. */
  readonly atStart: boolean;
  /** When it was first heard of, by `performance.now()`. */
  readonly since: number;
  /** An event came while it was read or handled. */
  touched: boolean;
  stage: "queued" | "waiting" | "working";
  timer: ReturnType<typeof setTimeout> | null;
  /** How often it was looked at and somebody wrote to it still. */
  looks: number;
  failures: number;
}

/** What is to be done with a file, and what it counts as once that is done. */
interface Handing {
  readonly path: string;
  readonly stamp: string;
  readonly handle: () => Promise<void>;
}

/** Longer than most writers pause between two lines. */
const SETTLE_MS = 1000;
const CONCURRENCY = 4;
/** Nobody who waits for the first look to be through waits longer for a file that grows on and on, such as a log. */
const MOST_LOOKS = 5;
/** A program that has kept a file open for so long, and not written to it, is no writer that stalls. */
const LONGEST_STALL_MS = 5 * 60_000;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/**
 * Waits for files to stop growing, then reads and hands them on, a few at a time. Only paths wait
 * here: bytes are read when a handler is free, so that ten thousand files need no memory.
 *
 * What was there at the start is handed on in the order of the paths, once all of it is counted;
 * what comes later, in the order in which it settles, and before the rest of a backlog.
 */
export class SettlingQueue<Own extends Face> {
  /** Resolves when everything that was there at the start has had its turn. */
  readonly caughtUp: Promise<void>;
  readonly #shelf: Shelf<Own>;
  readonly #settings: SourceSettings;
  readonly #register: Register;
  readonly #entries = new Map<string, Entry<Own>>();
  readonly #backlog = new Fifo<string>();
  readonly #fresh = new Fifo<string>();
  readonly #working = new Set<Promise<void>>();
  readonly #fromStart = new Set<string>();
  readonly #resolveCaughtUp: () => void;
  #starting = true;
  #closed = false;

  constructor(shelf: Shelf<Own>, settings: SourceSettings, register: Register) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.caughtUp = promise;
    this.#resolveCaughtUp = resolve;
    this.#shelf = shelf;
    this.#settings = settings;
    this.#register = register;
  }

  /** Takes note of a file that was found, and is to be looked at unless it is dealt with as it is; `state` is `null` when nobody has looked. */
  find(file: string, state: Own | null, atStart: boolean): void {
    if (state !== null) {
      const stamps = this.#stampsOf({ kind: "file", state });
      if (this.#register.isDone(this.#shelf.pathOf(file), stamps)) return;
    }
    this.touch(file, atStart);
  }

  /** Takes note that a file has changed. */
  touch(file: string, atStart: boolean): void {
    if (this.#closed) return;
    const entry = this.#entries.get(file);
    if (entry?.stage === "working") entry.touched = true;
    if (entry !== undefined) return;
    if (atStart) this.#fromStart.add(file);
    const quiet = new QuietTime(this.#settings.settleMs ?? SETTLE_MS, this.#shelf);
    const fresh: Entry<Own> = {
      ...{ quiet, atStart, touched: false, stage: "queued", timer: null, looks: 0, failures: 0 },
      since: performance.now(),
    };
    this.#entries.set(file, fresh);
    this.#enqueue(file, fresh);
  }

  /** Takes note that a file is gone; a handler that has it already finishes. */
  forget(file: string): void {
    const entry = this.#entries.get(file);
    if (entry !== undefined && entry.stage !== "working") this.#done(file, entry);
  }

  /** Says whether a file waits here, or is at its handler. */
  holds(file: string): boolean {
    return this.#entries.has(file);
  }

  /** As in `Watch`. */
  waiting(): WaitingFiles {
    let files = 0;
    const now = performance.now();
    let since = now;
    for (const entry of this.#entries.values()) {
      if (entry.looks >= MOST_LOOKS) continue;
      files += 1;
      since = Math.min(since, entry.since);
    }
    return { files, longest: now - since };
  }

  /** Files that somebody kept writing to for so long that `caughtUp` does not wait for them. */
  *growing(): Generator<string, void> {
    for (const [file, { looks }] of this.#entries) if (looks >= MOST_LOOKS) yield file;
  }

  /** Files that could not be had, or dealt with, and are to be tried again. */
  *postponed(): Generator<string, void> {
    for (const [file, { failures }] of this.#entries) if (failures > 0) yield file;
  }

  /** Every file that was there at the start has been touched. */
  startIsOver(): void {
    this.#starting = false;
    this.#backlog.sort((one, other) => (one < other ? -1 : 1));
    this.#checkCaughtUp();
    this.#pump();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#backlog.clear();
    this.#fresh.clear();
    for (const { timer } of this.#entries.values()) if (timer !== null) clearTimeout(timer);
    await Promise.allSettled(this.#working);
    this.#resolveCaughtUp();
  }

  #enqueue(file: string, entry: Entry<Own>): void {
    entry.stage = "queued";
    (entry.atStart ? this.#backlog : this.#fresh).push(file);
    this.#pump();
  }

  #pump(): void {
    if (this.#starting) return;
    while (!this.#closed && this.#working.size < (this.#settings.concurrency ?? CONCURRENCY)) {
      const next = this.#fresh.take() ?? this.#backlog.take();
      if (next === undefined) return;
      const entry = this.#entries.get(next);
      if (entry?.stage === "queued") this.#run(this.#work(next, entry));
    }
  }

  /** Keeps a task in sight until it ends, so that `close` can wait for it. */
  #run(task: Promise<void>): void {
    const kept = task
      .catch((error: unknown) => this.#settings.log.error("copy.failed", { error }))
      .finally(() => {
        this.#working.delete(kept);
        this.#pump();
      });
    this.#working.add(kept);
  }

  async #work(file: string, entry: Entry<Own>): Promise<void> {
    entry.stage = "working";
    entry.touched = false;
    const look = await this.#shelf.look(file);
    if (this.#closed) return;
    if (look.kind === "unreachable") return void this.#postpone(file, entry);
    const path = look.kind === "twin" ? look.path : this.#shelf.pathOf(file);
    if (look.kind === "none" || this.#register.isDone(path, this.#stampsOf(look)))
      return this.#over(file, entry);
    if (look.kind !== "file") return this.#refuse(file, entry, path, look, look.reason);
    if (!this.#isSettled(entry, look.state)) return this.#wait(file, entry);
    if (await this.#isWritten(file, entry, look.state)) return this.#wait(file, entry);
    if (this.#closed) return;
    return this.#read(file, entry, path, look);
  }

  async #read(file: string, entry: Entry<Own>, path: string, look: Look<Own> & { kind: "file" }) {
    entry.touched = false;
    const read = await this.#shelf.read(file, look.state);
    if (this.#closed) return;
    if (read.kind === "unreachable") return void this.#postpone(file, entry);
    if (read.kind === "none") return this.#over(file, entry);
    if (read.kind === "unreadable") return this.#refuse(file, entry, path, look, read.reason);
    if (read.kind === "changing") {
      entry.quiet.changed();
      return this.#wait(file, entry);
    }
    const handle = () => this.#settings.onFile(read.file, performance.now() - entry.since);
    return this.#handOver(file, entry, { path, stamp: read.file.stamp, handle });
  }

  #refuse(
    file: string,
    entry: Entry<Own>,
    path: string,
    look: Look<Own>,
    reason: string,
  ): Promise<void> {
    const handle = () => this.#settings.onUnreadable(path, reason);
    return this.#handOver(file, entry, { path, stamp: this.#refusalStampOf(look), handle });
  }

  #isSettled({ quiet, atStart }: Entry<Own>, now: Own): boolean {
    return quiet.isAsBefore(now) || (atStart && quiet.isLongQuiet(now, Date.now()));
  }

  /** Whether a writer that stalls has it open still. One that only keeps it open is not waited for. */
  async #isWritten(file: string, { since }: Entry<Own>, { mtimeMs }: Own): Promise<boolean> {
    if (!this.#shelf.seesWriters || Date.now() - mtimeMs > LONGEST_STALL_MS) return false;
    return this.#shelf.isWritten(file, since);
  }

  #wait(file: string, entry: Entry<Own>): void {
    entry.looks += 1;
    if (entry.looks >= MOST_LOOKS) this.#settle(file);
    this.#later(file, entry, entry.quiet.needed);
  }

  #later(file: string, entry: Entry<Own>, delay: number): void {
    if (this.#closed) return;
    entry.stage = "waiting";
    entry.timer = setTimeout(() => {
      entry.timer = null;
      this.#enqueue(file, entry);
    }, delay);
  }

  async #handOver(
    file: string,
    entry: Entry<Own>,
    { path, stamp, handle }: Handing,
  ): Promise<void> {
    try {
      await handle();
    } catch (error) {
      // Nothing is lost: the file stays where it is, and is tried again.
      const retryIn = this.#postpone(file, entry);
      this.#settings.log.error("copy.handler-failed", { path, retryIn, error });
      return;
    }
    this.#register.note(path, stamp);
    this.#over(file, entry);
  }

  /** Nobody waits for it meanwhile. @returns in how many milliseconds it is tried again */
  #postpone(file: string, entry: Entry<Own>): number {
    const retryIn = Math.min(FIRST_RETRY_MS * 2 ** entry.failures, LAST_RETRY_MS);
    entry.failures += 1;
    entry.quiet.restart();
    this.#settle(file);
    this.#later(file, entry, retryIn);
    return retryIn;
  }

  /** There is nothing more to do with it, unless something happened to it meanwhile. */
  #over(file: string, entry: Entry<Own>): void {
    this.#done(file, entry);
    if (entry.touched) this.touch(file, false);
  }

  #done(file: string, entry: Entry<Own>): void {
    if (entry.timer !== null) clearTimeout(entry.timer);
    this.#entries.delete(file);
    this.#settle(file);
  }

  #settle(file: string): void {
    this.#fromStart.delete(file);
    this.#checkCaughtUp();
  }

  #checkCaughtUp(): void {
    if (!this.#starting && this.#fromStart.size === 0) this.#resolveCaughtUp();
  }

  /** What a file may have been dealt with as: read, or refused. */
  #stampsOf(look: Look<Own>): readonly string[] {
    const refused = this.#refusalStampOf(look);
    return look.kind === "file" ? [this.#shelf.stampOf(look.state), refused] : [refused];
  }

  /** The stamp of a file that could not be read. */
  #refusalStampOf(look: Look<Own>): string {
    return look.kind === "file" ? `unread ${this.#shelf.stampOf(look.state)}` : look.kind;
  }
}
