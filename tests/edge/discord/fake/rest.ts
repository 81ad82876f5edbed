import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listenOnLoopback } from "#tests/fake/listen.ts";
import { createSecondLimit, type SecondLimit } from "#tests/fake/second-limit.ts";

/**
 * As much of Discord as a post needs, and quick: it takes every message, knows every channel, has no gateway, and keeps the
 * global limit.
 */
export interface Rest {
  readonly api: string;
  readonly limit: SecondLimit;
  /** When each message came that was taken, by `performance.now()`. */
  readonly posts: readonly number[];
  close(): void;
}

/** Discord docs, "Rate Limits", Global Rate Limit: requests a second. */
export const GLOBAL_LIMIT = 50;

const POST = /^\/api\/v10\/channels\/\d+\/messages$/;
const SERVER = "1";
const SERVERS = "/api/v10/users/@me/guilds";
const CHANNELS = `/api/v10/guilds/${SERVER}/channels`;
const CHANNEL = /^\/api\/v10\/channels\/(?<id>\d+)$/;

/** @param listed the channels of its one server, where somebody asks for all */
export async function startRest(listed: readonly string[] = []): Promise<Rest> {
  const most = GLOBAL_LIMIT;
  const limit = createSecondLimit(most);
  const posts: number[] = [];
  const reply = ({ method, url = "" }: IncomingMessage): readonly [number, object] => {
    if (!limit.pass())
      return [429, { message: "You are being rate limited.", retry_after: 1, global: true }];
    if (method === "POST" && POST.test(url)) {
      posts.push(performance.now());
      return [200, { id: String(posts.length) }];
    }
    // Somebody else has posted there last: what is looked for does not stand there.
    if (method === "GET" && POST.test(url.split("?")[0] ?? ""))
      return [200, [{ id: "1", timestamp: new Date().toISOString() }]];
    if (url.startsWith(SERVERS)) return [200, [{ id: SERVER, name: "The newsroom" }]];
    if (url === CHANNELS) return [200, listed.map((id) => ({ id, type: 0, guild_id: SERVER }))];
    const id = CHANNEL.exec(url)?.groups?.id;
    if (method === "GET" && id !== undefined) return [200, { id, type: 0, guild_id: SERVER }];
    return [404, { message: "404: Not Found", code: 0 }];
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    const [status, body] = reply(request);
    response.writeHead(status, {
      "content-type": "application/json",
      ...(status === 429 && { "retry-after": "1", "x-ratelimit-global": "true" }),
    });
    response.end(JSON.stringify(body));
  });
  const port = await listenOnLoopback(server);
  return {
    ...{ api: `http://127.0.0.1:${port}/api`, limit, posts },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
