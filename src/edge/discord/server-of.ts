import { Routes } from "discord.js";
import { z } from "zod";
import type { Api } from "./api.ts";

const Channel = z.object({ guild_id: z.string().optional() });

/** Finds the server that a channel is on, for links; asked once for each channel that answers. */
export function createServerLookup(api: Api): (address: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  const ask = async (address: string) => {
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
