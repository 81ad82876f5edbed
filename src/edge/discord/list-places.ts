import { ChannelType, Routes } from "discord.js";
import { z } from "zod";
import type { ListedPlace, PlaceList } from "#desk/port/place-list.ts";
import { ListError } from "#edge/chat/list-error.ts";
import type { Api } from "./api.ts";
import { permissionFault } from "./check.ts";
import { explain } from "./failure.ts";
import { FORUMS, standingsOn } from "./permissions.ts";

const Servers = z.array(z.object({ id: z.string(), name: z.string().default("?") }));

/** Each takes three questions; on more servers ids are typed. */
const MOST_SERVERS = 20;

/** Where an edition can stand: voice channels have a chat of their own, which nobody takes for a place of news. */
const POSTABLE: readonly number[] = [
  ...[ChannelType.GuildText, ChannelType.GuildAnnouncement],
  ...FORUMS,
];

/**
 * The channels of the servers that the bot is on, each with what the bot lacks there.
 * @param ours the ids of those that are the newsroom's own
 */
export async function listPlaces(
  api: Api,
  ours: () => Promise<readonly string[]>,
): Promise<PlaceList> {
  try {
    const own = await ours();
    const servers = Servers.parse(
      await api.get(Routes.userGuilds(), { limit: String(MOST_SERVERS + 1) }),
    );
    const lists = await Promise.all(
      servers.slice(0, MOST_SERVERS).map((server) => placesOn(api, server, own)),
    );
    return { places: lists.flat(), isCut: servers.length > MOST_SERVERS, canBeShared: false };
  } catch (cause) {
    throw new ListError(explain(cause), { cause });
  }
}

async function placesOn(
  api: Api,
  { id, name: group }: z.infer<typeof Servers>[number],
  own: readonly string[],
): Promise<readonly ListedPlace[]> {
  const channels = await standingsOn(api, id);
  return channels
    .filter(({ type }) => POSTABLE.includes(type))
    .map((channel) => ({
      ...{ address: channel.id, name: channel.name, group, groupId: id },
      readBy: own.includes(id) ? "own" : "foreign",
      ...{ isForum: FORUMS.includes(channel.type), missing: permissionFault(channel) },
    }));
}
