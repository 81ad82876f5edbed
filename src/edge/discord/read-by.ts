import { GuildFeature, Routes } from "discord.js";
import { z } from "zod";
import type { PlaceReaders } from "#desk/port/chat-service.ts";
import type { Api } from "./api.ts";

const Channel = z.object({ guild_id: z.string().optional() });
const Server = z.object({ features: z.array(z.string()).default([]) });

/**
 * Who reads a channel. One on a server that Discord shows to everybody ("Discoverable", Discord docs, "Guild Features") is read
 * from outside; of any other its own settings say who is let in, and the newsroom's say who that is.
 */
export async function readBy(api: Api, address: string): Promise<PlaceReaders> {
  const { guild_id: server } = Channel.parse(await api.get(Routes.channel(address)));
  if (server === undefined) return "own";
  const { features } = Server.parse(await api.get(Routes.guild(server)));
  return features.includes(GuildFeature.Discoverable) ? "outside" : "own";
}
