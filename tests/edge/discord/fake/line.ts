import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Standing } from "#tests/contract/courier.ts";
import { createInbox, type Inbox } from "#tests/fake/inbox.ts";
import { listenOnLoopback } from "#tests/fake/listen.ts";
import { spoil } from "#tests/fake/spoil.ts";
import { createAnnouncements } from "./announcements.ts";
import { type Fault, type Reply, send } from "./fault.ts";
import type { RateLimit } from "./rate-limit.ts";
import { createThreads, type ForumRules, json } from "./threads.ts";
import { pair, rawHead } from "./tunnel.ts";
import { TOKEN, type Twin } from "./twin.ts";

export interface Call {
  /** `POST /channels/1/messages`, without the query. */
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * The line between the bot and the twin, on which things go wrong when a test says so. It also does
 * what Discord does and the twin leaves out: it looks at the token, gives the first message for a
 * repeated nonce, keeps nonces out of the history, tells the registered commands, and has threads and
 * forums.
 */
export interface Line {
  /** Base address of the REST API. */
  readonly api: string;
  readonly calls: readonly Call[];
  /** What happens to the next calls of a route (`POST /channels/*`), one each. */
  script(route: RegExp, ...faults: readonly Fault[]): void;
  /** The minutes in which Discord knows a nonce are over. */
  forgetNonces(): void;
  /** Breaks every connection to the gateway without a word, or that of one shard. */
  cutGateway(shard?: number): void;
  /** How many shards the gateway asks for. */
  shards: number;
  /** While it is true, every attempt to connect to the gateway is cut. */
  gatewayDown: boolean;
  /** While it is true, the gateway brings every interaction twice. */
  repeatInteractions: boolean;
  /** How many attempts there were to connect to the gateway. */
  readonly attempts: Inbox<number>;
  /** The messages of a channel with whom they would notify, oldest first. */
  read(channel: string): Promise<readonly Standing[]>;
  /** Somebody deletes a message; `THREAD/MESSAGE` names one in a thread. */
  remove(messageId: string): Promise<void>;
  /** The ids of messages that were published to followers, in their order. */
  readonly published: readonly string[];
  /** Makes a forum of a channel. */
  setForum(channel: string, rules: ForumRules): void;
  /** Keeps the global limit; `null`: there is none. */
  limit: RateLimit | null;
  token: string;
  close(): Promise<void>;
}

export async function openLine(twin: Twin): Promise<Line> {
  const calls: Call[] = [];
  const scripts: { route: RegExp; fault: Fault }[] = [];
  const sockets = new Set<Duplex>();
  /** Those of the shards as they were opened first. */
  const opened: Duplex[] = [];
  const nonces = new Map<string, Reply>();
  const mentions = new Map<string, readonly string[]>();
  let commands: unknown = [];
  const attempts = createInbox<number>();
  const threads = createThreads(twin);
  const announcements = createAnnouncements(twin);
  const agent = new Agent({ keepAlive: false });
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  });
  server.on("upgrade", (incoming, socket, head) => {
    attempts.put(attempts.all.length + 1);
    if (line.gatewayDown) return void socket.destroy();
    const upstream = connect(twin.discord.port, "127.0.0.1");
    opened.push(socket);
    pair(socket, upstream, sockets, (chunk) => {
      const moved = chunk.replaceAll(`:${twin.discord.port}/`, `:${port}/`);
      return line.repeatInteractions && moved.includes("INTERACTION_CREATE")
        ? moved + moved
        : moved;
    });
    upstream.write(rawHead(incoming));
    upstream.write(head);
  });
  const port = await listenOnLoopback(server);

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const limited = line.limit?.take() ?? null;
    if (limited !== null) return send(response, limited);
    const path = decodeURIComponent((incoming.url ?? "").replace(/^\/api\/v10/, ""));
    const [plain = "", query = ""] = path.split("?");
    const route = `${incoming.method} ${plain}`;
    const text = String(await buffer(incoming));
    calls.push({ route, body: text === "" ? {} : JSON.parse(text) });
    const index = scripts.findIndex((script) => script.route.test(route));
    const [script] = index === -1 ? [] : scripts.splice(index, 1);
    const fault = script?.fault;
    if (fault?.kind === "reset") return void incoming.socket.resetAndDestroy();
    if (fault?.kind === "reply") {
      return send(response, {
        status: fault.status,
        headers: { "content-type": "application/json", ...fault.headers },
        body: JSON.stringify(fault.body),
      });
    }
    if (fault?.kind === "wait") await fault.until;
    const reply = await work(incoming, route, query, text);
    if (fault === undefined || fault.kind === "wait") send(response, reply);
    else spoil(fault.kind, incoming, response, reply);
  }

  async function work(
    incoming: IncomingMessage,
    route: string,
    query: string,
    text: string,
  ): Promise<Reply> {
    const own = /^\w+ \/(?:interactions|webhooks)\//.test(route);
    if (!own && incoming.headers.authorization !== `Bot ${line.token}`) {
      return json(401, { message: "401: Unauthorized", code: 0 });
    }
    if (/^GET \/applications\/\d+\/commands$/.test(route)) {
      const whole = new URLSearchParams(query).get("with_localizations") === "true";
      return json(200, whole ? commands : withoutLocalisations(commands));
    }
    const nonce = nonceOf(route, text);
    const known = nonce === null ? undefined : nonces.get(nonce);
    if (known !== undefined) return known;
    const body = text === "" ? {} : JSON.parse(text);
    const reply =
      (await announcements.answer(route)) ??
      (await threads.answer(route, new URLSearchParams(query), body)) ??
      (await forward(agent, twin.discord.port, incoming, text));
    if (reply.status >= 400) return reply;
    if (/^PUT \/applications\/\d+\/commands$/.test(route)) commands = withDefaults(text);
    if (nonce !== null) nonces.set(nonce, reply);
    if (/^(?:POST|PATCH) \/channels\/\d+\/(?:messages(?:\/\d+)?|threads)$/.test(route)) {
      mentions.set(JSON.parse(reply.body).id, mentionsIn(body.message ?? body));
    }
    const told = /^GET \/channels\/(\d+)$/.exec(route)?.[1];
    if (told !== undefined) return { ...reply, body: threads.described(told, reply.body) };
    if (route === "GET /gateway/bot") {
      const moved = reply.body.replace(/ws:[^"]*/, `ws://127.0.0.1:${port}/gateway`);
      const wanted = `"$1":${line.shards}`;
      return { ...reply, body: moved.replaceAll(/"(shards|max_concurrency)":1/g, wanted) };
    }
    if (/^GET \/channels\/\d+\/messages$/.test(route)) {
      return { ...reply, body: JSON.stringify(JSON.parse(reply.body, withoutNonce)) };
    }
    return reply;
  }

  const line: Line = {
    api: `http://127.0.0.1:${port}/api`,
    calls,
    attempts,
    gatewayDown: false,
    shards: 1,
    limit: null,
    published: announcements.published,
    setForum: threads.setForum,
    repeatInteractions: false,
    token: TOKEN,
    script: (route, ...faults) => void scripts.push(...faults.map((fault) => ({ route, fault }))),
    forgetNonces: () => nonces.clear(),
    cutGateway(shard) {
      for (const socket of sockets)
        if (shard === undefined || socket === opened[shard]) socket.destroy();
    },
    async read(channel) {
      const messages = await twin.discord.channel(channel).getMessages();
      return messages
        .toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)))
        .map(({ id, components }) => ({
          messageId: id,
          mentions: mentions.get(id) ?? ["not posted by us"],
          text: JSON.stringify(components ?? []),
        }));
    },
    async remove(messageId) {
      const id = messageId.split("/").at(-1) ?? messageId;
      await twin.discord.prisma.message.delete({ where: { id } });
    },
    async close() {
      line.cutGateway();
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, "close");
    },
  };
  return line;
}

