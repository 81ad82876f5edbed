import { randomInt } from "node:crypto";
import { ChannelType } from "discord.js";
import type { Reply } from "./fault.ts";
import type { Twin } from "./twin.ts";

/** What a forum asks of its posts. */
export interface ForumRules {
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly tagRequired: boolean;
}

/** Threads as Discord has them, where the twin has none or others. */
export interface Threads {
  /** The answer to a call that is about threads; `null` for any other, which is the twin's. */
  answer(route: string, query: URLSearchParams, body: Body): Promise<Reply | null>;
  /** What a channel tells beside what the twin says of it. */
  described(channel: string, told: string): string;
  setForum(channel: string, rules: ForumRules): void;
}

export type Body = Readonly<Record<string, unknown>>;

const FORUM_FLAG = 1 << 4;
const THREADABLE: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const THREADS: readonly ChannelType[] = [ChannelType.PublicThread, ChannelType.AnnouncementThread];

export function createThreads({ discord }: Twin): Threads {
  const forums = new Map<string, ForumRules>();
  const { prisma } = discord;
  let last = 0n;
  // As Discord's ids do, ours tell which process made them: two lines on one twin may have one clock.
  const maker = BigInt(randomInt(2 ** 20));

  /** Newer than every id before it, and it tells the time, as Discord's do. */
  function newId(): string {
    const now = ((BigInt(Date.now()) - 1_420_070_400_000n) << 22n) + maker;
    last = now > last ? now : last + 1n;
    return String(last);
  }
  const find = (id: string) => prisma.channel.findUnique({ where: { id } });

  async function open(parent: string, id: string, name: unknown): Promise<void> {
    const made = { name: String(name), parentId: parent, archiveTimestamp: new Date() };
    await prisma.channel.create({
      data: {
        ...{ id, guildId: discord.guildId, type: ChannelType.PublicThread },
        ...{ ...made, ownerId: discord.botUserId },
      },
    });
  }

  /** The thread of a message has the message's own id. */
  async function fromMessage(channel: string, message: string, body: Body): Promise<Reply> {
    if (!THREADABLE.includes((await find(channel))?.type ?? -1)) return refused(400, 50024);
    const starter = await prisma.message.findUnique({ where: { id: message } });
    if (starter === null) return refused(404, 10008);
    if ((await find(message)) !== null) return refused(400, 160004);
    await open(channel, message, body.name);
    return json(201, { id: message, type: ChannelType.PublicThread, parent_id: channel });
  }

  async function inForum(channel: string, body: Body): Promise<Reply> {
    const rules = forums.get(channel) ?? { tags: [], tagRequired: false };
    const known = rules.tags.map(({ id }) => id);
    const applied = Array.isArray(body.applied_tags) ? body.applied_tags : [];
    if (rules.tagRequired && applied.length === 0) return refused(400, 40067);
    if (applied.length > 5 || applied.some((id) => !known.includes(id))) return refused(404, 10087);
    if (String(body.name).length > 100) return refused(400, 50035);
    const { message } = body;
    if (typeof message !== "object" || message === null) return refused(400, 50006);
    const id = newId();
    await open(channel, id, body.name);
    const { components, flags } = { components: [], flags: 0, ...message };
    const authorId = discord.botUserId;
    await prisma.message.create({
      data: { id, channelId: id, authorId, flags, components: JSON.stringify(components) },
    });
    return json(201, { id, parent_id: channel, message: { id, channel_id: id } });
  }

  async function archived(parentId: string, query: URLSearchParams): Promise<Reply> {
    const all = await prisma.channel.findMany({ where: { parentId, archived: true } });
    const before = query.get("before");
    const at = (thread: (typeof all)[number]) => thread.archiveTimestamp?.getTime() ?? 0;
    const older = all
      .filter((thread) => before === null || at(thread) < Date.parse(before))
      .toSorted((a, b) => at(b) - at(a));
    const threads = older.slice(0, ARCHIVED_PAGE).map((thread) => ({
      ...{ id: thread.id, parent_id: thread.parentId, owner_id: thread.ownerId },
      thread_metadata: { archive_timestamp: new Date(at(thread)).toISOString() },
    }));
    return json(200, { threads, members: [], has_more: older.length > threads.length });
  }

  /** A message opens an archived thread again; any other change of it is refused. */
  async function inChannel(method: string, channel: string, body: Body): Promise<Reply | null> {
    const found = await find(channel);
    if (found === null) return null;
    if (method === "POST" && forums.has(channel)) return refused(400, 50008);
    if (method === "POST" && !(await hasReference(body))) return refused(400, 50035, UNKNOWN);
    if (!THREADS.includes(found.type) || !found.archived) return null;
    if (found.locked) return refused(400, method === "POST" ? 160005 : 50083);
    if (method !== "POST") return refused(400, 50083);
    await prisma.channel.update({ where: { id: channel }, data: { archived: false } });
    return null;
  }

  async function hasReference({ message_reference: reference }: Body): Promise<boolean> {
    if (typeof reference !== "object" || reference === null) return true;
    const id = "message_id" in reference ? String(reference.message_id) : "";
    return (await prisma.message.findUnique({ where: { id } })) !== null;
  }

  return {
    async answer(route, query, body) {
      const under = /^POST \/channels\/(\d+)\/messages\/(\d+)\/threads$/.exec(route);
      if (under?.[1] !== undefined && under[2] !== undefined)
        return fromMessage(under[1], under[2], body);
      const forum = /^POST \/channels\/(\d+)\/threads$/.exec(route)?.[1];
      if (forum !== undefined) return inForum(forum, body);
      const shelf = /^GET \/channels\/(\d+)\/threads\/archived\/public$/.exec(route)?.[1];
      if (shelf !== undefined) return archived(shelf, query);
      const put = /^(POST|PATCH) \/channels\/(\d+)\/messages(?:\/\d+)?$/.exec(route);
      if (put?.[1] !== undefined && put[2] !== undefined) return inChannel(put[1], put[2], body);
      const changed = /^PATCH \/channels\/(\d+)$/.exec(route)?.[1];
      if (changed !== undefined && (await find(changed))?.locked) return refused(403, 50013);
      return null;
    },
    described(channel, told) {
      const rules = forums.get(channel);
      if (rules === undefined) return told;
      const flags = rules.tagRequired ? FORUM_FLAG : 0;
      return JSON.stringify({ ...JSON.parse(told), available_tags: rules.tags, flags });
    },
    setForum: (channel, rules) => void forums.set(channel, rules),
  };
}

/** Small, so that a test can go past it. */
const ARCHIVED_PAGE = 2;

/** How Discord says that a reply's message is not there. */
const UNKNOWN = {
  message_reference: {
    _errors: [{ code: "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", message: "Unknown message" }],
  },
};

export function refused(status: number, code: number, errors: object = {}): Reply {
  return json(status, { code, message: "It is refused.", errors });
}

export function json(status: number, body: unknown): Reply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
