import { isFor, type Readers } from "#core/article/audience.ts";
import type { ChannelName } from "#core/digest/subscription.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { readersAt } from "#desk/reply/parts-at.ts";
import type { LiveChannels } from "./channels.ts";

export interface ForHereParts extends Pick<Readers, "internalSections"> {
  readonly live: Pick<LiveChannels, "list">;
}

/**
 * Whether what a channel carries may be shown where it is asked. Of one that is not there any more nobody can say whom it was
 * for: that is for the desk alone.
 */
export function isForHere(
  { live, internalSections }: ForHereParts,
  asked: Asked,
  name: ChannelName,
): boolean {
  const channel = live.list().find((one) => one.name === name);
  const { audience } = readersAt({ channels: live.list, internalSections }, asked);
  return isFor(channel === undefined ? "internal" : channel.audience, audience);
}
