import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { BOOKMARK_SCOPES, SCOPES } from "#edge/slack/scopes.ts";
import { createInbox, type Inbox } from "#tests/fake/inbox.ts";
import { listenOnLoopback } from "#tests/fake/listen.ts";
import { type Fault, misbehave } from "./faults.ts";
import { acceptSockets, type Sockets } from "./sockets.ts";
import { type Bookmark, createWorkspace, type Posted } from "./workspace.ts";

/**
 * A small Slack on loopback: the Web API that Copydesk calls, Socket Mode, and `response_url`s.
 */
export interface FakeSlack extends Sockets {
  /** Base address of the Web API. */
  readonly api: string;
  /** What stands in the channels and their threads, oldest first. */
  readonly posted: readonly Posted[];
  /** What leads from the heads of the channels. */
  readonly bookmarks: readonly Bookmark[];
  /** Somebody deletes a message. */
  remove(ts: string): void;
  /** Makes another channel. */
  addChannel: ReturnType<typeof createWorkspace>["addChannel"];
  /** The methods that were called; `refused` stands for a call that was too many. */
  readonly calls: Inbox<string>;
  /** What the calls of a method were given, as form fields. */
  arguments(method: string): readonly Readonly<Record<string, string>>[];
  /** Every call of a method, with the moment at which it came. */
  sent(method: string): readonly Sent[];
  /** Refuses the calls of a method that are too many; several limits of one method are kept side by side. */
  keepLimit(limit: Limit): void;
  /** What apps posted to a `response_url`. */
  readonly responses: Inbox<Response>;
  /** The bot token that is taken; calls with any other get `invalid_auth`. */
  token: string;
  /** Lets a code of OAuth be changed for a token of another workspace; the token is taken from then on. */
  grant(code: string, grant: Grant): void;
  /** The tokens that the calls of a method bore; `null` for none. */
  bearers(method: string): readonly (string | null)[];
  /** What happens to the next calls of a method, one each. */
  script(method: string, ...faults: readonly Fault[]): void;
  /** What the next `response_url` calls get, one each; 200 when nothing is scripted. */
  respondWith(...statuses: readonly number[]): void;
  /** An address for `response_url`. */
  responseUrl(name: string): string;
  close(): Promise<void>;
}

