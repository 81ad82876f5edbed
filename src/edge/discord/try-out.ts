import { PermissionFlagsBits, Routes } from "discord.js";
import { z } from "zod";
import type { Finding } from "#desk/port/chat-service.ts";
import { lookAt, postedTest, TEST_MESSAGE } from "#edge/chat/check.ts";
import type { Api } from "./api.ts";
import { explain } from "./failure.ts";

/** What the bot does in a channel: it posts, finds again what it posted, and answers in threads. */
const NEEDED =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads;

const Application = z.object({ id: z.string() });

/** As `ChatService.inviteUrl` (Discord docs, "OAuth2", Bot Authorization Flow). */
export async function inviteUrl(api: Api): Promise<string> {
  const { id } = Application.parse(await api.get(Routes.currentApplication()));
  const asked = new URLSearchParams({
    ...{ client_id: id, scope: "bot applications.commands", permissions: String(NEEDED) },
  });
  return `https://discord.com/oauth2/authorize?${asked}`;
}

/** As `ChatService.tryPost`. */
export function tryPost(api: Api, address: string): Promise<Finding> {
  const subject = `Discord channel ${address}`;
  return lookAt(subject, explain, async () => {
    const body = { content: TEST_MESSAGE, allowed_mentions: { parse: [] } };
    await api.post(Routes.channelMessages(address), body);
    return postedTest(subject);
  });
}
