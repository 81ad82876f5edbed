import { Routes } from "discord.js";
import { z } from "zod";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { Api } from "./api.ts";
import { codeOf } from "./failure.ts";
import type { Forum } from "./forum.ts";
import { LOOK_BACK, lookupError, tellsKey } from "./lookup.ts";
import type { Place } from "./place.ts";

const Thread = z.object({
  id: z.string(),
  parent_id: z.string().nullish(),
  owner_id: z.string().optional(),
  thread_metadata: z.object({ archive_timestamp: z.string() }).optional(),
});
type Thread = z.infer<typeof Thread>;

const Threads = z.object({ threads: z.array(Thread), has_more: z.boolean().optional() });
const User = z.object({ id: z.string() });

const UNKNOWN_MESSAGE = 10008;

/** Discord docs, "Reference", Snowflakes: milliseconds since the first second of 2015. */
const EPOCH = 1_420_070_400_000n;

/**
 * The post of a forum that carries a key; `null` when the forum has none. It looks at the bot's own
 * posts of the last two days before the newest of them, open ones and archived ones.
 * @throws {DeliveryError} as `findPosted`
 */
export async function findForumPost(
  api: Api,
  address: string,
  { server }: Pick<Forum, "server">,
  key: DeliveryKey,
): Promise<Place | null> {
  try {
    const { id: bot } = User.parse(await api.get(Routes.user()));
    const isOwn = ({ parent_id, owner_id }: Thread) => parent_id === address && owner_id === bot;
    const active = Threads.parse(await api.get(Routes.guildActiveThreads(server)));
    const own = active.threads.filter(isOwn);
    const newest = own.reduce((latest, { id }) => Math.max(latest, madeAt(id)), 0);
    const isNew = ({ id }: Thread) => madeAt(id) >= newest - LOOK_BACK;
    const open = await firstWith(api, own.filter(isNew), key);
    return open ?? (await findArchived(api, address, newest, isOwn, key));
  } catch (error) {
    throw lookupError(error, address);
  }
}

/** The latest archived come first; a post is archived after it was made. */
async function findArchived(
  api: Api,
  address: string,
  newestOpen: number,
  isOwn: (thread: Thread) => boolean,
  key: DeliveryKey,
): Promise<Place | null> {
  let newest = newestOpen;
  let before: string | undefined;
  for (;;) {
    const query = { limit: "100", ...(before !== undefined && { before }) };
    const page = Threads.parse(await api.get(Routes.channelThreads(address, "public"), query));
    newest = page.threads
      .filter(isOwn)
      .reduce((latest, { id }) => Math.max(latest, madeAt(id)), newest);
    const isNew = (thread: Thread) => isOwn(thread) && madeAt(thread.id) >= newest - LOOK_BACK;
    const found = await firstWith(api, page.threads.filter(isNew), key);
    if (found !== null) return found;
    before = page.threads.at(-1)?.thread_metadata?.archive_timestamp;
    if (page.has_more !== true || before === undefined) return null;
    if (Date.parse(before) < newest - LOOK_BACK) return null;
  }
}

async function firstWith(
  api: Api,
  threads: readonly Thread[],
  key: DeliveryKey,
): Promise<Place | null> {
  for (const { id } of threads) {
    if (tellsKey(await readFirst(api, id), key)) return { channel: id, message: id };
  }
  return null;
}

/** The first message of a post, which has the id of its thread; `null` where it was deleted. */
async function readFirst(api: Api, thread: string): Promise<unknown> {
  try {
    return await api.get(Routes.channelMessage(thread, thread));
  } catch (error) {
    if (codeOf(error) === UNKNOWN_MESSAGE) return null;
    throw error;
  }
}

function madeAt(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH);
}
