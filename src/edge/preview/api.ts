import { setImmediate } from "node:timers/promises";
import { mayGiveAny } from "#core/access/may-give.ts";
import { isEditor } from "#core/access/role.ts";
import type { Instant } from "#core/article/instant.ts";
import { COMMANDS, isCommandName } from "#core/reply/command.ts";
import { directPlatform, type Visitor } from "#core/reply/front-desk.ts";
import { ask, askedFrom, handIn, readBy, readFace } from "./ask.ts";
import type { ShownChannel } from "./board.ts";
import { BOARD_ROUTES } from "./board-routes.ts";
import { DROP_ROUTES } from "./drop-routes.ts";
import { RequestError } from "./error.ts";
import { FIRST_RUN_ROUTES } from "./first-run-routes.ts";
import { sendBytes, sendJson } from "./http.ts";
import { MEND_ROUTES } from "./mend-routes.ts";
import type { ApiParts, Call, Route } from "./route.ts";
import { SETUP_ROUTES } from "./setup-routes.ts";
import { WAITING_ROUTES } from "./waiting-routes.ts";

const MOST_EDITIONS = 100;
const USUAL_EDITIONS = 20;
/** The look of messages where none is named. */
const USUAL_FACE = "slack";
/** Channels that are drawn between two turns of others. */
const DRAWN_AT_ONCE = 2_500;
/** Names and beginnings of them. */
const LONGEST_TEXT = 500;

/**
 * The page's API. Moments are milliseconds since 1970; every fault is
 * `{ "error": "a plain sentence" }`.
 *
 * | request | answer |
 * |---|---|
 * | `GET /api/channels` | the channels, each with `latestSlot`, the slot of its newest edition |
 * | `GET /api/desk` | `{ quarantined, troubles }`: how many files and stories are in quarantine, and sentences: what must be mended; nothing to whoever is no editor |
 * | `GET /api/channels/NAME/editions?face=paper\|slack\|discord&limit=20` | newest first, each with `parts`: the platform's exact payloads, and `replies`: what stands in its thread |
 * | `POST /api/ask` `{ line, channel, face }` | `{ summary, parts }`, for the asker alone; `{ form }` where the line says too little |
 * | `POST /api/hand-in` `{ form, values, channel, face }` | `{ faults }`, each `{ field, text }`: it stays open; or `{ summary, parts }` |
 * | `GET /api/suggest?command=&option=&typed=&channel=` | `[{ label, value }]` |
 * | `GET /api/commands` | the grammar |
 * | `GET /api/warnings` | sentences: what is wrong with the machine while it lasts; nothing to whoever is no editor |
 * | `GET /api/events` | server-sent events: `hello`, `changed`, `alive`; `over` where it ends because of whose it is. To whoever is no editor `changed` comes at intervals, whatever happens |
 * | `/api/waiting…` | what waits for the next editions: `waiting-routes.ts` |
 *
 * What is asked of the door itself stands in `doors-routes.ts`.
 */
export const ROUTES: readonly Route[] = [
  { method: "GET", path: /^\/api\/channels$/, least: "reader", handle: listChannels },
  {
    method: "GET",
    path: /^\/api\/channels\/(?<channel>[^/]+)\/editions$/,
    least: "reader",
    handle: listEditions,
  },
  { method: "GET", path: /^\/api\/desk$/, least: "reader", handle: showDesk },
  { method: "POST", path: /^\/api\/ask$/, least: "reader", handle: ask },
  { method: "POST", path: /^\/api\/hand-in$/, least: "reader", handle: handIn },
  { method: "GET", path: /^\/api\/suggest$/, least: "reader", handle: suggest },
  { method: "GET", path: /^\/api\/commands$/, least: "reader", handle: listCommands },
  { method: "GET", path: /^\/api\/warnings$/, least: "reader", handle: listWarnings },
  { method: "GET", path: /^\/api\/events$/, least: "reader", handle: openEvents },
  ...BOARD_ROUTES,
  ...MEND_ROUTES,
  ...DROP_ROUTES,
  ...WAITING_ROUTES,
  ...SETUP_ROUTES,
  ...FIRST_RUN_ROUTES,
];

/**
 * @param visitor who asks; `null` for somebody who is not signed in
 * @throws {RequestError} when the request cannot be answered
 */
export async function answerApi(
  parts: ApiParts,
  url: URL,
  visitor: Visitor | null,
  { request, response, session }: Pick<Call, "request" | "response" | "session">,
): Promise<void> {
  const fitting = ROUTES.filter(({ path }) => path.test(url.pathname));
  if (fitting.length === 0) throw new RequestError("not-found", "There is no such page here.");
  const route = fitting.find(({ method }) => method === request.method);
  if (route === undefined) {
    throw new RequestError("wrong-method", `${request.method} is not understood here.`);
  }
  const asker = allowed(visitor, route);
  const names = route.path.exec(url.pathname)?.groups ?? {};
  const at = (name: string) => decodeName(names[name] ?? "");
  await route.handle(parts, {
    request,
    response,
    visitor: asker,
    session,
    query: url.searchParams,
    at,
  });
}

