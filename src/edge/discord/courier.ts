import { PermissionFlagsBits, Routes } from "discord.js";
import { z } from "zod";
import {
  type Courier,
  DeliveryError,
  type DeliveryKey,
  type Receipt,
} from "#core/outbox/courier.ts";
import type { Api } from "./api.ts";
import { deliveryError } from "./failure.ts";
import { may, standingIn } from "./permissions.ts";
import { DISCORD_BUDGET, postBody } from "./render.ts";
import { carries } from "./trace.ts";

const Posted = z.object({ id: z.string().min(1) });

const History = z.array(
  z.object({
    id: z.string(),
    timestamp: z.string(),
    nonce: z.union([z.string(), z.number()]).optional(),
    components: z.array(z.unknown()).optional(),
  }),
);
type Told = z.infer<typeof History>[number];

/** Discord docs, "Get Channel Messages": `limit` is 1 to 100. */
const PAGE = 100;

/**
 * How far back a message is looked for, in milliseconds: the outbox gives a delivery up after a
 * little more than a day.
 */
const LOOK_BACK = 48 * 60 * 60 * 1_000;

/**
 * Carries messages to Discord channels.
 *
 * @param knownServerOf the server of a channel, where that is known already; `null` where it is not
 */
export function createCourier(
  api: Api,
  knownServerOf: (address: string) => string | null = () => null,
): Courier {
  const lookUp = createServerLookup(api);
  const serverOf = async (address: string) => knownServerOf(address) ?? lookUp(address);
  return {
    platform: "discord",
    budget: DISCORD_BUDGET,
    async post({ address, message, key, again }) {
      const server = serverOf(address);
      const found = again ? await findPosted(api, address, key) : null;
      const messageId = found ?? (await send(api, address, postBody({ address, message, key })));
      return receipt(await server, address, messageId);
    },
  };
}

function receipt(server: string | null, address: string, messageId: string): Receipt {
  const url =
    server === null ? null : `https://discord.com/channels/${server}/${address}/${messageId}`;
  return { messageId, url };
}

async function send(api: Api, address: string, body: unknown): Promise<string> {
  const doing = `posting to ${address}`;
  const reply = await api.post(Routes.channelMessages(address), body).catch((error: unknown) => {
    throw deliveryError(error, doing);
  });
  const posted = Posted.safeParse(reply);
  if (posted.success) return posted.data.id;
  throw new DeliveryError("unreachable", `Discord failed, ${doing}: its reply names no message`, {
    cause: posted.error,
  });
}

/**
 * The message that carries a key; `null` when the channel has none.
 * @throws {DeliveryError} as long as the channel cannot be read: the message may stand in it, and
 *   the next attempt must look again
 */
async function findPosted(api: Api, address: string, key: DeliveryKey): Promise<string | null> {
  const oldest = Date.now() - LOOK_BACK;
  let before: string | undefined;
  for (;;) {
    const page = await readPage(api, address, before);
    if (page.length === 0 && before === undefined) await assertReadable(api, address);
    const found = page.find((message) => isOf(message, key));
    if (found !== undefined) return found.id;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE || Date.parse(last.timestamp) < oldest)
      return null;
    before = last.id;
  }
}

async function readPage(
  api: Api,
  address: string,
  before: string | undefined,
): Promise<readonly Told[]> {
  const query = { limit: String(PAGE), ...(before !== undefined && { before }) };
  try {
    return History.parse(await api.get(Routes.channelMessages(address), query));
  } catch (error) {
    throw lookupError(error, address);
  }
}

/**
 * "If the current user is missing the READ_MESSAGE_HISTORY permission in the channel, then no
 * messages will be returned" (Discord docs, "Get Channel Messages"): an empty page proves nothing.
 */
async function assertReadable(api: Api, address: string): Promise<void> {
  const { name, permissions } = await standingIn(api, address).catch((error: unknown) => {
    throw lookupError(error, address);
  });
  if (may(permissions, PermissionFlagsBits.ReadMessageHistory)) return;
  throw new DeliveryError(
    "refused",
    `A message whose reply was lost may stand in ${name}: give the bot Read Message History there, so that it can look`,
  );
}

/** Nothing is posted meanwhile, but an earlier attempt may have been: so only a refusal stays one. */
function lookupError(error: unknown, address: string): DeliveryError {
  const failure = deliveryError(error, `looking in ${address} for a message whose reply was lost`);
  if (failure.code === "refused") return failure;
  const { message, cause, retryAfter } = failure;
  return new DeliveryError("unreachable", message, {
    cause,
    ...(retryAfter !== null && { retryAfter }),
  });
}

function isOf({ nonce, components = [] }: Told, key: DeliveryKey): boolean {
  return nonce === key || carries(components, key);
}

const Channel = z.object({ guild_id: z.string().optional() });

/** Finds the server that a channel is on, for links; asked once for each channel that answers. */
function createServerLookup(api: Api): (address: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  const ask = async (address: string) => {
    const channel = Channel.parse(await api.get(Routes.channel(address)));
    return channel.guild_id ?? null;
  };
  return (address) => {
    const asked = known.get(address);
    if (asked !== undefined) return asked;
    // A receipt without a link is a receipt: the post itself says what is wrong with the channel.
    const answer = ask(address).catch(() => {
      known.delete(address);
      return null;
    });
    known.set(address, answer);
    return answer;
  };
}
