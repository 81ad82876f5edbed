import { ChannelType, PermissionFlagsBits, Routes } from "discord.js";
import { z } from "zod";
import type { Api } from "./api.ts";
import { serverPermissions } from "./rights.ts";
import type { Role } from "./role.ts";

const Bits = z.string().transform((digits) => BigInt(digits));

const Overwrite = z.object({ id: z.string(), allow: Bits, deny: Bits });
type Overwrite = z.infer<typeof Overwrite>;

const Channel = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  position: z.number().nullish(),
  permission_overwrites: z.array(Overwrite).default([]),
  flags: z.number().nullish(),
  available_tags: z.array(z.object({ name: z.string() })).nullish(),
});
type Channel = z.infer<typeof Channel>;

const Guild = z.object({
  owner_id: z.string(),
  roles: z.array(
    z.object({
      ...{ id: z.string(), permissions: Bits },
      ...{ name: z.string().default("?"), mentionable: z.boolean().default(false) },
    }),
  ),
});

const Member = z.object({ roles: z.array(z.string()) });
const User = z.object({ id: z.string() });

/** A channel, and what the bot may do in it. */
export interface Standing {
  readonly name: string;
  /** Discord docs, "Channel Types". */
  readonly type: number;
  readonly permissions: bigint;
  /** Its server; `null` for direct messages. */
  readonly server: string | null;
  /** Of its server. */
  readonly roles: readonly Role[];
  /** The names of the tags of which a forum's post must have one; empty: it need have none. */
  readonly requiredTags: readonly string[];
}

/** REQUIRE_TAG (Discord docs, "Channel Flags"). */
export const REQUIRE_TAG = 1 << 4;

/** Channels in which every message opens a thread (Discord docs, "Channel Types"). */
export const FORUMS: readonly number[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** Threads have no permissions of their own (Discord docs, "Channel Types": 10 to 12). */
export const THREADS: readonly number[] = [10, 11, 12];

/** Looks up what the bot may do in a channel; throws what the API throws. */
export async function standingIn(api: Api, address: string): Promise<Standing> {
  const channel = Channel.parse(await api.get(Routes.channel(address)));
  const { name, type } = channel;
  const said = name === null || name === undefined ? "the channel" : `#${name}`;
  const { permissions, roles } = await permissionsIn(api, await ruling(api, channel));
  const server = channel.guild_id ?? null;
  return { name: said, type, permissions, server, roles, requiredTags: requiredTags(channel) };
}

function requiredTags({ flags, available_tags: tags }: Channel): readonly string[] {
  return ((flags ?? 0) & REQUIRE_TAG) === 0 ? [] : (tags ?? []).map(({ name }) => name);
}

/** The channel whose overwrites rule: a thread's parent. */
async function ruling(api: Api, channel: Channel): Promise<Channel> {
  if (!THREADS.includes(channel.type) || typeof channel.parent_id !== "string") return channel;
  return Channel.parse(await api.get(Routes.channel(channel.parent_id)));
}

/** In a direct message, which has no server, everything that we need is allowed. */
async function permissionsIn(
  api: Api,
  channel: Channel,
): Promise<Pick<Standing, "permissions" | "roles">> {
  const all = PermissionFlagsBits.Administrator;
  if (channel.guild_id === undefined) return { permissions: all, roles: [] };
  const powers = await powersOn(api, channel.guild_id);
  return { permissions: allowedIn(powers, channel), roles: powers.guild.roles };
}

/** What decides what the bot may do in the channels of a server. */
interface Powers {
  readonly server: string;
  /** The bot's own id. */
  readonly id: string;
  readonly guild: z.infer<typeof Guild>;
  /** The ids of the roles that the bot has. */
  readonly roles: readonly string[];
}

async function powersOn(api: Api, server: string): Promise<Powers> {
  const { id } = User.parse(await api.get(Routes.user()));
  const guild = Guild.parse(await api.get(Routes.guild(server)));
  const { roles } = Member.parse(await api.get(Routes.guildMember(server, id)));
  return { server, id, guild, roles };
}

function allowedIn({ server, id, guild, roles }: Powers, channel: Channel): bigint {
  if (guild.owner_id === id) return PermissionFlagsBits.Administrator;
  const ruled = { id: server, ownerId: guild.owner_id, roles: guild.roles };
  const base = serverPermissions(ruled, { id, roles });
  const overwrites = (ids: readonly string[]) =>
    channel.permission_overwrites.filter((overwrite) => ids.includes(overwrite.id));
  // In the order of Discord docs, "Permission Overwrites": everyone, roles together, the member.
  const laid = [overwrites([server]), overwrites(roles), overwrites([id])];
  return laid.reduce(overlaid, base);
}

/** The channels of a server but for threads, in its order, and what the bot may do in each; throws what the API throws. */
export async function standingsOn(
  api: Api,
  server: string,
): Promise<readonly (Standing & { readonly id: string })[]> {
  const powers = await powersOn(api, server);
  const channels = z.array(Channel).parse(await api.get(Routes.guildChannels(server)));
  return channels
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
    .map((channel) => ({
      ...{ id: channel.id, name: `#${channel.name ?? channel.id}`, type: channel.type, server },
      ...{ permissions: allowedIn(powers, channel), roles: powers.guild.roles },
      requiredTags: requiredTags(channel),
    }));
}

function overlaid(base: bigint, overwrites: readonly Overwrite[]): bigint {
  const denied = overwrites.reduce((sum, { deny }) => sum | deny, 0n);
  const allowed = overwrites.reduce((sum, { allow }) => sum | allow, 0n);
  return (base & ~denied) | allowed;
}