function withoutNonce(name: string, value: unknown): unknown {
  return name === "nonce" ? undefined : value;
}

async function forward(
  agent: Agent,
  port: number,
  incoming: IncomingMessage,
  text: string,
): Promise<Reply> {
  const { method, url, headers } = incoming;
  const outgoing = request({ host: "127.0.0.1", port, agent, method, path: url, headers });
  outgoing.end(text);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once("response", resolve).once("error", reject);
  });
  return {
    status: response.statusCode ?? 500,
    headers: response.headers,
    body: String(await buffer(response)),
  };
}

function nonceOf(route: string, text: string): string | null {
  if (!/^POST \/channels\/\d+\/messages$/.test(route)) return null;
  const body = JSON.parse(text);
  return body.enforce_nonce === true ? `${route} ${body.nonce}` : null;
}

/** Discord tells commands with what it adds by itself, and leaves out what is false. */
function withDefaults(text: string): unknown {
  const bodies: Readonly<Record<string, unknown>>[] = JSON.parse(text, (_, value) =>
    value === false ? undefined : value,
  );
  return bodies
    .map((body, index) => ({
      ...body,
      id: String(index + 1),
      nsfw: false,
      version: "1",
    }))
    .toReversed();
}

function withoutLocalisations(commands: unknown): unknown {
  return JSON.parse(
    JSON.stringify(commands, (key, value) => (key.endsWith("_localizations") ? undefined : value)),
  );
}

/** Whom Discord would notify: everyone that the text names, unless `allowed_mentions` parses nothing; then its roles. */
function mentionsIn({ allowed_mentions: allowed, ...body }: Mentioning): readonly string[] {
  const named = JSON.stringify(body).match(/@everyone|@here|<@[!&]?\d+>/g) ?? [];
  if (allowed?.parse?.length !== 0) return named;
  return named.filter((name) => allowed.roles?.some((role) => name === `<@&${role}>`) ?? false);
}

interface Mentioning {
  readonly allowed_mentions?: { readonly parse?: unknown[]; readonly roles?: readonly string[] };
}
