import { Routes } from "discord.js";
import { z } from "zod";
import type { ForumPost } from "#core/message/message.ts";
import {
  type Courier,
  DeliveryError,
  type FollowUp,
  type Parcel,
  type Receipt,
} from "#core/outbox/courier.ts";
import type { Log } from "#desk/port/log.ts";
import { callFailure, NAMES_NO_MESSAGE } from "#edge/chat/failure.ts";
import { sparingPictures } from "#edge/chat/pictures.ts";
import type { Api } from "./api.ts";
import { editBody, postBody, replyBody } from "./body.ts";
import { codeOf, deliveryError, isInvalidForm } from "./failure.ts";
import { openForumPost, readForum } from "./forum.ts";
import { findForumPost } from "./forum-lookup.ts";
import { findPosted } from "./lookup.ts";
import { messageIdOf, type Place, placeOf } from "./place.ts";
import { createPublisher } from "./publish.ts";
import { DISCORD_BUDGET } from "./render.ts";
import { permitted } from "./role.ts";
import { createServerLookup } from "./server-of.ts";
import { createThreads, type ThreadOf, withThreadOpen } from "./thread.ts";
import { threadName } from "./thread-name.ts";

/**
 * Carries messages to Discord channels. What is said about a post stands in the thread of that post,
 * or, where the bot can have none there, in the channel as a reply to it.
 *
 * @param knownServerOf the server of a channel, where that is known already; `null` where it is not
 * @param asking for questions about all channels, on which posts wait
 * @param log is told what is left undone beside posts; left out: nobody is
 */
export function createCourier(
  api: Api,
  knownServerOf: (address: string) => string | null = () => null,
  asking: Api = api,
  log: Pick<Log, "warn"> = { warn: () => undefined },
): Courier {
  const publish = createPublisher(api, log);
  const lookUp = createServerLookup(api, asking);
  const threadOf = createThreads(api);
  const serverOf = async (address: string) => knownServerOf(address) ?? lookUp(address);
  const deliver = async <P extends Parcel>(
    parcel: P,
    send: (parcel: P) => Promise<Place>,
  ): Promise<Receipt> => {
    const { address } = parcel;
    assertRoom(api, address);
    const server = serverOf(address);
    return receipt(address, await sparingPictures(parcel, isInvalidForm, send), await server);
  };
  return {
    platform: "discord",
    budget: DISCORD_BUDGET,
    roomFor: (count) => api.roomFor(count),
    async post(parcel) {
      const { address, again } = parcel;
      const mentions = parcel.message.mention !== undefined;
      const server = mentions ? await serverOf(address) : null;
      const { message, shortfall } = permitted(parcel.message, server);
      const posted = await deliver({ ...parcel, message }, (own) => post(api, own));
      if (message.publish !== true) return fallingShort(posted, [shortfall]);
      const published = await publish(placeOf(address, posted.messageId), again);
      return fallingShort(posted, [shortfall, published]);
    },
    edit: (followUp) => deliver(followUp, (own) => edit(api, own)),
    reply: (followUp) => deliver(followUp, (own) => reply(api, threadOf, own)),
  };
}

/** @param asked what came of each thing that was asked for beside the post; `undefined`: it was not asked for */
function fallingShort(posted: Receipt, asked: readonly (string | null | undefined)[]): Receipt {
  const came = asked.filter((one) => one !== undefined);
  if (came.length === 0) return posted;
  const short = came.filter((one) => one !== null);
  return { ...posted, shortfall: short.length === 0 ? null : short.join("; ") };
}

/** A line that is too long would keep a shutdown waiting. */
function assertRoom(api: Api, address: string): void {
  const wait = api.comeAgainIn();
  if (wait === 0) return;
  const says = `Fifty calls a second are Discord's limit, and many wait before the one for ${address}`;
  throw new DeliveryError("put-off", says, { retryAfter: wait });
}

function receipt(address: string, place: Place, server: string | null): Receipt {
  const path = `${place.channel}/${place.message}`;
  return {
    messageId: messageIdOf(address, place),
    url: server === null ? null : `https://discord.com/channels/${server}/${path}`,
  };
}

