import { setTimeout as sleep } from "node:timers/promises";
import { type Client, DiscordjsErrorCodes } from "discord.js";
import type { ServiceState } from "#desk/port.ts";
import { explain, TOKEN_MEND } from "./failure.ts";
import { GatewayError, type GatewayOptions, openGateway } from "./gateway.ts";

/** Times in milliseconds. */
export interface Patience {
  /** The first wait after a failure; each one after it is twice as long. */
  readonly first: number;
  readonly longest: number;
  /** What the gateway may be away before it counts as lost. */
  readonly away: number;
}

export interface ConnectionOptions extends Omit<GatewayOptions, "onReconnecting" | "onResumed"> {
  /** Called when commands come in; answers with the name that the bot has there. */
  readonly settle: (client: Client<true>) => Promise<string>;
  readonly patience: Patience;
}

/** A connection that stood for less long has failed, for the backoff. In milliseconds. */
const SETTLED = 10_000;

/** Connects, and connects again whenever the connection is lost, until it is stopped. */
export function keepConnected(
  options: ConnectionOptions,
  report: (state: ServiceState) => void,
): { stop(): Promise<void> } {
  const { patience, log, settle } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  stopped.catch(() => undefined);

  /** Holds a connection until it is lost, and then throws why. */
  async function hold(): Promise<never> {
    let as = "";
    const gateway = openGateway(
      {
        ...options,
        onReconnecting: () => report({ kind: "connecting" }),
        onResumed: () => as !== "" && report({ kind: "ready", as }),
      },
      patience.away,
    );
    try {
      as = await Promise.race([gateway.ready.then(settle), gateway.lost, stopped]);
      log.info("discord ready", { as });
      report({ kind: "ready", as });
      return await Promise.race([gateway.lost, stopped]);
    } finally {
      await gateway.close();
    }
  }

  async function pause(failures: number, error: unknown): Promise<void> {
    const retryIn = Math.min(patience.longest, patience.first * 2 ** (failures - 1));
    const reason = reasonOf(error);
    log.warn("discord failed", { reason, retryIn });
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
      } catch (error) {
        if (signal.aborted) return;
        failures = performance.now() - since >= SETTLED ? 1 : failures + 1;
        await pause(failures, error);
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

/** Why there is no connection, with the mend where it is the token's fault. */
function reasonOf(error: unknown): string {
  return isTokenFault(error) ? `the token is not taken: ${TOKEN_MEND}` : explain(error);
}

/** REST and the gateway each refuse a token in their own way. */
function isTokenFault(error: unknown): boolean {
  if (error instanceof GatewayError) return error.code === "unauthorised";
  return (
    error instanceof Error && "code" in error && error.code === DiscordjsErrorCodes.TokenInvalid
  );
}
