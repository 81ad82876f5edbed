import { ChannelType, PermissionFlagsBits, Routes } from "discord.js";
import { z } from "zod";
import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import type { PlaceTerms } from "#core/digest/subscription.ts";
import { LANGUAGES } from "#core/language/languages.ts";
import type { AskedAt, Finding } from "#desk/port/chat-service.ts";
import { fault, fine, lookAt } from "#edge/chat/check.ts";
import type { Api } from "./api.ts";
import { differsFrom, registeredCommands, shownTo, wantedCommands } from "./commands.ts";
import { explain } from "./failure.ts";
import { FORUMS, type Standing, standingIn, THREADS } from "./permissions.ts";
import { NO_ANNOUNCEMENTS } from "./publish.ts";
import { may } from "./rights.ts";
import { roleFault } from "./role.ts";

const User = z.object({ username: z.string() });
const Application = z.object({ id: z.string(), name: z.string() });

/** Looks at the token, the commands and every channel; posts nothing, and never throws. */
export async function checkDiscord(
  api: Api,
  addresses: readonly string[],
  askedAt: AskedAt = () => [],
  named: NamedRoles = NOBODY_NAMED,
): Promise<readonly Finding[]> {
  let application = "";
  const token = await lookAt(TOKEN, explain, async () => {
    const { username } = User.parse(await api.get(Routes.user()));
    const { id, name } = Application.parse(await api.get(Routes.currentApplication()));
    application = id;
    return fine(TOKEN, `it is ${username}, of the application ${name}`);
  });
  if (!token.ok) return [token];
  const channels = await Promise.all(
    addresses.map((address) => checkChannel(api, address, askedAt(address))),
  );
  return [token, await checkCommands(api, application, named), ...channels];
}

const TOKEN = "Discord bot token";
const COMMANDS = "Discord commands";

function checkCommands(api: Api, application: string, named: NamedRoles): Promise<Finding> {
  return lookAt(COMMANDS, explain, async () => {
    const wanted = wantedCommands(LANGUAGES, shownTo(named));
    const differ = differsFrom(await registeredCommands(api, application), wanted);
    return fine(
      COMMANDS,
      differ ? "they will be registered at the next start" : "they are registered",
    );
  });
}

function checkChannel(api: Api, address: string, asked: readonly PlaceTerms[]): Promise<Finding> {
  const subject = `Discord channel ${address}`;
  return lookAt(subject, explain, async () => {
    const standing = await standingIn(api, address);
    const wrong =
      typeFault(standing) ??
      permissionFault(standing) ??
      mentionFault(standing, asked) ??
      publishFault(standing, asked);
    return wrong === null ? fine(subject, whatItMay(standing)) : fault(subject, wrong);
  });
}

/** Channels in which no message can be posted. */
const WITHOUT_MESSAGES: ReadonlyMap<number, string> = new Map([
  [ChannelType.GuildCategory, "a category"],
  [ChannelType.GuildDirectory, "a directory"],
]);

function typeFault({ name, type }: Standing): string | null {
  const kind = WITHOUT_MESSAGES.get(type);
  return kind === undefined
    ? null
    : `${name} is ${kind}: name a text channel, an announcement channel or a thread in config/newsroom.yaml`;
}

/** Reading the history is how a message is found again whose reply was lost. */
export function permissionFault({ name, type, permissions }: Standing): string | null {
  const needed = [
    VIEW,
    ...(THREADS.includes(type) ? [SEND_IN_THREADS] : [SEND]),
    // A forum takes a correction in the post that it is about, and nowhere else.
    ...(FORUMS.includes(type) ? [SEND_IN_THREADS] : []),
    HISTORY,
  ];
  const missing = missingOf(permissions, needed);
  return missing === null
    ? null
    : `the bot lacks ${missing} in ${name}: give it that in the channel's settings, Permissions`;
}

/** A role that flashes are to mention, and that would not be told. */
function mentionFault(standing: Standing, asked: readonly PlaceTerms[]): string | null {
  const mayMention = may(standing.permissions, PermissionFlagsBits.MentionEveryone);
  const faults = asked.flatMap(({ flashMention }) =>
    flashMention === undefined ? [] : (roleFault(flashMention, { ...standing, mayMention }) ?? []),
  );
  return faults[0] ?? null;
}

/** A channel that nobody can follow, where its posts are to go on to those who do. */
function publishFault({ name, type }: Standing, asked: readonly PlaceTerms[]): string | null {
  const isAsked = asked.some(({ publish }) => publish === true);
  if (!isAsked || type === ChannelType.GuildAnnouncement) return null;
  return `publish is set for ${name}, which nobody can follow: ${NO_ANNOUNCEMENTS}`;
}

/** What the bot does where it may not open threads is no fault, but somebody may want it otherwise. */
function whatItMay({ name, type, permissions, requiredTags }: Standing): string {
  if (FORUMS.includes(type)) {
    const tags = requiredTags.map((tag) => `“${tag}”`).join(", ");
    const required = tags === "" ? "" : `, with one of its tags (${tags}) at least`;
    return `the bot may open posts in ${name}: it is a forum, so its channel in config/newsroom.yaml needs “forum”${required}`;
  }
  const says = `the bot may post in ${name}`;
  const missing = THREADABLE.includes(type)
    ? missingOf(permissions, [OPEN, SEND_IN_THREADS])
    : null;
  return missing === null
    ? says
    : `${says}; it lacks ${missing} there, so that corrections and threads stand as replies in the channel itself`;
}

/** Channels whose messages can have threads. */
const THREADABLE: readonly number[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

type Permission = readonly [name: string, bit: bigint];

const VIEW: Permission = ["View Channel", PermissionFlagsBits.ViewChannel];
const SEND: Permission = ["Send Messages", PermissionFlagsBits.SendMessages];
const HISTORY: Permission = ["Read Message History", PermissionFlagsBits.ReadMessageHistory];
const OPEN: Permission = ["Create Public Threads", PermissionFlagsBits.CreatePublicThreads];
const SEND_IN_THREADS: Permission = [
  "Send Messages in Threads",
  PermissionFlagsBits.SendMessagesInThreads,
];

/** The names of those that are missing; `null`: none. */
function missingOf(permissions: bigint, needed: readonly Permission[]): string | null {
  const missing = needed.filter(([, bit]) => !may(permissions, bit)).map(([name]) => name);
  return missing.length === 0 ? null : missing.join(", ");
}
