import { readMessageId, writeMessageId } from "#edge/chat/message-id.ts";

/** Where one message stands in its channel. */
export interface Place {
  readonly ts: string;
  /** The post in whose thread it stands; `null`: it stands in the channel itself. */
  readonly thread: string | null;
}

/**
 * Reads the id of a receipt: `TS`, or `THREAD/TS` for a reply, since a reply to it belongs to the
 * same thread ("Avoid using a reply's `ts` value; use its parent instead", Slack docs,
 * "chat.postMessage").
 */
export function placeOf(messageId: string): Place {
  const { within: thread, message: ts } = readMessageId(messageId);
  return { ts, thread };
}

/** The id of a receipt, as `placeOf` reads it. */
export function messageIdOf({ ts, thread }: Place): string {
  return writeMessageId({ within: thread, message: ts });
}

/** The form that `chat.getPermalink` answers with, without the call. */
export function permalink(workspace: string, channel: string, { ts, thread }: Place): string {
  const link = `${workspace}archives/${channel}/p${ts.replace(".", "")}`;
  return thread === null ? link : `${link}?thread_ts=${thread}&cid=${channel}`;
}
