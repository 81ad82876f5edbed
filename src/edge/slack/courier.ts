import { setTimeout as sleep } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import {
  type Courier,
  DeliveryError,
  type DeliveryKey,
  type Receipt,
} from "#core/outbox/courier.ts";
import { deliveryError } from "./failure.ts";
import { DELIVERY_EVENT, postArguments, SLACK_BUDGET } from "./render.ts";

export interface CourierOptions {
  readonly client: webApi.WebClient;
  /** The workspace's address, `https://example.slack.com/`, once it is known. */
  readonly workspace: () => string | null;
  /** Milliseconds between two posts to one channel: Slack allows about one a second (Slack docs, "Rate limits"). */
  readonly pace: number;
}

/**
 * How far back a message is looked for, in milliseconds: the outbox gives a delivery up after a
 * little more than a day.
 */
const LOOK_BACK = 48 * 60 * 60 * 1_000;

/** Slack docs, "conversations.history": "no more than 200 results at a time" is recommended. */
const PAGE = 200;

/** Carries messages to Slack channels; the delivery key travels in the message's metadata. */
export function createCourier({ client, workspace, pace }: CourierOptions): Courier {
  const wait = pacer(pace);
  const receipt = (address: string, ts: string): Receipt => ({
    messageId: ts,
    url: permalink(workspace(), address, ts),
  });
  return {
    platform: "slack",
    budget: SLACK_BUDGET,
    async post({ address, message, key, again }) {
      const found = again ? await findPosted(client, address, key) : null;
      if (found !== null) return receipt(address, found);
      await wait(address);
      return receipt(address, await send(client, postArguments({ address, message, key })));
    },
  };
}

async function send(
  client: webApi.WebClient,
  message: webApi.ChatPostMessageArguments,
): Promise<string> {
  const doing = `posting to ${message.channel}`;
  const reply = await client.chat.postMessage(message).catch((error: unknown) => {
    throw deliveryError(error, doing);
  });
  if (reply.ts !== undefined) return reply.ts;
  throw new DeliveryError("unreachable", `Slack failed, ${doing}: its reply names no message`);
}

/**
 * The message that carries a key; `null` when the channel has none.
 * @throws {DeliveryError} always `unreachable`: as long as the channel cannot be read, the message
 *   may stand in it, and the next attempt must look again
 */
async function findPosted(
  client: webApi.WebClient,
  channel: string,
  key: DeliveryKey,
): Promise<string | null> {
  const oldest = String((Date.now() - LOOK_BACK) / 1_000);
  let cursor: string | undefined;
  do {
    const page = await client.conversations
      .history({
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      })
      .catch((error: unknown) => {
        throw lookupError(error, channel);
      });
    const found = page.messages?.find(({ metadata }) => carries(metadata, key));
    if (found?.ts !== undefined) return found.ts;
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return null;
}

function lookupError(error: unknown, channel: string): DeliveryError {
  const { message, cause, retryAfter } = deliveryError(
    error,
    `looking in ${channel} for a message whose reply was lost`,
  );
  return new DeliveryError("unreachable", message, {
    cause,
    ...(retryAfter !== null && { retryAfter }),
  });
}

function carries(
  metadata: { event_type?: string; event_payload?: object } | undefined,
  key: DeliveryKey,
): boolean {
  const payload = metadata?.event_payload;
  return (
    metadata?.event_type === DELIVERY_EVENT &&
    payload !== undefined &&
    "key" in payload &&
    payload.key === key
  );
}

/** The form that `chat.getPermalink` answers with, without the call. */
function permalink(workspace: string | null, channel: string, ts: string): string | null {
  return workspace === null ? null : `${workspace}archives/${channel}/p${ts.replace(".", "")}`;
}

/** Answers when the next post to an address may go: in the order in which they asked. */
function pacer(pace: number): (address: string) => Promise<void> {
  const free = new Map<string, number>();
  return async (address) => {
    const now = Date.now();
    const at = Math.max(now, free.get(address) ?? now);
    for (const [other, then] of free) if (then <= now) free.delete(other);
    free.set(address, at + pace);
    if (at > now) await sleep(at - now);
  };
}
