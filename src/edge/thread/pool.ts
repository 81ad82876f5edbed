import { availableParallelism } from "node:os";
import { ThreadError } from "./error.ts";
import { LOOK_EVERY } from "./meter.ts";
import { Thread } from "./thread.ts";

export interface PoolSettings {
  /** The module whose exported function does the work; every thread loads it once. */
  readonly module: URL;
  /** The name of that function. */
  readonly work: string;
  /** The name of another one that a thread runs before its first piece of work; none when left out. */
  readonly warmUp?: string;
  /** How much processor time one piece of work may take, in milliseconds. Starting, warming up and waiting are not counted. */
  readonly patience: number;
  /** How long it may wait without using the processor, in milliseconds; five minutes when left out. */
  readonly longestWait?: number;
  /** What one thread may hold on its heap, in megabytes. */
  readonly memory: number;
  /** Most threads; as many as the machine has cores when left out. */
  readonly threads?: number;
  /**
   * How long some work or other waits without a break before another thread is started for it, in milliseconds; none
   * when left out. It counts from where as many threads work as are starting: a thread takes a hundred megabytes, and
   * starting it longer than most of the work.
   */
  readonly startAfter?: number;
}

/** Threads that do one kind of work, one piece each at a time. */
export interface Pool<Task, Result> {
  /** How many pieces of work are done at once. */
  readonly threads: number;
  /** @throws {ThreadError} when there is no result; the other threads go on */
  run(task: Task): Promise<Result>;
  /** Ends the threads; work that was not finished rejects with `closed`. */
  close(): Promise<void>;
}

/** A thread without work is kept so long, in milliseconds; one is always kept, so that a file that lands is read at once. */
const IDLE = 20_000;
/** Nothing that a reader does waits so long; a machine that is overbooked lets it wait for seconds. */
const LONGEST_WAIT = 5 * 60_000;

/** Starts a pool, and its first thread; the others as work comes. */
export function createPool<Task, Result>(settings: PoolSettings): Pool<Task, Result> {
  return new Threads(settings);
}

interface Waiting<Task, Result> {
  readonly resolve: (thread: Thread<Task, Result>) => void;
  readonly reject: (error: ThreadError) => void;
}

class Threads<Task, Result> implements Pool<Task, Result> {
  readonly threads: number;
  readonly #settings: PoolSettings;
  /** Those without work, the one that had it last behind: the others become old. */
  readonly #idle: { readonly thread: Thread<Task, Result>; readonly rest: NodeJS.Timeout }[] = [];
  readonly #all = new Set<Thread<Task, Result>>();
  /** Work that no thread has yet, in the order in which it came. */
  readonly #waiting: Waiting<Task, Result>[] = [];
  /** How many threads load and warm up. */
  #starting = 0;
  /** Starts one more thread, where work still waits by then. */
  #more: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(settings: PoolSettings) {
    this.threads = settings.threads ?? availableParallelism();
    this.#settings = settings;
    this.#rest(this.#start());
  }

  /** At most `threads` pieces of work at once; the others wait in the order in which they came. */
  async run(task: Task): Promise<Result> {
    const thread = await this.#free();
    try {
      return await thread.run(task);
    } finally {
      if (thread.hasEnded) this.#all.delete(thread);
      this.#giveOn(thread.hasEnded ? null : thread);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { rest } of this.#idle.splice(0)) clearTimeout(rest);
    for (const { reject } of this.#waiting.splice(0)) reject(new ThreadError("closed"));
    this.#wantNoMore();
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  #free(): Promise<Thread<Task, Result>> {
    const idle = this.#take();
    if (idle !== null) return Promise.resolve(idle);
    const { promise, resolve, reject } = Promise.withResolvers<Thread<Task, Result>>();
    this.#waiting.push({ resolve, reject });
    // Without any thread there is none to wait for.
    if (this.#settings.startAfter === undefined || this.#all.size === 0) this.#startForFirst();
    else this.#wantMore();
    return promise;
  }

  #take(): Thread<Task, Result> | null {
    if (this.#closed) throw new ThreadError("closed");
    for (let kept = this.#idle.pop(); kept !== undefined; kept = this.#idle.pop()) {
      clearTimeout(kept.rest);
      if (!kept.thread.hasEnded) return kept.thread;
      this.#all.delete(kept.thread);
    }
    return null;
  }

  #wantMore(): void {
    const { startAfter = 0 } = this.#settings;
    const working = this.#all.size - this.#starting;
    const isFull = this.#closed || this.#all.size >= this.threads || this.#starting >= working;
    if (this.#more !== null || isFull || this.#waiting.length === 0) return;
    this.#more = setTimeout(() => {
      this.#more = null;
      this.#startForFirst();
    }, startAfter).unref();
  }

  #wantNoMore(): void {
    if (this.#more !== null) clearTimeout(this.#more);
    this.#more = null;
  }

  /** Another thread for what has waited longest, where there may be one more. */
  #startForFirst(): void {
    if (this.#closed || this.#all.size >= this.threads) return;
    this.#waiting.shift()?.resolve(this.#start());
  }

  /** A thread that has done its work does the next piece; where it has ended, another one does. */
  #giveOn(thread: Thread<Task, Result> | null): void {
    const next = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#wantNoMore();
    if (next !== undefined) next.resolve(thread ?? this.#start());
    else if (thread !== null) this.#rest(thread);
  }

  #start(): Thread<Task, Result> {
    const { module, work, warmUp = null, patience, memory } = this.#settings;
    const idleLooks = Math.ceil((this.#settings.longestWait ?? LONGEST_WAIT) / LOOK_EVERY);
    const data = { module: module.href, work, warmUp };
    const thread = new Thread<Task, Result>({ data, allowance: { patience, idleLooks }, memory });
    this.#all.add(thread);
    this.#starting += 1;
    void thread.started.then(() => {
      this.#starting -= 1;
      this.#wantMore();
    });
    return thread;
  }

  #rest(thread: Thread<Task, Result>): void {
    if (this.#closed) return;
    const rest = setTimeout(() => this.#dismiss(thread), IDLE).unref();
    this.#idle.push({ thread, rest });
  }

  #dismiss(thread: Thread<Task, Result>): void {
    if (this.#all.size === 1) return;
    const at = this.#idle.findIndex((kept) => kept.thread === thread);
    this.#idle.splice(at, 1);
    this.#all.delete(thread);
    void thread.end();
  }
}
