import { type Channel, isAlert } from "#core/digest/channel.ts";
import type { Message } from "#core/message/message.ts";
import { withoutPictures } from "#core/message/picture.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { type Home, type HomeChannel, homeAnswer } from "#core/reply/home-answer.ts";
import { namedTo } from "#desk/open-channels.ts";
import type { ReplyParts } from "./parts.ts";

/** What someone finds where the bot is at home: their subscriptions and the latest edition. */
export async function home(parts: ReplyParts, asked: Asked): Promise<Message> {
  const known = namedTo(parts.channels(), asked);
  const own = known.filter((one) => one.owner !== undefined && !isAlert(one));
  const shared = known.filter(({ owner }) => owner === undefined);
  const shown = (channel: Channel): HomeChannel => ({
    name: channel.name,
    next: parts.nextSlot(channel),
    timeZone: channel.cadence.timeZone,
  });
  const latest = await latestOf(parts, [...own, ...shared]);
  return homeAnswer({ own: own.map(shown), channels: shared.map(shown), latest });
}

/** Of the first channel that has posted one which is for the asker. */
async function latestOf(
  { latestEdition }: ReplyParts,
  channels: readonly Channel[],
): Promise<Home["latest"]> {
  for (const channel of channels) {
    const message = await latestEdition(channel);
    // As in every answer.
    if (message !== null && message !== "elsewhere")
      return { channel: channel.name, message: withoutPictures(message) };
  }
  return null;
}
