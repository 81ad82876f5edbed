import { hostname } from "node:os";
import { join, resolve } from "node:path";
import type { Channel } from "#core/digest/channel.ts";
import { subscription } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { createClock } from "#edge/clock/clock.ts";
import { type Env, readEnv } from "#edge/config/env.ts";
import { type Orders, readNewsroom } from "#edge/config/read-newsroom.ts";
import { type FileLog, openLog } from "#edge/log/log.ts";
import { passwordsIn, shownAddress } from "#edge/store/address.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { terminalOutput } from "#edge/terminal/output.ts";

export const DONE = 0;
export const FAILED = 1;
export const WRONG_USE = 2;

export const clock = createClock();
export const out = terminalOutput(process.stdout, process.stderr);

/** What the environment and the config say; every command but `brief` begins with it. */
export interface Setting {
  readonly env: Env;
  readonly orders: Orders;
  /** Platforms whose tokens are set, and the page. */
  readonly live: ReadonlySet<Platform>;
}

/** @throws {ConfigError} with every fault of the environment, or of the config */
export function readSetting(): Setting {
  const env = readEnv();
  return { env, orders: readNewsroom(env.COPYDESK_CONFIG), live: livePlatforms(env) };
}

export function livePlatforms(env: Env): ReadonlySet<Platform> {
  const live = new Set<Platform>(["preview"]);
  if (env.SLACK_BOT_TOKEN !== undefined) live.add("slack");
  if (env.DISCORD_TOKEN !== undefined) live.add("discord");
  return live;
}

/** The store of the environment: in the data folder, or in PostgreSQL. */
export function openStoreOf(env: Env): Promise<Store> {
  return openStore({ folder: env.COPYDESK_DATA, url: env.DATABASE_URL });
}

/** What people call it: the path of its file, or its address without the password. */
export function storeName({ COPYDESK_DATA, DATABASE_URL }: Env): string {
  if (DATABASE_URL !== undefined) return shownAddress(DATABASE_URL);
  return join(resolve(COPYDESK_DATA), "copydesk.db");
}

/** How people know this process among others at one database. */
export const thisProcess = () => `${hostname()}, process ${process.pid}`;

export function openLogOf(
  env: Env,
  onFailing: (error: unknown) => void = () => undefined,
): FileLog {
  const secrets = [
    env.DISCORD_TOKEN,
    env.SLACK_BOT_TOKEN,
    env.SLACK_APP_TOKEN,
    env.SLACK_SIGNING_SECRET,
    env.SLACK_CLIENT_SECRET,
    env.COPYDESK_SECRET,
    env.AWS_ACCESS_KEY_ID,
    env.AWS_SECRET_ACCESS_KEY,
    env.AWS_SESSION_TOKEN,
    ...(env.DATABASE_URL === undefined ? [] : passwordsIn(env.DATABASE_URL)),
  ];
  return openLog({
    file: join(env.COPYDESK_DATA, "copydesk.log"),
    level: env.COPYDESK_LOG_LEVEL,
    onFailing,
    secrets: secrets.filter((secret) => secret !== undefined),
  });
}

/** Says that an order made in chat counts no more. */
export function complainOfOrder(name: string, faults: readonly string[]): void {
  out.complain(`The order “${name}” that was made in chat cannot be read: ${faults.join("; ")}.`);
}

/** The page's subscription: every channel has one, and its editions are whole messages. */
export const onThePage = (channel: Channel) => subscription(channel, "preview", channel.name);