/**
 * Whoever asks, where they may.
 * @throws {RequestError} `unknown` or `not-allowed`
 */
export function allowed(
  visitor: Visitor | null,
  { least, ofChannel = false }: Pick<Route, "least" | "ofChannel">,
): Visitor {
  if (visitor === null) throw new RequestError("unknown", "Sign in to see this.");
  if (mayGiveAny({ permission: least, ofChannel }, visitor)) return visitor;
  throw new RequestError("not-allowed", `This is for ${least}s of the newsroom.`);
}

async function listWarnings({ warnings }: ApiParts, { response, visitor }: Call): Promise<void> {
  sendJson(response, 200, isEditor(visitor) ? warnings() : []);
}

async function listChannels({ board }: ApiParts, { response, visitor }: Call): Promise<void> {
  const all = await board.channels();
  const channels = all.filter(({ name }) => board.mayOpen(name, visitor));
  const newest = await board.newest();
  const drawn: Buffer[] = [];
  for (const channel of channels) {
    drawn.push(
      drawn.length === 0 ? BEGIN : COMMA,
      rowOf(channel, newest.get(channel.name) ?? null),
    );
    if (drawn.length % (2 * DRAWN_AT_ONCE) === 0) await setImmediate();
  }
  sendBytes(response, 200, Buffer.concat(drawn.length === 0 ? [BEGIN, END] : [...drawn, END]));
}

const BEGIN = Buffer.from("[");
const COMMA = Buffer.from(",");
const END = Buffer.from("]");

interface Row {
  readonly latestSlot: Instant | null;
  /** As it is sent. */
  readonly bytes: Buffer;
}

/** Thousands of channels are listed again each time that one of them has changed. */
const rows = new WeakMap<ShownChannel, Row>();

function rowOf(channel: ShownChannel, latestSlot: Instant | null): Buffer {
  const known = rows.get(channel);
  if (known?.latestSlot === latestSlot) return known.bytes;
  const bytes = Buffer.from(JSON.stringify({ ...channel, latestSlot }));
  rows.set(channel, { latestSlot, bytes });
  return bytes;
}

async function showDesk({ board }: ApiParts, { visitor, response }: Call): Promise<void> {
  const quarantined = isEditor(visitor) ? await board.quarantined() : 0;
  sendJson(response, 200, { quarantined, troubles: await board.troubles(visitor) });
}

async function listEditions({ board, faces }: ApiParts, call: Call): Promise<void> {
  const { at, query, response } = call;
  const channel = at("channel");
  const draw = readFace(faces, query.get("face") ?? USUAL_FACE);
  const limit = readLimit(query.get("limit"));
  const isOpen = board.mayOpen(channel, call.visitor);
  const editions = isOpen ? await board.editions(channel, limit, call.visitor) : null;
  if (editions === null) {
    throw new RequestError("not-found", `There is no channel “${channel}” in this newsroom.`);
  }
  const shown = editions.map(({ slot, postedAt, message, replies = [] }) => ({
    slot,
    postedAt,
    summary: message.summary,
    parts: draw(message),
    replies: replies.map((reply) => ({ summary: reply.summary, parts: draw(reply) })),
  }));
  sendJson(response, 200, shown);
}

async function suggest({ frontDesk }: ApiParts, call: Call): Promise<void> {
  const { query, response } = call;
  const command = query.get("command") ?? "";
  const option = query.get("option") ?? "";
  const typed = (query.get("typed") ?? "").slice(0, LONGEST_TEXT);
  if (!isCommandName(command)) {
    throw new RequestError("malformed", `There is no command “${command}”.`);
  }
  const asked = askedFrom(call, query.get("channel"));
  sendJson(response, 200, await frontDesk.suggest(command, option, typed, asked));
}

async function listCommands(parts: ApiParts, { request, response }: Call): Promise<void> {
  const { commands, options: takes } = readBy(request) ?? parts.language;
  const shown = COMMANDS.map(({ options, ...spec }) => ({
    ...{ ...spec, description: commands[spec.name] },
    options: options.flatMap(({ says, hidden, ...option }) =>
      hidden || says === null ? [] : [{ ...option, description: takes[says] }],
    ),
  }));
  sendJson(response, 200, shown);
}

async function openEvents({ events }: ApiParts, call: Call): Promise<void> {
  const { response, visitor, session } = call;
  // Those who know the passphrase are one asker, and may be many people.
  const one = directPlatform(visitor) === null ? (session ?? visitor.id) : visitor.id;
  events.open(response, { visitor: one, session, atOnce: isEditor(visitor) });
}

function readLimit(given: string | null): number {
  const limit = given === null ? USUAL_EDITIONS : Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_EDITIONS) {
    throw new RequestError("malformed", `A limit is a number from 1 to ${MOST_EDITIONS}.`);
  }
  return limit;
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch (cause) {
    throw new RequestError("malformed", "The address is not encoded well.", { cause });
  }
}
