import type { Channel } from "#core/digest/channel.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import type { Greet } from "#desk/greeting.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import type { Installations } from "#desk/port/installations.ts";
import type { Log } from "#desk/port/log.ts";
import type { Share } from "#desk/share.ts";
import type { Env } from "#edge/config/env.ts";
import type { Part } from "#edge/discord/part.ts";
import type { Setting } from "./setting.ts";

export interface ServiceParts {
  readonly frontDesk: FrontDesk;
  readonly installations: Installations;
  readonly log: Log;
  /** Says who the bot is where it is invited; left out, as by commands that only look: nobody does. */
  readonly greet?: Greet;
  /** Aborted once another process may have the work; left out, as by commands that only look: none ever does. */
  readonly whileOurs?: () => AbortSignal;
  /** Takes an interaction on for this process; left out: no other is there. */
  readonly take?: (id: string) => Promise<boolean>;
  /** What of the work is this process's own at a moment; left out: all. */
  readonly share?: () => Share;
}

/** The platforms that have a token. Their SDKs are loaded only when they are used. */
export async function servicesOf(
  { env }: Pick<Setting, "env">,
  channels: () => readonly Channel[],
  { frontDesk, installations, log, greet, whileOurs, take, share }: ServiceParts,
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
      ...(greet !== undefined && { greet }),
      ...(whileOurs !== undefined && { whileOurs }),
      ...(take !== undefined && { take }),
      ...oauthOf(env, installations),
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
      ...(greet !== undefined && { greet }),
      ...(whileOurs !== undefined && { whileOurs }),
      ...(share !== undefined && { part: () => partOf(share()) }),
      ...(env.DISCORD_API !== undefined && { api: env.DISCORD_API }),
    });
    services.push(discord);
  }
  return services;
}

function partOf({ leads, others }: Share): Part {
  return { posts: leads("delivery"), connects: leads("front"), isAlone: others.length === 0 };
}

/** For Slack workspaces beside that of the token; `readEnv` sees that all of it is set, or none. */
function oauthOf(env: Env, installations: Installations) {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const { COPYDESK_SECRET: secret, SLACK_WORKSPACES: allowed } = env;
  if (clientId === undefined || clientSecret === undefined || secret === undefined) return {};
  return { oauth: { clientId, clientSecret, secret, allowed, installations } };
}
