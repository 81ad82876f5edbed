import { z } from "zod";

const Metadata = z.object({
  // An answer has none.
  event_type: z.string().optional(),
  event_payload: z.object({ key: z.string().optional() }).default({}),
});

export interface Posted {
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: unknown;
  readonly metadata: z.infer<typeof Metadata>;
  /** The post in whose thread it stands; `null`: none. */
  readonly thread: string | null;
}

/** Slack docs, "bookmarks.add". */
export interface Bookmark {
  readonly id: string;
  readonly channel_id: string;
  readonly title: string;
  readonly link: string;
  readonly emoji: string;
}

export interface Channel {
  readonly is_member: boolean;
  /** Left out: UC1. */
  readonly creator?: string;
  readonly is_archived: boolean;
  /** With whom it is shared (Slack docs, "Conversation object"). */
  readonly is_shared?: boolean;
  readonly is_org_shared?: boolean;
  readonly is_ext_shared?: boolean;
  readonly is_pending_ext_shared?: boolean;
}

/** The channels of the fake workspace; every other id is `channel_not_found`. */
const CHANNELS: Readonly<Record<string, Channel>> = {
  C1: { is_member: true, is_archived: false },
  // As long as a real id, so that it may stand in a config.
  C0001: { is_member: true, is_archived: false },
  C2: { is_member: false, is_archived: false },
  C3: { is_member: true, is_archived: true },
};

/** Messages of a page, where nobody says otherwise. */
const HISTORY_PAGE = 2;

/** What one workspace holds, and the methods of the Web API that look at it or change it. */
export interface Workspace {
  /** What stands there, oldest first. */
  readonly posted: readonly Posted[];
  readonly bookmarks: readonly Bookmark[];
  /** Makes another channel, with the bot in it. */
  addChannel(id: string, fields?: Partial<Channel>): void;
  /** Somebody deletes a message. */
  remove(ts: string): void;
  readonly methods: ReadonlyMap<string, (body: URLSearchParams) => object>;
}

/** @param pageSize messages that one look at a channel or a thread gives */
export function createWorkspace(socketUrl: () => string, pageSize = HISTORY_PAGE): Workspace {
  const posted: Posted[] = [];
  const bookmarks: Bookmark[] = [];
  const channels = new Map(Object.entries(CHANNELS));
  let made = 0;
  const who = {
    ok: true,
    url: "https://desk.slack.com/",
    user: "copydesk",
    team: "Desk",
    team_id: "T1",
    user_id: "U99",
  };
  const postNext = (body: URLSearchParams) => {
    made += 1;
    const channel = body.get("channel") ?? "";
    return channels.has(channel)
      ? post(posted, made, channel, body)
      : { ok: false, error: "channel_not_found" };
  };
  return {
    posted,
    bookmarks,
    addChannel: (id, fields) =>
      void channels.set(id, { is_member: true, is_archived: false, ...fields }),
    remove(ts) {
      posted.splice(0, posted.length, ...posted.filter((message) => message.ts !== ts));
    },
    methods: new Map<string, (body: URLSearchParams) => object>([
      ["auth.test", () => who],
      ["apps.connections.open", () => ({ ok: true, url: socketUrl() })],
      ["chat.postMessage", postNext],
      ["chat.update", (body) => update(posted, body)],
      ["conversations.replies", (body) => replies(posted, body, pageSize)],
      ["conversations.history", (body) => history(posted, body, pageSize)],
      ["conversations.open", (body) => ({ ok: true, channel: { id: `D${body.get("users")}` } })],
      ["users.info", (body) => userInfo(body.get("user") ?? "")],
      ["usergroups.users.list", (body) => groupMembers(body.get("usergroup") ?? "")],
      ["bookmarks.list", (body) => ({ ok: true, bookmarks: bookmarksOf(bookmarks, body) })],
      ["bookmarks.add", (body) => addBookmark(bookmarks, body)],
      ["bookmarks.edit", (body) => editBookmark(bookmarks, body)],
      ["usergroups.list", () => ({ ok: true, usergroups: [{ id: "S1" }] })],
      ["views.open", (body) => openView(body)],
      ["views.publish", () => ({ ok: true, view: { id: "V1" } })],
      ["chat.postEphemeral", () => ({ ok: true, message_ts: "1.1" })],
      ["conversations.info", (body) => info(channels, body.get("channel") ?? "")],
      ["conversations.list", (body) => list(channels, body, pageSize)],
    ]),
  };
}

function post(posted: Posted[], number: number, channel: string, body: URLSearchParams): object {
  const thread = body.get("thread_ts");
  const starts = ({ ts, thread }: Posted) => ts === body.get("thread_ts") && thread === null;
  if (thread !== null && !posted.some(starts)) return { ok: false, error: "thread_not_found" };
  const ts = `${1_700_000_000 + number - 1}.000100`;
  posted.push({ ts, channel, thread, ...contentOf(body) });
  return { ok: true, channel, ts };
}

function bookmarksOf(all: readonly Bookmark[], body: URLSearchParams): readonly Bookmark[] {
  return all.filter((one) => one.channel_id === body.get("channel_id"));
}

