import { setTimeout as sleep } from "node:timers/promises";
import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  type Guild,
  type GuildMember,
  type Interaction,
  type Message,
  Options,
  Partials,
  type User,
  type WebSocketShard,
} from "discord.js";
import type { Log } from "#desk/port/log.ts";
import { pacedRequests, restOptions } from "./api.ts";
import type { Pace } from "./pace.ts";
import { createShards, type Deadline } from "./shards.ts";

export interface GatewayOptions {
  readonly token: string;
  readonly api: string | undefined;
  readonly timeout: number;
  /** That of all calls with this token. */
  readonly pace: Pace;
  readonly log: Log;
  readonly onInteraction: (interaction: Interaction) => void;
  /** The bot was brought into a server; those that it was in before are none. */
  readonly onInvited: (server: Guild) => void;
  /** A message in a channel that the bot sees; its text is there where it mentions the bot, or is to it alone. */
  readonly onMessage: (message: Message) => void;
  readonly onReconnecting: () => void;
  readonly onResumed: () => void;
}

/**
 * Why the gateway is lost for good, so that a new client must be made.
 *
 * - `unauthorised`: it does not take the token
 * - `closed`: it will not have this connection again
 * - `silent`: it does not come back
 */
export type GatewayErrorCode = "unauthorised" | "closed" | "silent";

export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly code: GatewayErrorCode;

  constructor(code: GatewayErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * One connection to the gateway, or where Discord asks for more as many shards as it recommends; each heals by itself
 * where it can.
 */
export interface Gateway {
  /** Resolves when commands come in; rejects as `lost` does. */
  readonly ready: Promise<Client<true>>;
  /** Rejects when the connection does not heal. */
  readonly lost: Promise<never>;
  close(): Promise<void>;
}

/** Milliseconds that a server may take to say goodbye. */
const GOODBYE = 2_000;

/**
 * Opens a connection with discord.js.
 *
 * @param patience milliseconds that all of it may be away before it counts as lost, and that it may take from one shard
 *   to the next when it opens
 */
export function openGateway(options: GatewayOptions, patience: number): Gateway {
  const client = newClient(options);
  const lost = Promise.withResolvers<never>();
  const ready = Promise.withResolvers<Client<true>>();
  // Each is awaited by the caller at its own time; a rejection before that is not unhandled.
  lost.promise.catch((error: unknown) => ready.reject(error));
  ready.promise.catch(() => undefined);
  const deadline = createDeadline(patience, () =>
    lost.reject(new GatewayError("silent", "the gateway does not answer")),
  );
  const { onReconnecting, onResumed } = options;
  const count = () => client.ws.shards.size;
  const shards = createShards({ deadline, count, onReconnecting, onResumed });
  client
    .once(Events.ClientReady, (opened) => {
      shards.opened();
      ready.resolve(opened);
    })
    .on(Events.ShardReady, shards.back)
    .on(Events.ShardResume, shards.back)
    .on(Events.ShardReconnecting, shards.gone)
    .on(Events.ShardDisconnect, ({ code }) => lost.reject(closedBy(code)))
    .on(Events.GuildCreate, options.onInvited)
    .on(Events.InteractionCreate, options.onInteraction)
    .on(Events.MessageCreate, options.onMessage);
  client.login(options.token).catch(lost.reject);
  return {
    ready: ready.promise,
    lost: lost.promise,
    async close() {
      deadline.stop();
      await closeClient(client, options.log);
    },
  };
}

function createDeadline(patience: number, onPass: () => void): Deadline {
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      timer ??= setTimeout(onPass, patience);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

function closedBy(code: number): GatewayError {
  const refused = code === GatewayCloseCodes.AuthenticationFailed;
  return new GatewayError(
    refused ? "unauthorised" : "closed",
    `the gateway closed with code ${code}`,
  );
}

function newClient(options: GatewayOptions): Client {
  const client = new Client({
    // None of them is privileged: a mention and a direct message bring their text without that.
    intents: [
      ...[GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
      GatewayIntentBits.DirectMessages,
    ],
    // The channel of a direct message is not known before the first one comes.
    partials: [Partials.Channel],
    // Beyond some 2,000 servers Discord refuses a single connection, and says how many it wants.
    shards: "auto",
    rest: { ...restOptions(options), makeRequest: pacedRequests(options.pace) },
    allowedMentions: { parse: [] },
    // Interactions are held back until then, and each of them must be acknowledged within three seconds.
    waitGuildTimeout: 0,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: ASKERS, keepOverLimit: isBot },
      GuildMemberManager: { maxSize: ASKERS, keepOverLimit: isBot },
    }),
  });
  return listenForErrors(client, options.log);
}

/** Everyone who ever asked something would be remembered otherwise. */
const ASKERS = 100;

function isBot({ id, client }: User | GuildMember): boolean {
  return id === client.user.id;
}

/** An `error` without a listener would end the process. */
function listenForErrors(client: Client, log: Log): Client {
  return client
    .on(Events.Error, (error) => log.warn("discord client error", { says: error.message }))
    .on(Events.ShardError, (error) => log.warn("discord gateway error", { says: error.message }));
}

/**
 * Closes a client so that it stays closed. While it connects, the SDK's own `destroy` comes too early
 * for the attempt that is already planned, and a connection that nobody knows of would live on. Each
 * attempt asks the shard for its session first: here it never gets an answer.
 */
async function closeClient(client: Client, log: Log): Promise<void> {
  client.removeAllListeners();
  listenForErrors(client, log);
  const { shards } = client.ws;
  const find = shards.get.bind(shards);
  shards.get = (id) => {
    const shard = find(id);
    return shard && withoutSession(shard);
  };
  await Promise.race([client.destroy(), sleep(GOODBYE, undefined, { ref: false })]);
}

function withoutSession(shard: WebSocketShard): WebSocketShard {
  const never = new Promise<never>(() => undefined);
  return new Proxy(shard, {
    get: (target, name) => (name === "sessionInfo" ? never : Reflect.get(target, name, target)),
  });
}
