import { Worker } from "node:worker_threads";
import { ThreadError } from "./error.ts";
import type { Answer, ThreadData } from "./message.ts";
import {
  type Allowance,
  LOOK_EVERY,
  type Look,
  readMeter,
  startMeter,
  verdictOf,
} from "./meter.ts";

export interface ThreadSettings {
  readonly data: ThreadData;
  readonly allowance: Allowance;
  /** What it may hold on its heap, in megabytes. */
  readonly memory: number;
}

/** One thread that does one piece of work at a time; warm when the first one begins. */
export class Thread<Task, Result> {
  readonly #settings: ThreadSettings;
  readonly #worker: Worker;
  /** Once it is warm, or has ended before. */
  readonly started: Promise<void>;
  readonly #ready: Promise<void>;
  #waiting: PromiseWithResolvers<Result | null> | null = null;
  #spent: number | null = null;
  #ended: ThreadError | null = null;

  constructor(settings: ThreadSettings) {
    const { data, memory } = settings;
    this.#settings = settings;
    this.#worker = new Worker(new URL("./host.ts", import.meta.url), {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    this.#worker.on("message", (answer: Answer<Result>) => this.#onAnswer(answer));
    this.#worker.on("error", (error) => this.#onEnd(new ThreadError(codeOf(error), error)));
    this.#worker.on("exit", () => this.#onEnd(new ThreadError("failed")));
    this.#ready = this.#next().then(() => undefined);
    this.#worker.unref();
    // Whoever runs the first piece of work hears of a start that failed.
    this.started = this.#ready.catch(() => undefined);
  }

  /** It takes no work any more. */
  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** @throws {ThreadError} when there is no result; of its codes only `failed` leaves the thread alive */
  async run(task: Task): Promise<Result> {
    // A thread without work keeps no process alive.
    this.#worker.ref();
    try {
      await this.#ready;
      return await this.#do(task);
    } finally {
      if (this.#ended === null) this.#worker.unref();
    }
  }

  async end(): Promise<void> {
    this.#onEnd(new ThreadError("closed"));
    // Whoever waits for its end would else be left waiting by a process that has nothing more to do.
    this.#worker.ref();
    await this.#worker.terminate();
  }

  async #do(task: Task): Promise<Result> {
    if (this.#ended !== null) throw this.#ended;
    const done = this.#next();
    this.#worker.postMessage(task);
    const stopLooking = this.#look();
    try {
      // Only the first answer of a thread holds no result.
      return (await done) as Result;
    } finally {
      stopLooking();
    }
  }

  #next(): Promise<Result | null> {
    this.#waiting = Promise.withResolvers();
    return this.#waiting.promise;
  }

  #onAnswer(answer: Answer<Result>): void {
    this.#spent = answer.spent;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (answer.kind === "failed") waiting?.reject(new ThreadError("failed", answer.error));
    else waiting?.resolve(answer.kind === "done" ? answer.result : null);
  }

  #onEnd(error: ThreadError): void {
    this.#ended ??= error;
    this.#waiting?.reject(this.#ended);
    this.#waiting = null;
  }

  /** Looks at the thread again and again, and ends it when its work costs too much. */
  #look(): () => void {
    let meter = startMeter(this.#spent ?? 0);
    let look: Look | null = null;
    const timer = setInterval(() => {
      if (look !== null) meter = readMeter(meter, look);
      const verdict = verdictOf(meter, this.#settings.allowance);
      if (verdict !== null) return this.#giveUp(new ThreadError(verdict));
      look = "unanswered";
      void this.#usage().then((usage) => {
        look = usage;
      });
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }

  #giveUp(error: ThreadError): void {
    this.#onEnd(error);
    void this.#worker.terminate();
  }

  /** Node interrupts the thread for it, also in a loop or an expression that never ends. */
  async #usage(): Promise<Look> {
    if (this.#spent === null) return "untold";
    try {
      const { user, system } = await this.#worker.cpuUsage();
      return (user + system) / 1000;
    } catch {
      return "unanswered"; // it has ended meanwhile
    }
  }
}

function codeOf(error: unknown): "too-large" | "failed" {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-large" : "failed";
}