function addBookmark(all: Bookmark[], body: URLSearchParams): object {
  const link = body.get("link") ?? "";
  if (body.get("type") !== "link") return { ok: false, error: "invalid_bookmark_type" };
  if (!/^https?:/u.test(link)) return { ok: false, error: "invalid_link" };
  const bookmark = { id: `Bk${all.length + 1}`, ...shownIn(body), link };
  all.push({ ...bookmark, channel_id: body.get("channel_id") ?? "" });
  return { ok: true, bookmark };
}

function editBookmark(all: Bookmark[], body: URLSearchParams): object {
  const index = bookmarksOf(all, body).length === 0 ? -1 : indexOf(all, body.get("bookmark_id"));
  const [before] = all.slice(index);
  if (index < 0 || before === undefined) return { ok: false, error: "not_found" };
  all.splice(index, 1, { ...before, ...shownIn(body), link: body.get("link") ?? before.link });
  return { ok: true };
}

function indexOf(all: readonly Bookmark[], id: string | null): number {
  return all.findIndex((one) => one.id === id);
}

function shownIn(body: URLSearchParams): Pick<Bookmark, "title" | "emoji"> {
  return { title: body.get("title") ?? "", emoji: body.get("emoji") ?? "" };
}

function contentOf(body: URLSearchParams): Pick<Posted, "text" | "blocks" | "metadata"> {
  return {
    text: body.get("text") ?? "",
    blocks: JSON.parse(body.get("blocks") ?? "[]"),
    metadata: Metadata.parse(JSON.parse(body.get("metadata") ?? "{}")),
  };
}

/** Every message keeps its place. */
function update(posted: Posted[], body: URLSearchParams): object {
  const index = posted.findIndex(({ ts }) => ts === body.get("ts"));
  const standing = posted[index];
  if (standing === undefined || standing.channel !== body.get("channel"))
    return { ok: false, error: "message_not_found" };
  posted.splice(index, 1, { ...standing, ...contentOf(body) });
  return { ok: true, channel: standing.channel, ts: standing.ts, text: standing.text };
}

/** The post that the thread begins with comes first, then its replies, oldest first. */
function replies(posted: readonly Posted[], body: URLSearchParams, size: number): object {
  const parent = body.get("ts");
  const here = posted.filter(({ ts, thread }) => ts === parent || thread === parent);
  return here.some(({ ts }) => ts === parent)
    ? page(here, body, size)
    : { ok: false, error: "thread_not_found" };
}

/** Newest first, and no replies. */
function history(posted: readonly Posted[], body: URLSearchParams, size: number): object {
  const channel = body.get("channel");
  const here = posted.filter((one) => one.channel === channel && one.thread === null);
  return page(here.toReversed(), body, size);
}

/** A few at a time, and with metadata only for those who ask. */
function page(here: readonly Posted[], body: URLSearchParams, size: number): object {
  const from = Number(body.get("cursor") ?? 0);
  const to = from + size;
  const withMetadata = body.get("include_all_metadata") === "true";
  const messages = here
    .slice(from, to)
    .map(({ ts, text, metadata }) => ({ ts, text, ...(withMetadata && { metadata }) }));
  const next = to < here.length ? String(to) : "";
  return { ok: true, messages, response_metadata: { next_cursor: next } };
}

/** Whoever has an id that begins with it is an admin (UA), a deactivated one (UX), one of elsewhere (UF), a bot (UB), or none. */
function userInfo(id: string): object {
  const is = (...beginnings: readonly string[]) => beginnings.some((one) => id.startsWith(one));
  if (is("UN")) return { ok: false, error: "user_not_found" };
  const guest = { is_restricted: is("UR", "UM"), is_ultra_restricted: is("UM") };
  const user = {
    id,
    ...guest,
    deleted: is("UX"),
    is_admin: is("UA", "UX", "UF", "UB"),
    is_bot: is("UB"),
  };
  return { ok: true, user: { ...user, ...(is("UF") && { team_id: "T9" }) } };
}

/** One group, S1, with one member. */
function groupMembers(group: string): object {
  return group === "S1" ? { ok: true, users: ["UG1"] } : { ok: false, error: "no_such_subteam" };
}

/** Slack docs, "views.open": a trigger is good for three seconds, here: unless it says that it is old. */
function openView(body: URLSearchParams): object {
  return body.get("trigger_id")?.startsWith("old")
    ? { ok: false, error: "expired_trigger_id" }
    : { ok: true, view: { id: "V1" } };
}

/** Slack docs, "conversations.list": a page may hold fewer than `limit`, and an empty cursor ends it. */
function list(
  channels: ReadonlyMap<string, Channel>,
  body: URLSearchParams,
  pageSize: number,
): object {
  const from = Number(body.get("cursor") ?? 0);
  const all = [...channels].filter(
    ([, { is_archived }]) => body.get("exclude_archived") !== "true" || !is_archived,
  );
  const most = Math.min(pageSize, Number(body.get("limit")));
  const next = from + most < all.length ? String(from + most) : "";
  const page = all.slice(from, from + most);
  return {
    ok: true,
    channels: page.map(([id, channel]) => ({ id, name: `name-${id}`, ...channel })),
    response_metadata: { next_cursor: next },
  };
}

function info(channels: ReadonlyMap<string, Channel>, id: string): object {
  const channel = channels.get(id);
  if (channel === undefined) return { ok: false, error: "channel_not_found" };
  return { ok: true, channel: { id, name: `name-${id}`, creator: "UC1", ...channel } };
}
