import { hostname, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { PAGE, type Platform } from "#core/digest/subscription.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import { createClock } from "#edge/clock/clock.ts";
import { type Env, readEnv as readEnvOf } from "#edge/config/env.ts";
import { type Orders, readNewsroom } from "#edge/config/read-newsroom.ts";
import { type FileLog, openLog } from "#edge/log/log.ts";
import { passwordsIn, shownAddress } from "#edge/store/address.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { terminalOutput } from "#edge/terminal/output.ts";
import { registryIn } from "./language.ts";
import { REGISTRY, type Registry } from "./platforms.ts";

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
  /** Every platform that there is. */
  readonly registry: Registry;
}

/** @throws {ConfigError} with every fault of the environment, or of the config */
export function readSetting(registry: Registry = REGISTRY): Setting {
  const env = readEnv(registry);
  const orders = readNewsroom(env.COPYDESK_CONFIG, registry.shape);
  return { env, orders, live: livePlatforms(env), registry: registryIn(registry, orders.language) };
}

/** @throws {ConfigError} with every fault of the environment */
export function readEnv({ platforms }: Pick<Registry, "platforms"> = REGISTRY): Env {
  return readEnvOf(platforms);
}

export function livePlatforms({ chats }: Env): ReadonlySet<Platform> {
  const withToken = [...chats].filter(([, { connect }]) => connect !== null);
  return new Set([PAGE, ...withToken.map(([platform]) => platform)]);
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

/** Who gives a command in the terminal, for the audit. */
export function atTheTerminal(): Pick<AuditEntry, "by" | "name"> {
  return { by: "terminal", name: userName() };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container a user may have a number and no name.
    return "whoever runs Copydesk";
  }
}

/** Where the log is. */
export function logFile({ COPYDESK_DATA }: Pick<Env, "COPYDESK_DATA">): string {
  return join(COPYDESK_DATA, "copydesk.log");
}

export function openLogOf(
  env: Env,
  onFailing: (error: unknown) => void = () => undefined,
): FileLog {
  const secrets = [
    ...[...env.chats.values()].flatMap(({ secrets: own }) => own),
    env.AWS_ACCESS_KEY_ID,
    env.AWS_SECRET_ACCESS_KEY,
    env.AWS_SESSION_TOKEN,
    env.COPYDESK_PASSPHRASE,
    env.COPYDESK_METRICS_TOKEN,
    env.COPYDESK_MODEL_KEY,
    ...(env.DATABASE_URL === undefined ? [] : passwordsIn(env.DATABASE_URL)),
  ];
  return openLog({
    file: logFile(env),
    level: env.COPYDESK_LOG_LEVEL,
    onFailing,
    secrets: secrets.filter((secret) => secret !== undefined),
  });
}

/** Says that an order made in chat counts no more. */
export function complainOfOrder(name: string, faults: readonly string[]): void {
  out.complain(`The order “${name}” that was made in chat cannot be read: ${faults.join("; ")}.`);
}
