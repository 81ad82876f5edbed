import { z } from "zod";

const Metadata = z.object({
  event_type: z.string(),
  event_payload: z.object({ key: z.string().optional() }),
});

export interface Posted {
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: unknown;
  readonly metadata: z.infer<typeof Metadata>;
}

/** The channels of the fake workspace; every other id is `channel_not_found`. */
const CHANNELS: Readonly<Record<string, { is_member: boolean; is_archived: boolean }>> = {
  C1: { is_member: true, is_archived: false },
  // As long as a real id, so that it may stand in a config.
  C0001: { is_member: true, is_archived: false },
  C2: { is_member: false, is_archived: false },
  C3: { is_member: true, is_archived: true },
};

const HISTORY_PAGE = 2;

/** What one workspace holds, and the methods of the Web API that look at it or change it. */
export interface Workspace {
  /** Oldest first. */
  readonly posted: readonly Posted[];
  readonly methods: ReadonlyMap<string, (body: URLSearchParams) => object>;
}

export function createWorkspace(socketUrl: () => string): Workspace {
  const posted: Posted[] = [];
  const who = { ok: true, url: "https://desk.slack.com/", user: "copydesk", team: "Desk" };
  return {
    posted,
    methods: new Map<string, (body: URLSearchParams) => object>([
      ["auth.test", () => who],
      ["apps.connections.open", () => ({ ok: true, url: socketUrl() })],
      ["chat.postMessage", (body) => post(posted, body)],
      ["conversations.history", (body) => history(posted, body)],
      ["conversations.info", (body) => info(body.get("channel") ?? "")],
    ]),
  };
}

function post(posted: Posted[], body: URLSearchParams): object {
  const channel = body.get("channel") ?? "";
  if (CHANNELS[channel] === undefined) return { ok: false, error: "channel_not_found" };
  const ts = `${1_700_000_000 + posted.length}.000100`;
  const metadata = Metadata.parse(JSON.parse(body.get("metadata") ?? "{}"));
  const blocks: unknown = JSON.parse(body.get("blocks") ?? "[]");
  posted.push({ ts, channel, text: body.get("text") ?? "", blocks, metadata });
  return { ok: true, channel, ts };
}

/** Newest first, a few at a time, and with metadata only for those who ask. */
function history(posted: readonly Posted[], body: URLSearchParams): object {
  const here = posted.filter(({ channel }) => channel === body.get("channel")).toReversed();
  const from = Number(body.get("cursor") ?? 0);
  const to = from + HISTORY_PAGE;
  const withMetadata = body.get("include_all_metadata") === "true";
  const messages = here
    .slice(from, to)
    .map(({ ts, text, metadata }) => ({ ts, text, ...(withMetadata && { metadata }) }));
  const next = to < here.length ? String(to) : "";
  return { ok: true, messages, response_metadata: { next_cursor: next } };
}

function info(id: string): object {
  const channel = CHANNELS[id];
  if (channel === undefined) return { ok: false, error: "channel_not_found" };
  return { ok: true, channel: { id, name: `name-${id}`, ...channel } };
}
