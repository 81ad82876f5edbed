import { type Interaction, PermissionFlagsBits } from "discord.js";
import { languageOf } from "#core/language/languages.ts";
import type { Asked } from "#core/reply/front-desk.ts";

/** What is known of the newsroom's servers and channels. */
export interface Whereabouts {
  /** The newsroom's name of a Discord channel; `null` for one that is not ours. */
  readonly channelOf: (address: string) => string | null;
  /** Says whether a server is the newsroom's own: whoever manages channels there is an editor. */
  readonly isOurs: (server: string) => boolean;
}

/** What Discord tells of who asks, in an interaction or with a message. */
export type AskedThere = Pick<
  Interaction,
  "user" | "guildId" | "channelId" | "channel" | "memberPermissions"
> & {
  /** The language of their client (Discord docs, "Interaction Object", `locale`); a message does not tell it. */
  readonly locale?: string;
};

/**
 * Who asks, and where; whether they may edit is what Discord says of this very interaction. Anyone
 * manages the channels of a server of their own, so that alone makes no editor: it must be ours.
 */
export function askedOf(whereabouts: Whereabouts, interaction: AskedThere): Asked {
  const { user, guildId, channelId, channel, memberPermissions, locale = null } = interaction;
  const name = channel !== null && "name" in channel ? channel.name : null;
  const manages = memberPermissions?.has(PermissionFlagsBits.ManageChannels) ?? false;
  return {
    asker: {
      id: `discord:${user.id}`,
      name: user.displayName,
      role: manages && guildId !== null && whereabouts.isOurs(guildId) ? "editor" : "reader",
    },
    place: channelId === null ? null : { platform: "discord", address: channelId, name },
    channel: channelName(whereabouts, interaction),
    manner: "options",
    language: languageOf(locale),
  };
}

/** A thread counts as the channel that it is in. */
function channelName(
  { channelOf }: Pick<Whereabouts, "channelOf">,
  { channelId, channel }: AskedThere,
): string | null {
  const own = channelId === null ? null : channelOf(channelId);
  if (own !== null) return own;
  const parent = channel?.isThread() ? channel.parentId : null;
  return parent === null ? null : channelOf(parent);
}
