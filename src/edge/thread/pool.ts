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

class Threads<Task, Result> implements Pool<Task, Result> {
  readonly threads: number;
  readonly #settings: PoolSettings;
  /** Those without work, the one that had it last behind: the others become old. */
  readonly #idle: { readonly thread: Thread<Task, Result>; readonly rest: NodeJS.Timeout }[] = [];
  readonly #all = new Set<Thread<Task, Result>>();
  readonly #waiting: (() => void)[] = [];
  #working = 0;
  #closed = false;

  constructor(settings: PoolSettings) {
    this.threads = settings.threads ?? availableParallelism();
    this.#settings = settings;
    this.#rest(this.#start());
  }

  /** At most `threads` pieces of work at once; the others wait in the order in which they came. */
  async run(task: Task): Promise<Result> {
    if (this.#working < this.threads) this.#working += 1;
    else await new Promise<void>((enter) => this.#waiting.push(enter));
    try {
      return await this.#runOn(this.#take(), task);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#working -= 1;
      else next();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { rest } of this.#idle.splice(0)) clearTimeout(rest);
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  async #runOn(thread: Thread<Task, Result>, task: Task): Promise<Result> {
    try {
      return await thread.run(task);
    } finally {
      if (thread.hasEnded) this.#all.delete(thread);
      else this.#rest(thread);
    }
  }

  #take(): Thread<Task, Result> {
    if (this.#closed) throw new ThreadError("closed");
    for (let kept = this.#idle.pop(); kept !== undefined; kept = this.#idle.pop()) {
      clearTimeout(kept.rest);
      if (!kept.thread.hasEnded) return kept.thread;
      this.#all.delete(kept.thread);
    }
    return this.#start();
  }

  #start(): Thread<Task, Result> {
    const { module, work, warmUp = null, patience, memory } = this.#settings;
    const idleLooks = Math.ceil((this.#settings.longestWait ?? LONGEST_WAIT) / LOOK_EVERY);
    const data = { module: module.href, work, warmUp };
    const thread = new Thread<Task, Result>({ data, allowance: { patience, idleLooks }, memory });
    this.#all.add(thread);
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