async function post(api: Api, parcel: Parcel): Promise<Place> {
  const { address, message, key, again } = parcel;
  if (message.forumPost !== undefined) return postInForum(api, parcel, message.forumPost);
  const found = again ? await findPosted(api, address, key) : null;
  return { channel: address, message: found ?? (await send(api, address, postBody(parcel))) };
}

async function postInForum(api: Api, parcel: Parcel, forumPost: ForumPost): Promise<Place> {
  const { address, key, again } = parcel;
  const forum = await readForum(api, address);
  const found = again ? await findForumPost(api, address, forum, key) : null;
  return found ?? openForumPost(api, forum, forumPost, parcel);
}

async function edit(api: Api, { address, message, target }: FollowUp): Promise<Place> {
  const place = placeOf(address, target.messageId);
  const body = editBody({ message, key: target.key });
  const doing = `editing ${place.message} in ${place.channel}`;
  try {
    await withThreadOpen(api, place.channel, () =>
      api.patch(Routes.channelMessage(place.channel, place.message), body),
    );
    if (message.forumPost !== undefined) await rename(api, place, message.forumPost);
  } catch (error) {
    throw inThread(address, place.channel, error, doing);
  }
  return place;
}

const Named = z.object({ name: z.string() });

/** A name may be changed twice in ten minutes: so it is left alone where it is right already. */
async function rename(api: Api, { channel }: Place, { title }: ForumPost): Promise<void> {
  const name = threadName(title);
  const told = Named.safeParse(await api.get(Routes.channel(channel)));
  if (told.success && told.data.name === name) return;
  await api.patch(Routes.channel(channel), { name });
}

async function reply(api: Api, threadOf: ThreadOf, followUp: FollowUp): Promise<Place> {
  const { address, message, key, again, target } = followUp;
  const about = placeOf(address, target.messageId);
  const stands = about.channel !== address;
  const thread = stands ? about.channel : await threadOf(about, message.summary);
  // The attempt before this one may have found no thread, and have said it in the channel.
  for (const channel of again ? [thread, stands ? null : address] : []) {
    const found = channel === null ? null : await findPosted(api, channel, key);
    if (channel !== null && found !== null) return { channel, message: found };
  }
  const said = thread === null ? null : await sayInThread(api, followUp, thread);
  if (said !== null) return said;
  return { channel: address, message: await send(api, address, replyBody(followUp)) };
}

/** A thread of ours in which the bot may not write: deleted, no access, no permission, archived and locked. */
const SHUT: ReadonlySet<number | null> = new Set([10003, 50001, 50013, 50083, 160005]);

/** `null` where it must be said in the channel. */
async function sayInThread(api: Api, followUp: FollowUp, thread: string): Promise<Place | null> {
  const { address, target } = followUp;
  const body = postBody(followUp);
  try {
    const message = await withThreadOpen(api, thread, () => send(api, thread, body));
    return { channel: thread, message };
  } catch (error) {
    const stands = placeOf(address, target.messageId).channel === thread;
    if (!stands && SHUT.has(codeOf(error))) return null;
    throw inThread(address, thread, error, `opening the thread ${thread} again`);
  }
}

/** With its thread, a post is gone; with its channel, somebody has to mend the config. */
function inThread(address: string, channel: string, error: unknown, doing: string): DeliveryError {
  const failure = error instanceof DeliveryError ? error : deliveryError(error, doing);
  if (channel === address || codeOf(failure) !== UNKNOWN_CHANNEL) return failure;
  return new DeliveryError("gone", failure.message, { cause: failure.cause });
}

const UNKNOWN_CHANNEL = 10003;

const Posted = z.object({ id: z.string().min(1) });

async function send(api: Api, channel: string, body: unknown): Promise<string> {
  const doing = `posting to ${channel}`;
  const reply = await api.post(Routes.channelMessages(channel), body).catch((error: unknown) => {
    throw deliveryError(error, doing);
  });
  const posted = Posted.safeParse(reply);
  if (posted.success) return posted.data.id;
  throw callFailure("Discord", doing, posted.error).failed(NAMES_NO_MESSAGE);
}
