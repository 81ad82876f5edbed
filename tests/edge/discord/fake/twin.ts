import { Server } from "node:net";
import { ChannelType } from "discord.js";
import { DigitalDiscord } from "discord-digital-twin";
import { vi } from "vitest";

/** Fictional, and as long as a real one. */
export const TOKEN = "a-token-of-the-twin".repeat(4);

/** A server of the twin: a few channels that a test may take for its own, and one reader. */
export interface Twin {
  readonly discord: DigitalDiscord;
  readonly reader: string;
  /** A text channel that no other test has. */
  newChannel(type?: ChannelType): Promise<string>;
}

/** The twin's data lives in memory that a whole test file shares: so a file has one twin. */
export async function startTwin(): Promise<Twin> {
  const discord = new DigitalDiscord({
    botToken: TOKEN,
    botUser: { username: "Copydesk" },
    users: [{ username: "Reader" }],
  });
  await onLoopback(() => discord.start());
  const reader = (await discord.getFirstNonBotUserId()) ?? "";
  let made = 0;
  return {
    discord,
    reader,
    async newChannel(type = ChannelType.GuildText) {
      made += 1;
      const id = String(1_000_000_000_000_000_000n + BigInt(made));
      await discord.prisma.channel.create({
        data: { id, guildId: discord.guildId, type, name: `channel-${made}` },
      });
      return id;
    },
  };
}

/** The twin listens on every interface of the machine; while it starts, whatever listens is kept to loopback. */
async function onLoopback(start: () => Promise<void>): Promise<void> {
  const { listen } = Server.prototype;
  const spy = vi.spyOn(Server.prototype, "listen").mockImplementation(function (
    this: Server,
    ...given: unknown[]
  ) {
    const done = given.find((argument) => typeof argument === "function");
    return listen.call(this, { port: 0, host: "127.0.0.1" }, () => done?.());
  });
  await start().finally(() => spy.mockRestore());
}
