import type { webApi } from "@slack/bolt";
import type { Courier, FollowUp, Parcel, Receipt } from "#core/outbox/courier.ts";
import type { Log } from "#desk/port/log.ts";
import { callFailure, NAMES_NO_MESSAGE } from "#edge/chat/failure.ts";
import { bare, sparingPictures } from "#edge/chat/pictures.ts";
import { postArguments, replyArguments, updateArguments } from "./arguments.ts";
import { createBookmarks } from "./bookmarks.ts";
import { isInvalidBlocks } from "./failure.ts";
import { findPosted } from "./lookup.ts";
import { createPace, type Pace, type PaceOptions } from "./pace.ts";
import { paced } from "./paced.ts";
import { messageIdOf, type Place, permalink, placeOf } from "./place.ts";
import { SLACK_BUDGET } from "./render.ts";

export interface CourierOptions {
  readonly client: webApi.WebClient;
  /** The workspace's address, `https://example.slack.com/`, once it is known. */
  readonly workspace: () => string | null;
  readonly pace: PaceOptions;
  /** Is told of what is left undone beside posts; left out: nobody is. */
  readonly log?: Pick<Log, "info">;
}

/** Carries messages to Slack channels; the delivery key travels in the message's metadata. */
export function createCourier({
  client,
  workspace,
  pace: options,
  log = { info: () => undefined },
}: CourierOptions): Courier {
  const means: Means = { client, pace: createPace(options) };
  const bookmarks = createBookmarks({ client, every: options.bookmarks, log });
  const receipt = ({ address }: Parcel, place: Place): Receipt => {
    const known = workspace();
    return {
      messageId: messageIdOf(place),
      url: known === null ? null : permalink(known, address, place),
    };
  };
  return {
    platform: "slack",
    budget: SLACK_BUDGET,
    async post(parcel) {
      const { address: channel, message } = parcel;
      const { ts, granted } = await sparing(parcel, (own) =>
        sendOnce(means, own, null, postArguments(own)),
      );
      const posted = receipt(parcel, { ts, thread: null });
      const { latest: title } = message;
      if (title !== undefined && posted.url !== null) {
        bookmarks.keep({ channel, title, link: posted.url }, granted);
      }
      return posted;
    },
    async edit(followUp) {
      const place = placeOf(followUp.target.messageId);
      await sparing(followUp, (own) => update(means, own, place));
      return receipt(followUp, place);
    },
    async reply(followUp) {
      const { ts: about, thread: above } = placeOf(followUp.target.messageId);
      const thread = above ?? about;
      const { ts } = await sparing(followUp, (own) =>
        sendOnce(means, own, thread, replyArguments(own, thread)),
      );
      return receipt(followUp, { ts, thread });
    },
  };
}

/**
 * Slack fetches pictures before it answers: where it cannot, it refuses the message, and where a picture is slow, the
 * answer may be waited for too long. So what comes again has none.
 */
function sparing<P extends Parcel, T>(parcel: P, send: (parcel: P) => Promise<T>): Promise<T> {
  return sparingPictures(parcel.again ? bare(parcel) : parcel, isInvalidBlocks, send);
}

/** A message that was sent, and what the token may do, as Slack told with it; `null`: it did not. */
interface Sent {
  readonly ts: string;
  readonly granted: readonly string[] | null;
}

interface Means {
  readonly client: webApi.WebClient;
  readonly pace: Pace;
}

/** Slack knows no key of its own for a repeat: so the channel, or the thread, is looked into first. */
async function sendOnce(
  { client, pace }: Means,
  { address, key, again }: Parcel,
  thread: string | null,
  message: webApi.ChatPostMessageArguments,
): Promise<Sent> {
  const searched = { client, pace, channel: address, key };
  const found = again ? await findPosted(searched, thread) : null;
  if (found !== null) return { ts: found, granted: null };
  const doing = `posting to ${address}`;
  const call = () => client.chat.postMessage(message);
  const reply = await paced(pace, { method: "posts", channel: address, doing, call });
  const granted = reply.response_metadata?.scopes ?? null;
  if (reply.ts !== undefined) return { ts: reply.ts, granted };
  throw callFailure("Slack", doing).failed(NAMES_NO_MESSAGE);
}

async function update({ client, pace }: Means, followUp: FollowUp, { ts }: Place): Promise<void> {
  const { address } = followUp;
  const doing = `editing ${ts} in ${address}`;
  const call = () => client.chat.update(updateArguments(followUp, ts));
  await paced(pace, { method: "edits", channel: address, doing, call });
}
