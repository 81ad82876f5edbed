import type { webApi } from "@slack/bolt";
import { unmentioned } from "#core/message/mention.ts";
import type { FollowUp, Parcel } from "#core/outbox/courier.ts";
import { renderMessage } from "./render.ts";

/** `event_type` of the metadata in which the delivery key travels. */
export const DELIVERY_EVENT = "copydesk_delivery";

/**
 * The arguments of `chat.postMessage` for one delivery.
 *
 * `unfurl_*` keep a link from growing a preview, `mrkdwn: false` keeps the fallback from being read
 * as markup; `link_names` and `parse` stay out, because each of them would turn `@channel` in an
 * article into a mention.
 */
export function postArguments({
  address,
  message,
  key,
}: Omit<Parcel, "again">): webApi.ChatPostMessageArguments {
  const { text, blocks } = renderMessage(message);
  return {
    channel: address,
    text,
    ...(blocks.length > 0 && { blocks: [...blocks] }),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: DELIVERY_EVENT, event_payload: { key } },
  };
}

/**
 * The arguments of `chat.postMessage` for a reply in a thread. `reply_broadcast` stays out: what is
 * said in a thread is not said in the channel again.
 */
export function replyArguments(
  parcel: Omit<Parcel, "again">,
  thread: string,
): webApi.ChatPostMessageArguments {
  return { ...postArguments(parcel), thread_ts: thread };
}

/**
 * The arguments of `chat.update` that put a message in the place of a post; the post's own key stays
 * in its metadata. `parse` "defaults to `client`, unlike `chat.postMessage`" (Slack docs,
 * "chat.update"), which would look for names and addresses in the fallback. It mentions nobody: the post has.
 */
export function updateArguments(
  { address, message, target }: FollowUp,
  ts: string,
): webApi.ChatUpdateArguments {
  const { text, blocks } = renderMessage(unmentioned(message));
  return {
    channel: address,
    ts,
    text,
    blocks: [...blocks],
    parse: "none",
    link_names: false,
    metadata: { event_type: DELIVERY_EVENT, event_payload: { key: target.key } },
  };
}
