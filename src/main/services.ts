import type { Channel } from "#core/digest/channel.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import type { ChatService, Log } from "#desk/port.ts";
import type { Setting } from "./setting.ts";

/** The platforms that have a token. Their SDKs are loaded only when they are used. */
export async function servicesOf(
  { env }: Pick<Setting, "env">,
  channels: () => readonly Channel[],
  frontDesk: FrontDesk,
  log: Log,
): Promise<readonly ChatService[]> {
  const services: ChatService[] = [];
  const named = (platform: "slack" | "discord") => (address: string) =>
    channels().find((channel) => channel[platform] === address)?.name ?? null;
  if (env.SLACK_BOT_TOKEN !== undefined) {
    const { createSlack } = await import("#edge/slack/service.ts");
    const slack = createSlack({
      botToken: env.SLACK_BOT_TOKEN,
      appToken: env.SLACK_APP_TOKEN ?? null,
      signingSecret: env.SLACK_SIGNING_SECRET ?? null,
      httpPort: env.SLACK_HTTP_PORT ?? null,
      httpHost: env.SLACK_HTTP_HOST,
      channelOf: named("slack"),
      editors: env.SLACK_EDITORS,
      ...{ frontDesk, log },
      ...(env.SLACK_API !== undefined && { api: env.SLACK_API }),
    });
    services.push(slack);
  }
  if (env.DISCORD_TOKEN !== undefined) {
    const { createDiscord } = await import("#edge/discord/service.ts");
    const discord = createDiscord({
      token: env.DISCORD_TOKEN,
      channelOf: named("discord"),
      servers: env.DISCORD_SERVERS,
      ...{ frontDesk, log },
      ...(env.DISCORD_API !== undefined && { api: env.DISCORD_API }),
    });
    services.push(discord);
  }
  return services;
}