export interface Response {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Sent {
  readonly at: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** A workspace in which somebody installs the app. */
export interface Grant {
  readonly team: string;
  readonly token: string;
}

/** A bucket that holds `burst` calls and takes another one `every` so many milliseconds. */
export interface Limit {
  readonly method: string;
  readonly every: number;
  readonly burst: number;
  /** A bucket for each channel; left out: one for all. */
  readonly aChannel?: boolean;
}

const Body = z.record(z.string(), z.unknown());

export const ALL_SCOPES = [...SCOPES, ...BOOKMARK_SCOPES].map(({ scope }) => scope).join(",");

export async function startFakeSlack(
  options: { scopes?: string; pageSize?: number } = {},
): Promise<FakeSlack> {
  const calls = createInbox<string>();
  const faults = new Map<string, Fault[]>();
  const given: (Sent & { method: string; token: string | null })[] = [];
  const grants = new Map<string, Grant>();
  const teams = new Map<string, string>();
  const limits: { readonly method: string; readonly pass: (channel: string) => boolean }[] = [];
  const statuses: number[] = [];
  const responses = createInbox<Response>();
  const http = createServer((request, response) => void handle(request, response));
  const sockets = acceptSockets(http);
  const host = `127.0.0.1:${await listenOnLoopback(http)}`;
  const workspace = createWorkspace(() => `ws://${host}/socket`, options.pageSize);
  const headers = {
    "content-type": "application/json",
    "x-oauth-scopes": options.scopes ?? ALL_SCOPES,
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const { pathname } = new URL(request.url ?? "/", `http://${host}`);
    if (pathname.startsWith("/response/")) {
      const name = pathname.slice("/response/".length);
      responses.put({ name, body: Body.parse(JSON.parse(text)) });
      response.writeHead(statuses.shift() ?? 200).end("ok");
      return;
    }
    const reply = call(pathname.slice("/api/".length), text, request);
    if ("kind" in reply) misbehave(reply.kind, request, response, reply.work);
    else response.writeHead(200, headers).end(JSON.stringify(reply.body));
  }

  function call(
    method: string,
    text: string,
    request: IncomingMessage,
  ): { body: object } | { kind: Fault; work: () => object } {
    calls.put(method);
    const token = request.headers.authorization?.replace("Bearer ", "") ?? null;
    const fields = Object.fromEntries(new URLSearchParams(text));
    given.push({ method, token, fields, at: Date.now() });
    if (method === "oauth.v2.access") return { body: change(fields) };
    const work = workspace.methods.get(method);
    if (work === undefined) return { body: { ok: false, error: "unknown_method" } };
    const taken = method === "apps.connections.open" ? "xapp-good" : slack.token;
    const team = token === null ? undefined : teams.get(token);
    if (token !== taken && team === undefined)
      return { body: { ok: false, error: "invalid_auth" } };
    if (method === "auth.test" && team !== undefined) return { body: whoIn(team) };
    const body = new URLSearchParams(text);
    const channel = fields.channel ?? "";
    if (!limits.every((limit) => limit.method !== method || limit.pass(channel))) {
      calls.put("refused");
      return { kind: { kind: "status", status: 429, retryAfter: 1 }, work: () => ({}) };
    }
    const fault = faults.get(method)?.shift();
    return fault === undefined ? { body: work(body) } : { kind: fault, work: () => work(body) };
  }

  /** Slack docs, "oauth.v2.access". A code is good for one change. */
  function change({ code = "", client_secret: secret }: Readonly<Record<string, string>>): object {
    const grant = grants.get(code);
    if (secret !== "app-secret" || grant === undefined) return { ok: false, error: "invalid_code" };
    grants.delete(code);
    teams.set(grant.token, grant.team);
    return {
      ...{ ok: true, access_token: grant.token, token_type: "bot", scope: ALL_SCOPES },
      ...{ bot_user_id: "UB2", app_id: "A1", enterprise: null, is_enterprise_install: false },
      ...{ team: { id: grant.team, name: "Second" }, authed_user: { id: "U9" } },
    };
  }

  const slack: FakeSlack = {
    ...sockets,
    api: `http://${host}/api/`,
    posted: workspace.posted,
    bookmarks: workspace.bookmarks,
    remove: workspace.remove,
    addChannel: workspace.addChannel,
    arguments: (method) =>
      given.filter((call) => call.method === method).map(({ fields }) => fields),
    sent: (method) => given.filter((call) => call.method === method),
    keepLimit: ({ method, ...limit }) => void limits.push({ method, pass: buckets(limit) }),
    grant: (code, granted) => void grants.set(code, granted),
    bearers: (method) => given.filter((call) => call.method === method).map(({ token }) => token),
    calls,
    responses,
    token: "xoxb-good",
    script: (method, ...scripted) => {
      faults.set(method, [...(faults.get(method) ?? []), ...scripted]);
    },
    respondWith: (...scripted) => {
      statuses.push(...scripted);
    },
    responseUrl: (name) => `http://${host}/response/${name}`,
    async close() {
      sockets.cut();
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
  return slack;
}

function whoIn(team: string): object {
  const url = `https://${team.toLowerCase()}.slack.com/`;
  return { ok: true, url, user: "copydesk", team: "Second", team_id: team, bot_id: "B2" };
}

type Bucket = Omit<Limit, "method">;

/** Says whether a call to a channel may pass. */
function buckets({ aChannel = false, ...limit }: Bucket): (channel: string) => boolean {
  const made = new Map<string, () => boolean>();
  return (channel) => {
    const name = aChannel ? channel : "";
    const pass = made.get(name) ?? bucket(limit);
    made.set(name, pass);
    return pass();
  };
}

function bucket({ every, burst }: Bucket): () => boolean {
  let left = burst;
  let then = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(burst, left + (now - then) / every);
    then = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
