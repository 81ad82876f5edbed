import { audienceAt } from "#core/access/audience.ts";
import { isEditor } from "#core/access/role.ts";
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

/**
 * The channels that are told of by name where somebody asks: to editors all that they may know of; to others those that they may
 * read there, their own, and those that they edit. Any other is as one that is not there.
 */
export function namedTo(
  channels: readonly Channel[],
  { asker, channel, whereabouts }: Pick<Asked, "asker" | "channel" | "whereabouts">,
): readonly Channel[] {
  const known = knownTo(channels, asker.id);
  if (isEditor(asker)) return known;
  const readers = audienceAt({ role: asker.role, channel, whereabouts }, channels);
  const isTheirs = ({ owner, name }: Channel) =>
    owner !== undefined || (asker.edits ?? []).includes(name);
  return known.filter((one) => isTheirs(one) || isFor(one.audience, readers));
}
