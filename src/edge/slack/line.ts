import type { Server } from "node:http";
import { type App, HTTPReceiver, SocketModeReceiver, webApi } from "@slack/bolt";
import type { Log } from "#desk/port/log.ts";
import type { Line } from "./connection.ts";
import { explainAppToken } from "./failure.ts";
import { guardRequests } from "./incoming.ts";
import { boltLogger } from "./logger.ts";

/** Builds a Bolt app on a receiver, with its listeners. */
export type BuildApp = (receiver: HTTPReceiver | SocketModeReceiver) => App;

export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly buildApp: BuildApp;
  readonly log: Log;
  /** Milliseconds until a socket that opened and says nothing is given up. */
  readonly timeout: number;
  /** Milliseconds until a socket that answers no ping is taken for deaf. */
  readonly ping: number;
}

/** Socket Mode: Slack sends through a socket that we open, so no public address is needed. */
export function socketLine({
  appToken,
  clientOptions,
  buildApp,
  log,
  timeout,
  ping,
}: SocketOptions): Line {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    clientPingTimeout: ping,
    installerOptions: { clientOptions },
  });
  buildApp(receiver);
  const { client } = receiver;
  let closed = false;
  return {
    async open(lost) {
      const silent = Promise.withResolvers<never>();
      const timer = setTimeout(
        () => silent.reject(new LineError("silent", "Slack's socket opened and said nothing")),
        timeout,
      );
      try {
        await Promise.race([startSocket(), silent.promise]);
      } catch (error) {
        throw socketFailure(error);
      } finally {
        clearTimeout(timer);
      }
      client.once("disconnected", lost);
    },
    async close() {
      closed = true;
      const patience = setTimeout(() => client.disconnect(), FAREWELL);
      await client.disconnect();
      clearTimeout(patience);
    },
  };

  /** The SDK opens the socket also when it is told to disconnect while it asks for the address. */
  async function startSocket(): Promise<void> {
    await client.start();
    if (closed) await client.disconnect();
  }
}

/**
 * Milliseconds that the other side has for its part of a farewell. The SDK would wait for the closing
 * handshake for up to 30 seconds (a second `disconnect` makes it drop the socket), and an HTTP server
 * for as long as a request is open.
 */
const FAREWELL = 1_000;

/** Why a line did not come to stand. */
export type LineErrorCode = "silent" | "closed" | "refused" | "no-port";

export class LineError extends Error {
  override readonly name = "LineError";
  readonly code: LineErrorCode;

  constructor(code: LineErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

function socketFailure(error: unknown): unknown {
  if (error instanceof webApi.WebAPIPlatformError) {
    return new LineError("refused", explainAppToken(error), error);
  }
  // The SDK rejects with nothing at all when the socket closes before Slack says hello.
  return error ?? new LineError("closed", "Slack closed the socket before it stood");
}

export interface HttpOptions {
  readonly signingSecret: string;
  readonly port: number;
  readonly host: string;
  readonly buildApp: BuildApp;
  /** Further options of the receiver, such as those that let it install the app. */
  readonly receiver: Partial<ConstructorParameters<typeof HTTPReceiver>[0]>;
  readonly log: Log;
}

/** Bytes. A click sends the message that it was made on; none is near as long. */
const BODY_MOST = 256 * 1_024;

/** HTTP: Slack posts to us, each request signed; `/slack/events` takes commands and buttons. */
export function httpLine(options: HttpOptions): Line {
  const { signingSecret, port, host, buildApp, log } = options;
  const receiver = new HTTPReceiver({
    ...options.receiver,
    signingSecret,
    bodyLimit: BODY_MOST,
    logger: boltLogger(log),
  });
  guardRequests(receiver, log);
  buildApp(receiver);
  let starting: Promise<Server> | null = null;
  return {
    async open(lost) {
      starting = receiver.start({ port, host });
      const server = await starting.catch((error: unknown) => {
        throw new LineError(
          "no-port",
          `Slack's requests need ${host}:${port}, and it cannot be opened: free it, or set another SLACK_HTTP_PORT in .env`,
          error,
        );
      });
      server.once("close", lost);
      log.info("slack listens", { listening: server.address() });
    },
    async close() {
      const server = await starting?.catch(() => null);
      if (!server?.listening) return;
      const patience = setTimeout(() => server.closeAllConnections(), FAREWELL);
      await receiver.stop();
      clearTimeout(patience);
    },
  };
}

/** No way in: Copydesk posts, and answers nothing. */
export function noLine(): Line {
  return { open: async () => undefined, close: async () => undefined };
}
