import { ChannelType, type Guild, PermissionFlagsBits } from "discord.js";
import type { Invitation } from "#desk/greeting.ts";

const MAY_SPEAK = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

/**
 * Where the bot says who it is in a server that it was brought into: where the server welcomes people, else the first text
 * channel that it may write to; `null` where there is none. A server is greeted once, whichever channel that is.
 */
export function invitationTo({ id, channels, systemChannel, members }: Guild): Invitation | null {
  const self = members.me;
  if (self === null) return null;
  const texts = [...channels.cache.values()]
    .filter((channel) => channel.type === ChannelType.GuildText)
    .toSorted((one, other) => one.rawPosition - other.rawPosition);
  const all = systemChannel === null ? texts : [systemChannel, ...texts];
  const open = all.find((channel) => channel.permissionsFor(self).has(MAY_SPEAK));
  return open === undefined
    ? null
    : { platform: "discord", address: open.id, place: `server ${id}` };
}
