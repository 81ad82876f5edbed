import { webApi } from "@slack/bolt";
import type { Log } from "#desk/port/log.ts";
import { boltLogger } from "./logger.ts";

/** Where and how Slack is called. */
export interface ApiOptions {
  /** Another server than Slack's own; `http://127.0.0.1:4003/api/`. */
  readonly api?: string | undefined;
  /** Milliseconds that one call may take. */
  readonly timeout: number;
  /** Most calls at once. */
  readonly atOnce?: number;
  /** Asked right before a request is sent, and ends it once it is aborted; left out: nothing does. */
  readonly whileOurs?: (() => AbortSignal) | undefined;
  readonly log: Log;
}

/**
 * Options of every Web API client here, Bolt's own ones included.
 *
 * The SDK's own retries are off, because it posts again after a reply that was lost, and leaves two
 * messages: a call that failed is repeated by the outbox, which lets the courier look first. `fetch`
 * has the timeout as well, because Bolt's `respond` uses it and knows none.
 */
export function clientOptions({
  api,
  timeout,
  log,
  atOnce = 100,
  whileOurs,
}: ApiOptions): webApi.WebClientOptions {
  return {
    ...(api !== undefined && { slackApiUrl: api.endsWith("/") ? api : `${api}/` }),
    maxRequestConcurrency: atOnce,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    fetch: async (url, init) => {
      const ours = whileOurs?.();
      ours?.throwIfAborted();
      const signals = [init?.signal ?? AbortSignal.timeout(timeout), ours];
      return fetch(url, { ...init, signal: AbortSignal.any(signals.filter((one) => one != null)) });
    },
    logger: boltLogger(log),
  };
}

/** A Web API client that tries each call once. */
export function createClient(token: string, options: ApiOptions): webApi.WebClient {
  return new webApi.WebClient(token, clientOptions(options));
}
