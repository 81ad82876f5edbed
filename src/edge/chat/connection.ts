import type { ServiceState } from "#desk/port/chat-service.ts";
import type { Log } from "#desk/port/log.ts";

/** Times in milliseconds. */
export interface Backoff {
  /** The first wait after a failure; each one after it is twice as long. */
  readonly first: number;
  readonly longest: number;
}

/** What a connection says of itself while it is held. */
export type HeldState = Exclude<ServiceState, { readonly kind: "failed" }>;

/**
 * Connects and holds that one connection to its end: it resolves when the connection has come to its
 * end in the ordinary way, and throws why it was lost or never stood. On the signal it closes and throws.
 */
export type Hold = (signal: AbortSignal, report: (state: HeldState) => void) => Promise<void>;

export interface ConnectionOptions {
  /** Begins the lines of the log: `slack`. */
  readonly name: string;
  readonly hold: Hold;
  /** Says why a connection failed, and names the mend. */
  readonly explain: (error: unknown) => string;
  readonly backoff: Backoff;
  readonly log: Log;
}

export interface Connection {
  /** Resolves when the connection is closed, and no attempt is under way. */
  stop(): Promise<void>;
}

/** How one connection ended. */
interface End {
  /** It stood long enough for its loss to be no sign of a fault that lasts. */
  readonly settled: boolean;
  /** `null` for an end in the ordinary way. */
  readonly failure: { readonly error: unknown } | null;
}

/** Milliseconds that a connection must have stood for, so that the backoff begins anew. */
const SETTLED = 10_000;

/** Connects, and connects again whenever the connection is lost, until it is stopped. */
export function keepConnected(
  { name, hold, explain, backoff, log }: ConnectionOptions,
  report: (state: ServiceState) => void,
): Connection {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function holdOnce(): Promise<End> {
    const standing = createStanding();
    const tell = (state: HeldState) => {
      standing.see(state);
      report(state);
    };
    try {
      await hold(signal, tell);
      return { settled: standing.settled(), failure: null };
    } catch (error) {
      return { settled: standing.settled(), failure: { error } };
    } finally {
      standing.end();
    }
  }

  async function pause(failures: number, reason: string): Promise<void> {
    const retryIn = Math.min(backoff.longest, backoff.first * 2 ** (failures - 1));
    log.warn(`${name} failed`, { reason, retryIn });
    report({ kind: "failed", reason, retryIn });
    await sleep(retryIn, signal);
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      report({ kind: "connecting" });
      const { settled, failure } = await holdOnce();
      if (signal.aborted) return;
      if (settled) failures = 0;
      if (failure !== null) {
        failures += 1;
        await pause(failures, explain(failure.error));
      } else if (!settled) {
        // The first time it is tried again at once, as after a refresh that the platform announced.
        failures += 1;
        if (failures > 1) await pause(failures, "the connection breaks as soon as it stands");
      }
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Knows whether a connection has ever stood for long at a stretch. */
function createStanding() {
  let settled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    settled: () => settled,
    see({ kind }: HeldState) {
      clearTimeout(timer);
      if (kind !== "ready") return;
      timer = setTimeout(() => {
        settled = true;
      }, SETTLED);
    },
    end: () => clearTimeout(timer),
  };
}

/** Waits, and no longer than until the signal. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener("abort", () => resolve(), { once: true });
  if (signal.aborted) resolve();
  return promise.finally(() => clearTimeout(timer));
}

/**
 * Waits for work, and no longer than until the signal; the work's own failure stays handled.
 *
 * @throws the signal's reason, or what the work throws
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
