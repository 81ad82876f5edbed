import { Routes } from "discord.js";
import { z } from "zod";
import { DeliveryError } from "#core/outbox/courier.ts";
import type { Api } from "./api.ts";
import { codeOf, deliveryError } from "./failure.ts";
import type { Place } from "./place.ts";
import { threadName } from "./thread-name.ts";

const Opened = z.object({ id: z.string().min(1) });

const THREAD_EXISTS = 160004;
const ARCHIVED = 50083;

/**
 * A post cannot have a thread here: missing access or permission, a channel or a post that takes none
 * (a voice channel, a thread, a direct message), too many threads open.
 */
const NO_THREAD: ReadonlySet<number | null> = new Set([
  ...[50001, 50003, 50013, 50021, 50024, 50068],
  ...[160006, 160007],
]);

/** Threads that are remembered as open, so that Discord is not asked again for each part. */
const MOST_REMEMBERED = 500;

/** Answers with the thread of a post, opened if need be; `null` where the bot can open none. */
export type ThreadOf = (post: Place, name: string) => Promise<string | null>;

export function createThreads(api: Api): ThreadOf {
  const open = new Set<string>();
  return async (post, name) => {
    if (open.has(post.message)) return post.message;
    const thread = await openThread(api, post, name);
    if (thread === null) return null;
    open.add(thread);
    for (const oldest of open) {
      if (open.size <= MOST_REMEMBERED) break;
      open.delete(oldest);
    }
    return thread;
  };
}

/**
 * "The id of the created thread will be the same as the id of the source message" (Discord docs,
 * "Start Thread from Message"): so a thread that somebody else has opened is found without a search.
 */
async function openThread(
  api: Api,
  { channel, message }: Place,
  name: string,
): Promise<string | null> {
  const doing = `opening a thread under ${message} in ${channel}`;
  try {
    const body = { name: threadName(name) };
    const reply = Opened.safeParse(await api.post(Routes.threads(channel, message), body));
    if (reply.success) return reply.data.id;
    throw new DeliveryError("unreachable", `Discord failed, ${doing}: its reply names no thread`, {
      cause: reply.error,
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === THREAD_EXISTS) return message;
    if (NO_THREAD.has(code)) return null;
    throw error instanceof DeliveryError ? error : deliveryError(error, doing);
  }
}

/**
 * Does something in a channel that may be an archived thread, which takes no change until it is
 * opened again; "when `locked` is also `false`, only the SEND_MESSAGES permission is required"
 * (Discord docs, "Modify Channel").
 */
export async function withThreadOpen<T>(
  api: Api,
  channel: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) !== ARCHIVED) throw error;
    await api.patch(Routes.channel(channel), { archived: false }).catch((refusal: unknown) => {
      // Of a locked thread it says no more than that a permission is missing.
      throw codeOf(refusal) === null ? refusal : error;
    });
    return await work();
  }
}
