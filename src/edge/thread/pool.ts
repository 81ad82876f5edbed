import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { ThreadError, type ThreadErrorCode } from "./error.ts";

export interface PoolSettings {
  /** The module whose exported function does the work; every thread loads it once. */
  readonly module: URL;
  /** The name of that function. */
  readonly work: string;
  /** How long one piece of work may take, in milliseconds. */
  readonly patience: number;
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
  /** Ends the threads; work that was not finished rejects. */
  close(): Promise<void>;
}

/** A thread without work is kept so long, in milliseconds; one is always kept, so that a file that lands is read at once. */
const IDLE = 20_000;

/** Starts a pool. Threads are started as work comes. */
export function createPool<Task, Result>(settings: PoolSettings): Pool<Task, Result> {
  const threads = settings.threads ?? availableParallelism();
  const piscina = new Piscina<Task, Result>({
    filename: settings.module.href,
    name: settings.work,
    ...{ minThreads: 1, maxThreads: threads, idleTimeout: IDLE },
    resourceLimits: { maxOldGenerationSizeMb: settings.memory },
  });
  const inLane = lanes(threads);
  return {
    threads,
    // Waiting for a thread must not count as work, so nothing waits inside the pool.
    run: (task) => inLane(() => runOne(piscina, task, settings.patience)),
    close: () => piscina.destroy(),
  };
}

async function runOne<Task, Result>(
  piscina: Piscina<Task, Result>,
  task: Task,
  patience: number,
): Promise<Result> {
  const signal = AbortSignal.timeout(patience);
  try {
    return await piscina.run(task, { signal });
  } catch (cause) {
    throw new ThreadError(signal.aborted ? "too-slow" : codeOf(cause), cause);
  }
}

function codeOf(cause: unknown): ThreadErrorCode {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-large" : "failed";
}

/** At most `most` pieces of work at once; the others wait in the order in which they came. */
function lanes(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
