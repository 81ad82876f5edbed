import type { Interaction } from "discord.js";
import type { NamedRoles, Role } from "#core/access/role.ts";
import { languageOf } from "#core/language/languages.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { knownServer, roleIn, rolesOf } from "./rights.ts";

/** What is known of the newsroom's servers and channels. */
export interface Whereabouts {
  /** The newsroom's name of a Discord channel; `null` for one that is not ours. */
  readonly channelOf: (address: string) => string | null;
  /** Says whether a server is the newsroom's own: its roles count in the newsroom. */
  readonly isOurs: (server: string) => boolean;
  /** To whom the config gives a role. */
  readonly named: NamedRoles;
  /** The newsroom's channels on a server, by their names. */
  readonly channelsOn: (server: string) => readonly string[];
}

/** What Discord tells of who asks, in an interaction or with a message. */
export type AskedThere = Pick<
  Interaction,
  "user" | "guildId" | "guild" | "member" | "channelId" | "channel"
> & {
  /** The language of their client (Discord docs, "Interaction Object", `locale`); a message does not tell it. */
  readonly locale?: string;
};

/**
 * Who asks, and where; what they may do is what Discord says of their roles with this very interaction. Anyone
 * manages a server of their own, so that alone makes no editor: it must be ours.
 */
export function askedOf(whereabouts: Whereabouts, interaction: AskedThere): Asked {
  const { user, guildId, channelId, channel, locale = null } = interaction;
  const name = channel !== null && "name" in channel ? channel.name : null;
  return {
    asker: {
      id: `discord:${user.id}`,
      name: user.displayName,
      role: roleThere(whereabouts, interaction),
    },
    place: channelId === null ? null : { platform: "discord", address: channelId, name },
    channel: channelName(whereabouts, interaction),
    whereabouts: whereaboutsIn(whereabouts, guildId),
    manner: "options",
    language: languageOf(locale),
  };
}

/** What is not known of a server, or of who asks, makes them no more than a reader. */
function roleThere({ isOurs, named }: Whereabouts, { user, guild, member }: AskedThere): Role {
  if (guild === null || member === null || !isOurs(guild.id)) return "reader";
  return roleIn(knownServer(guild), { id: user.id, roles: rolesOf(member) }, named);
}

/** Of a direct message Discord does not tell of which servers its writer is a member. */
function whereaboutsIn(
  { isOurs, channelsOn }: Pick<Whereabouts, "isOurs" | "channelsOn">,
  server: string | null,
): Asked["whereabouts"] {
  if (server === null) return { kind: "direct" };
  if (!isOurs(server)) return { kind: "foreign" };
  return { kind: "own", channels: channelsOn(server), isDirect: false };
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
