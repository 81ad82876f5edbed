import type { webApi } from "@slack/bolt";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { plainMessage } from "#core/message/say.ts";
import type { SlackBlock } from "./limits.ts";
import { renderMessage, SLACK_BUDGET } from "./render.ts";

/** Where an answer goes, so that the asker alone sees it. */
export type ReplyTo =
  /** Slack's own address for answers to one interaction. */
  | { readonly kind: "response"; readonly url: string }
  /** The asker's direct messages with the bot. */
  | { readonly kind: "direct"; readonly user: string }
  /** In a channel, below a message of theirs, for their eyes alone. */
  | {
      readonly kind: "ephemeral";
      readonly channel: string;
      readonly user: string;
      /** The thread that they asked in; `null`: in the channel itself. */
      readonly thread: string | null;
    };

/** Slack docs, "Handling user interaction": a `response_url` "can be used up to five times within 30 minutes". */
const RESPONSES_MOST = 5;

export interface ReplyOptions {
  readonly client: webApi.WebClient;
  /** Milliseconds that one call may take. */
  readonly timeout: number;
}

/** Shows an answer to the asker, in as many parts as it needs. */
export async function reply(options: ReplyOptions, to: ReplyTo, message: Message): Promise<void> {
  const parts = partMessage(message, SLACK_BUDGET);
  const send = await sender(options, to);
  const shown =
    parts.length <= RESPONSES_MOST
      ? parts
      : [...parts.slice(0, RESPONSES_MOST - 1), cutShort(parts.length - RESPONSES_MOST + 1)];
  for (const part of shown) {
    const { text, blocks } = renderMessage(part);
    const filled = { text, ...(blocks.length > 0 && { blocks: [...blocks] }) };
    await send({ ...filled, unfurl_links: false, unfurl_media: false });
  }
}

interface Sent {
  readonly text: string;
  readonly blocks?: SlackBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

async function sender(
  { client, timeout }: ReplyOptions,
  to: ReplyTo,
): Promise<(body: Sent) => Promise<unknown>> {
  switch (to.kind) {
    case "response":
      return (body) => respond(to.url, body, timeout);
    case "direct": {
      const { channel } = await client.conversations.open({ users: to.user });
      const id = channel?.id ?? to.user;
      return ({ blocks = [], ...body }) =>
        client.chat.postMessage({ ...body, blocks, channel: id });
    }
    case "ephemeral": {
      const { channel, user, thread } = to;
      return ({ text, blocks = [] }) =>
        client.chat.postEphemeral({
          ...{ channel, user, text, blocks },
          ...(thread !== null && { thread_ts: thread }),
        });
    }
  }
}

async function respond(url: string, body: Sent, timeout: number): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response_type: "ephemeral", replace_original: false, ...body }),
    signal: AbortSignal.timeout(timeout),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Slack's address for answers says HTTP ${response.status}`);
}

function cutShort(left: number): Message {
  return plainMessage(
    `Slack lets an answer have five parts; ${left} more would follow. Ask for something narrower.`,
  );
}
