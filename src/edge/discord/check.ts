import { ChannelType, PermissionFlagsBits, Routes } from "discord.js";
import { z } from "zod";
import type { Finding } from "#desk/port.ts";
import type { Api } from "./api.ts";
import { differsFrom, wantedCommands } from "./commands.ts";
import { explain } from "./failure.ts";
import { may, type Standing, standingIn, THREADS } from "./permissions.ts";

const User = z.object({ username: z.string() });
const Application = z.object({ id: z.string(), name: z.string() });

/** Looks at the token, the commands and every channel; posts nothing, and never throws. */
export async function checkDiscord(
  api: Api,
  addresses: readonly string[],
): Promise<readonly Finding[]> {
  const subject = "Discord bot token";
  try {
    const { username } = User.parse(await api.get(Routes.user()));
    const application = Application.parse(await api.get(Routes.currentApplication()));
    const says = `it is ${username}, of the application ${application.name}`;
    const channels = await Promise.all(addresses.map((address) => checkChannel(api, address)));
    return [{ subject, ok: true, says }, await checkCommands(api, application.id), ...channels];
  } catch (error) {
    return [{ subject, ok: false, says: explain(error) }];
  }
}

async function checkCommands(api: Api, application: string): Promise<Finding> {
  const subject = "Discord commands";
  try {
    const registered = await api.get(Routes.applicationCommands(application));
    return differsFrom(registered, wantedCommands())
      ? { subject, ok: true, says: "they will be registered at the next start" }
      : { subject, ok: true, says: "they are registered" };
  } catch (error) {
    return { subject, ok: false, says: explain(error) };
  }
}

async function checkChannel(api: Api, address: string): Promise<Finding> {
  const subject = `Discord channel ${address}`;
  try {
    const standing = await standingIn(api, address);
    const fault = typeFault(standing) ?? permissionFault(standing);
    return fault === null
      ? { subject, ok: true, says: `the bot may post in ${standing.name}` }
      : { subject, ok: false, says: fault };
  } catch (error) {
    return { subject, ok: false, says: explain(error) };
  }
}

/** Channels in which no message can be posted. */
const WITHOUT_MESSAGES: ReadonlyMap<number, string> = new Map([
  [ChannelType.GuildCategory, "a category"],
  [ChannelType.GuildForum, "a forum"],
  [ChannelType.GuildMedia, "a media channel"],
  [ChannelType.GuildDirectory, "a directory"],
]);

function typeFault({ name, type }: Standing): string | null {
  const kind = WITHOUT_MESSAGES.get(type);
  return kind === undefined
    ? null
    : `${name} is ${kind}: name a text channel, an announcement channel or a thread in config/newsroom.yaml`;
}

/** Reading the history is how a message is found again whose reply was lost. */
function permissionFault({ name, type, permissions }: Standing): string | null {
  const send = THREADS.includes(type)
    ? (["Send Messages in Threads", PermissionFlagsBits.SendMessagesInThreads] as const)
    : (["Send Messages", PermissionFlagsBits.SendMessages] as const);
  const needed: readonly (readonly [string, bigint])[] = [
    ["View Channel", PermissionFlagsBits.ViewChannel],
    send,
    ["Read Message History", PermissionFlagsBits.ReadMessageHistory],
  ];
  const missing = needed.filter(([, bit]) => !may(permissions, bit)).map(([label]) => label);
  if (missing.length === 0) return null;
  return `the bot lacks ${missing.join(", ")} in ${name}: give it that in the channel's settings, Permissions`;
}
