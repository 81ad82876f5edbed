import { setTimeout as sleep } from "node:timers/promises";
import type { Log, ServiceState } from "#desk/port.ts";

/** One way in which Slack's interactions come in. */
export interface Line {
  /** Resolves when it stands; after that, `lost` is called when it breaks. */
  open(lost: () => void): Promise<void>;
  close(): Promise<void>;
}

/** Times in milliseconds. */
export interface Backoff {
  readonly first: number;
  readonly longest: number;
}

export interface ConnectionOptions {
  /** Says who the bot is. Throws as long as its token is not taken. */
  readonly identify: () => Promise<string>;
  readonly openLine: () => Line;
  readonly explain: (error: unknown) => string;
  readonly backoff: Backoff;
  readonly log: Log;
}

/** A line that stood for less long has failed, for the backoff. In milliseconds. */
const SETTLED = 10_000;

/**
 * Connects, and connects again whenever the line is lost, until it is stopped. We do this ourselves,
 * because the SDK's own reconnection leaves a rejection unhandled when Slack cannot be reached, and
 * waits five seconds before it answers a refresh that Slack announced.
 */
export function keepConnected(
  { identify, openLine, explain, backoff, log }: ConnectionOptions,
  report: (state: ServiceState) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  /** Holds the line until it is lost; throws when it does not come to stand, or on `stop`. */
  async function hold(): Promise<void> {
    const lost = Promise.withResolvers<void>();
    const as = await unlessAborted(identify(), signal);
    const line = openLine();
    try {
      await unlessAborted(line.open(lost.resolve), signal);
      log.info("slack ready", { as });
      report({ kind: "ready", as });
      await unlessAborted(lost.promise, signal);
    } finally {
      await line.close();
    }
  }

  async function pause(failures: number, error: unknown): Promise<void> {
    const retryIn = Math.min(backoff.longest, backoff.first * 2 ** (failures - 1));
    const reason = explain(error);
    log.warn("slack failed", { reason, retryIn });
    report({ kind: "failed", reason, retryIn });
    await sleep(retryIn, undefined, { signal }).catch(() => undefined);
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      report({ kind: "connecting" });
      const since = performance.now();
      try {
        await hold();
        const settled = performance.now() - since >= SETTLED;
        failures = settled ? 0 : failures + 1;
        if (failures > 1) await pause(failures, "the connection breaks as soon as it stands");
      } catch (error) {
        failures += 1;
        if (!signal.aborted) await pause(failures, error);
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

/** Waits for work, and no longer than until the signal; the work's own failure stays handled. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
