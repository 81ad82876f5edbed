import type { webApi } from "@slack/bolt";
import { DeliveryError, type DeliveryErrorCode, type DeliveryKey } from "#core/outbox/courier.ts";
import { lookFailure, lookingIn } from "#edge/chat/failure.ts";
import { DELIVERY_EVENT } from "./arguments.ts";
import type { Pace } from "./pace.ts";
import { paced } from "./paced.ts";

/**
 * How far back a message is looked for, in seconds: the outbox gives a delivery up after a little more
 * than a day. It is counted from the newest that stands there, by Slack's clock: by ours, one that is ahead
 * would look at nothing, and post a second time.
 */
const LOOK_BACK = 48 * 60 * 60;

/** Slack docs, "conversations.history": "no more than 200 results at a time" is recommended. */
const PAGE = 200;

/** Where a message is looked for. */
export interface Searched {
  readonly client: webApi.WebClient;
  readonly pace: Pace;
  readonly channel: string;
  readonly key: DeliveryKey;
}

/**
 * The message of a channel, or of a thread in it, that carries a key; `null` when there is none.
 * @throws {DeliveryError} `unreachable`, `put-off`, or `gone` with its thread: as long as the channel cannot be
 *   read, the message may stand in it, and the next attempt must look again
 */
export async function findPosted(
  { client, pace, channel, key }: Searched,
  thread: string | null,
): Promise<string | null> {
  let oldest: number | null = null;
  const asked = { channel, limit: PAGE, include_all_metadata: true };
  let cursor: string | undefined;
  do {
    const from = { ...asked, ...(cursor !== undefined && { cursor }) };
    const page: Page = await look(pace, channel, thread === null ? "history" : "replies", () =>
      thread === null
        ? client.conversations.history(from)
        : client.conversations.replies({ ...from, ts: thread }),
    );
    const found = page.messages?.find(({ metadata }) => carries(metadata, key));
    if (found?.ts !== undefined) return found.ts;
    cursor = page.response_metadata?.next_cursor || undefined;
    // Replies come with the oldest first: of those, all are looked at.
    if (thread !== null) continue;
    oldest ??= Number(page.messages?.[0]?.ts) - LOOK_BACK;
    if (Number(page.messages?.at(-1)?.ts) < oldest) return null;
  } while (cursor !== undefined);
  return null;
}

/** What was put off is looked for when it comes again, since it comes as one that may be there. */
const AS_IT_IS: ReadonlySet<DeliveryErrorCode> = new Set(["gone", "put-off"]);

interface Page {
  readonly messages?: readonly {
    readonly ts?: string;
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
  }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

async function look(
  pace: Pace,
  channel: string,
  method: "history" | "replies",
  ask: () => Promise<Page>,
): Promise<Page> {
  try {
    return await paced(pace, { method, channel, doing: lookingIn(channel), call: ask });
  } catch (error) {
    throw error instanceof DeliveryError ? lookFailure(error, AS_IT_IS) : error;
  }
}

function carries(
  metadata: { readonly event_type?: string; readonly event_payload?: object } | undefined,
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
