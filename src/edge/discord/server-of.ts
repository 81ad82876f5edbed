import { Routes } from "discord.js";
import { z } from "zod";
import type { Api } from "./api.ts";

const Channel = z.object({ guild_id: z.string().optional() });
const Listed = z.array(z.object({ id: z.string() }));

/**
 * A bot on so many servers has their channels listed, one question a server; on more it asks for each channel that it posts to,
 * since most of what is listed would be others'.
 */
const MOST_LISTED = 20;

/**
 * Finds the server that a channel is on, for links. Each is asked for once, and where the bot is on few servers not one by one:
 * the first posts to hundreds of channels would take twice the time.
 *
 * @param asking for the few questions that are about all channels: posts wait for their answers
 */
export function createServerLookup(
  api: Api,
  asking: Api = api,
): (address: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  let listed: Promise<ReadonlyMap<string, string>> | null = null;
  const ask = async (address: string) => {
    // What cannot be listed is asked for one by one.
    listed ??= listChannels(asking).catch(() => new Map());
    const server = (await listed).get(address);
    if (server !== undefined) return server;
    const channel = Channel.parse(await api.get(Routes.channel(address)));
    return channel.guild_id ?? null;
  };
  return (address) => {
    const asked = known.get(address);
    if (asked !== undefined) return asked;
    // A receipt without a link is a receipt: the post itself says what is wrong with the channel.
    const answer = ask(address).catch(() => {
      known.delete(address);
      return null;
    });
    known.set(address, answer);
    return answer;
  };
}

/** The server of each channel; nothing where there are too many of them to be asked. */
async function listChannels(api: Api): Promise<ReadonlyMap<string, string>> {
  const servers = (await listServers(api)) ?? [];
  return new Map(
    servers.flatMap(({ id, channels }) => channels.map((channel) => [channel, id] as const)),
  );
}

/** A server that the bot is on, with the ids of its channels. */
interface ServerChannels {
  readonly id: string;
  readonly channels: readonly string[];
}

/** The servers that the bot is on; `null` where there are too many of them to be asked. */
export async function listServers(api: Api): Promise<readonly ServerChannels[] | null> {
  const limit = String(MOST_LISTED + 1);
  const servers = Listed.parse(await api.get(Routes.userGuilds(), { limit }));
  if (servers.length > MOST_LISTED) return null;
  const lists = servers.map(async ({ id }) => {
    const channels = Listed.parse(await api.get(Routes.guildChannels(id)));
    return { id, channels: channels.map((channel) => channel.id) };
  });
  return Promise.all(lists);
}

/** Those that are the newsroom's: the only one, and each with a channel of its own. None where nobody can say. */
export function serversOf(
  listed: readonly ServerChannels[] | null,
  channelOf: (address: string) => string | null,
): readonly string[] {
  const all = listed ?? [];
  return all
    .filter(({ channels }) => all.length === 1 || channels.some((id) => channelOf(id) !== null))
    .map(({ id }) => id);
}
