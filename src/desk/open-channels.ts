import { isFor } from "#core/article/audience.ts";
import { type Channel, knownTo } from "#core/digest/channel.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import type { ReplyParts } from "#desk/reply/parts.ts";

/** The channels that somebody may know of and whose editions they may read, in their order: everybody's, and their own. */
export function openChannels(
  { channels, readers }: Pick<ReplyParts, "channels" | "readers">,
  { asker }: Pick<Asked, "asker">,
): readonly Channel[] {
  return knownTo(channels(), asker.id).filter(
    ({ owner, audience }) => owner !== undefined || isFor(audience, readers.audience),
  );
}
