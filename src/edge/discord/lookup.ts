import { PermissionFlagsBits, Routes } from "discord.js";
import { z } from "zod";
import { DeliveryError, type DeliveryErrorCode, type DeliveryKey } from "#core/outbox/courier.ts";
import { lookFailure, lookingIn } from "#edge/chat/failure.ts";
import type { Api } from "./api.ts";
import { deliveryError } from "./failure.ts";
import { standingIn } from "./permissions.ts";
import { may } from "./rights.ts";
import { carries } from "./trace.ts";

const Told = z.object({
  id: z.string(),
  timestamp: z.string(),
  nonce: z.union([z.string(), z.number()]).optional(),
  components: z.array(z.unknown()).optional(),
});
type Told = z.infer<typeof Told>;
const History = z.array(Told);

/** Discord docs, "Get Channel Messages": `limit` is 1 to 100. */
const PAGE = 100;

/**
 * How far back a message is looked for, in milliseconds: the outbox gives a delivery up after a
 * little more than a day. It is counted from the newest that stands there, by Discord's clock: by ours,
 * one that is ahead would look at nothing, and post a second time.
 */
export const LOOK_BACK = 48 * 60 * 60 * 1_000;

/**
 * The message of a channel that carries a key; `null` when the channel has none.
 * @throws {DeliveryError} as long as the channel cannot be read: the message may stand in it, and
 *   the next attempt must look again
 */
export async function findPosted(
  api: Api,
  channel: string,
  key: DeliveryKey,
): Promise<string | null> {
  let oldest: number | null = null;
  let before: string | undefined;
  for (;;) {
    const page = await readPage(api, channel, before);
    oldest ??= Date.parse(page[0]?.timestamp ?? "") - LOOK_BACK;
    if (page.length === 0 && before === undefined) await assertReadable(api, channel);
    const found = page.find((message) => isOf(message, key));
    if (found !== undefined) return found.id;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE || Date.parse(last.timestamp) < oldest)
      return null;
    before = last.id;
  }
}

/** Says whether a message, as Discord tells it, carries a key. */
export function tellsKey(message: unknown, key: DeliveryKey): boolean {
  const told = Told.safeParse(message);
  return told.success && isOf(told.data, key);
}

async function readPage(
  api: Api,
  channel: string,
  before: string | undefined,
): Promise<readonly Told[]> {
  const query = { limit: String(PAGE), ...(before !== undefined && { before }) };
  try {
    return History.parse(await api.get(Routes.channelMessages(channel), query));
  } catch (error) {
    throw lookupError(error, channel);
  }
}

/**
 * "If the current user is missing the READ_MESSAGE_HISTORY permission in the channel, then no
 * messages will be returned" (Discord docs, "Get Channel Messages"): an empty page proves nothing.
 */
async function assertReadable(api: Api, channel: string): Promise<void> {
  const { name, permissions } = await standingIn(api, channel).catch((error: unknown) => {
    throw lookupError(error, channel);
  });
  if (may(permissions, PermissionFlagsBits.ReadMessageHistory)) return;
  throw new DeliveryError(
    "refused",
    `A message whose reply was lost may stand in ${name}: give the bot Read Message History there, so that it can look`,
  );
}

/** So that only a refusal stays one. */
const AS_IT_IS: ReadonlySet<DeliveryErrorCode> = new Set(["refused"]);

/** A failure of a look: of a message that nobody has found it cannot be said that it is not there. */
export function lookupError(error: unknown, channel: string): DeliveryError {
  return lookFailure(deliveryError(error, lookingIn(channel)), AS_IT_IS);
}

function isOf({ nonce, components = [] }: Told, key: DeliveryKey): boolean {
  return nonce === key || carries(components, key);
}
