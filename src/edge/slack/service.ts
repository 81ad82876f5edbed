import { App, type webApi } from "@slack/bolt";
import { z } from "zod";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import { type Backoff, type Connection, keepConnected } from "#desk/connection.ts";
import type { ChatService, Finding, Log } from "#desk/port.ts";
import { createWork, trackedCourier } from "#desk/work.ts";
import type { AnswerOptions } from "./answer.ts";
import { checkSlack } from "./check.ts";
import { clientOptions, createClient } from "./client.ts";
import { type Line, lineHold } from "./connection.ts";
import { createCourier } from "./courier.ts";
import { editorsLookup } from "./editors.ts";
import { explain } from "./failure.ts";
import { answerInteractions } from "./interactions.ts";
import { type BuildApp, httpLine, noLine, socketLine } from "./line.ts";
import { boltLogger } from "./logger.ts";
import type { PaceOptions } from "./pace.ts";
import { createSeen } from "./seen.ts";

export interface SlackOptions {
  readonly botToken: string;
  /** For Socket Mode; `null`: none. */
  readonly appToken: string | null;
  /** For HTTP mode, which takes signed requests only. */
  readonly signingSecret: string | null;
  /** Takes interactions by HTTP on this port and not by Socket Mode. */
  readonly httpPort: number | null;
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  /** The newsroom's name of a Slack channel; `null` for one that is not ours. */
  readonly channelOf: (address: string) => string | null;
  /** Ids of user groups whose members are editors, beside the workspace's admins. */
  readonly editors?: readonly string[];
  /** Another server than Slack's own: `http://127.0.0.1:4003/api/`. */
  readonly api?: string;
  /**
   * Where HTTP mode listens. Slack posts to `https:` only and we speak plain HTTP, so something that
   * ends TLS stands before us: on the same machine, unless this says otherwise (`0.0.0.0` in a container).
   */
  readonly httpHost?: string;
  readonly timing?: Partial<Timing>;
}

/** Times in milliseconds. */
export interface Timing extends Backoff {
  /** What one call to Slack may take. */
  readonly timeout: number;
  /** Between two calls of the courier. */
  readonly pace: PaceOptions;
  /** After which a socket that answers no ping is taken for deaf. */
  readonly ping: number;
}

/** The timeout leaves a shutdown, which must end within ten seconds, time for the post in flight. */
const TIMING: Timing = {
  first: 5_000,
  longest: 5 * 60_000,
  timeout: 8_000,
  // A tenth of a second more than Slack allows, since calls do not arrive as evenly as they go out.
  pace: { channel: 1_100, posts: 200, edits: 1_200, looks: 1_200 },
  ping: 5_000,
};

const DirectChannel = z.object({ id: z.string() });

/** Few, so that a look at many channels stays below Slack's rate limits. */
const CHECKS_AT_ONCE = 4;

const NO_APP_TOKEN =
  "it posts and answers no commands: set SLACK_APP_TOKEN (xapp-…, from “Basic Information”, App-Level Tokens) in .env";
const NO_SECRET =
  "it posts and answers no commands: HTTP mode needs SLACK_SIGNING_SECRET (from “Basic Information”) in .env";

/** Slack, by Bolt: the courier, and the commands by Socket Mode or by HTTP. */
export function createSlack(options: SlackOptions): ChatService {
  const timing: Timing = { ...TIMING, ...options.timing };
  const api = { api: options.api, timeout: timing.timeout, log: options.log };
  const client = createClient(options.botToken, api);
  const work = createWork();
  const mode = modeOf(options);
  let workspace: string | null = null;
  let connection: Connection | null = null;

  const isEditor = editorsLookup({
    client,
    groups: options.editors ?? [],
    log: options.log,
    channelOf: options.channelOf,
  });
  const buildApp = appBuilder(options, clientOptions(api), {
    ...{ client, isEditor, timeout: timing.timeout, track: work.track, seen: createSeen() },
    ...{ frontDesk: options.frontDesk, log: options.log, channelOf: options.channelOf },
  });
  const openLine = (): Line => {
    if (mode.kind === "http") return httpLine({ ...mode, buildApp, log: options.log });
    if (mode.kind === "posts-only") return noLine();
    return socketLine({
      appToken: mode.appToken,
      clientOptions: clientOptions(api),
      buildApp,
      log: options.log,
      timeout: timing.timeout,
      ping: timing.ping,
    });
  };

  async function identify(): Promise<string> {
    const who = await client.auth.test();
    workspace = who.url ?? null;
    const name = who.user ?? "the bot";
    if (mode.kind !== "posts-only") return name;
    options.log.warn("slack posts only", { says: mode.says });
    return `${name} (${mode.says})`;
  }

  return {
    courier: trackedCourier(
      createCourier({ client, workspace: () => workspace, pace: timing.pace }),
      work,
    ),
    start(report) {
      const hold = lineHold({ identify, openLine, log: options.log });
      connection ??= keepConnected(
        { name: "slack", hold, explain, backoff: timing, log: options.log },
        report,
      );
    },
    async stop() {
      await connection?.stop();
      await work.done();
    },
    async openDirect(user) {
      const { channel } = await client.conversations.open({ users: user });
      return DirectChannel.parse(channel).id;
    },
    check: (addresses) =>
      checkSlack({
        client: createClient(options.botToken, { ...api, atOnce: CHECKS_AT_ONCE }),
        socket: mode.kind === "socket" ? { client: createClient(mode.appToken, api) } : null,
        commands: commandsFinding(mode),
        addresses,
      }),
  };
}

type Mode =
  | { readonly kind: "socket"; readonly appToken: string }
  | {
      readonly kind: "http";
      readonly port: number;
      readonly host: string;
      readonly signingSecret: string;
    }
  | { readonly kind: "posts-only"; readonly says: string };

function modeOf({ appToken, signingSecret, httpPort, httpHost = "127.0.0.1" }: SlackOptions): Mode {
  if (httpPort !== null) {
    return signingSecret === null
      ? { kind: "posts-only", says: NO_SECRET }
      : { kind: "http", port: httpPort, host: httpHost, signingSecret };
  }
  return appToken === null
    ? { kind: "posts-only", says: NO_APP_TOKEN }
    : { kind: "socket", appToken };
}

function commandsFinding(mode: Mode): Finding {
  const subject = "Slack commands";
  if (mode.kind === "posts-only") return { subject, ok: false, says: mode.says };
  return { subject, ok: true, says: "they come by HTTP, signed" };
}

/** `authorize` answers at once: Bolt would call `auth.test` for itself and leave its failure unhandled. */
function appBuilder(
  { botToken, log }: SlackOptions,
  clientOptions: webApi.WebClientOptions,
  answering: AnswerOptions,
): BuildApp {
  return (receiver) => {
    const app = new App({
      receiver,
      authorize: async () => ({ botToken }),
      logger: boltLogger(log),
      clientOptions,
      convoStore: false,
      ignoreSelf: false,
    });
    answerInteractions(app, answering);
    return app;
  };
}
