import { PAGE } from "#core/digest/subscription.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import type { PageDoor } from "#desk/asker/parts.ts";
import type { Finding } from "#desk/port/chat-service.ts";
import type { Log } from "#desk/port/log.ts";
import type { RoleNow } from "#desk/role-now.ts";
import { createSignInDesk, type SignInDesk, type Way } from "#desk/sign-in.ts";
import type { Env } from "#edge/config/env.ts";
import { ConfigError } from "#edge/config/error.ts";
import type { DoorsOptions } from "#edge/preview/doors.ts";
import { isLoopback } from "#edge/preview/whence.ts";
import { isPassphrase } from "#edge/secret/passphrase.ts";
import { secrets } from "#edge/secret/secrets.ts";
import type { Store } from "#edge/store/store.ts";
import { clock, livePlatforms, type Setting } from "./setting.ts";

/** Whoever knows the passphrase: nobody can tell them apart. */
const BY_PASSPHRASE: Asker = {
  id: `${PAGE}:passphrase`,
  name: "somebody with the passphrase",
  role: "admin",
};

/** The doors of a page, and who makes links to them. */
interface PageDoors extends DoorsOptions {
  readonly signIn: SignInDesk;
}

/** The page's doors, as the environment sets them up. */
export function doorsOf({ env }: Setting, store: Store, log: Log, roleNow: RoleNow): PageDoors {
  const { COPYDESK_PASSPHRASE: sealed } = env;
  const ways = waysOf(env);
  const known = sealed !== undefined && ways.includes("passphrase");
  const passphrase = known ? { asker: BY_PASSPHRASE, mark: sealed } : null;
  return {
    machineAlone: isMachineAlone(env),
    url: env.COPYDESK_URL ?? null,
    ways,
    signIn: createSignInDesk({ store, clock, secrets, log, passphrase, roleNow }),
    isPassphrase: async (typed) => sealed !== undefined && isPassphrase(sealed, typed),
    now: () => performance.now(),
  };
}

/** Where links lead, and who makes them; `null` where nobody could follow one. */
export function pageDoorOf({ env }: Setting, { signIn }: PageDoors): PageDoor | null {
  return env.COPYDESK_URL === undefined ? null : { url: env.COPYDESK_URL.origin, signIn };
}

/**
 * Links where somebody can be sent one; a passphrase, which tells nobody from anybody else, only where no platform does
 * that better.
 */
export function waysOf(env: Env): readonly Way[] {
  if (livePlatforms(env).size > 1) return env.COPYDESK_URL === undefined ? [] : ["link"];
  return env.COPYDESK_PASSPHRASE === undefined ? [] : ["passphrase"];
}

function isMachineAlone({ COPYDESK_HOST, COPYDESK_URL }: Env): boolean {
  return COPYDESK_URL === undefined && isLoopback(COPYDESK_HOST);
}

/** @throws {ConfigError} where the page would be open to others, and nobody could sign in */
export function needWays({ env }: Pick<Setting, "env">): void {
  const { ok, says, where } = lookAtPage(env);
  if (!ok) throw new ConfigError([{ where, line: null, says }]);
}

/** What doctor says of the page's doors. */
export function pageFinding(env: Env): Finding {
  const { ok, says } = lookAtPage(env);
  return { subject: "Page", ok, says };
}

function lookAtPage(env: Env): {
  readonly ok: boolean;
  readonly says: string;
  readonly where: string;
} {
  const { COPYDESK_HOST: host, COPYDESK_URL: url } = env;
  const where = url === undefined ? "COPYDESK_HOST" : "COPYDESK_URL";
  const ways = waysOf(env);
  if (isMachineAlone(env)) {
    return { ok: true, where, says: "it answers on this machine alone, without a sign-in" };
  }
  if (ways.length === 0) return { ok: false, where, says: noWay(env) };
  const by = ways[0] === "link" ? "a link that the bot sends (/signin)" : "the passphrase";
  const unused = ways[0] === "link" && env.COPYDESK_PASSPHRASE !== undefined ? UNUSED : "";
  const at = url === undefined ? `port ${env.COPYDESK_PORT} of ${host}` : url.origin;
  return { ok: true, where, says: `it answers at ${at}; whoever comes signs in by ${by}${unused}` };
}

const UNUSED = "; COPYDESK_PASSPHRASE is not used, since everybody can be sent a link of their own";

function noWay(env: Env): string {
  const opened = "opens the page to others, and nobody could sign in";
  return livePlatforms(env).size > 1
    ? `${opened}: set COPYDESK_URL to the address by which people reach it, so that the bot can send links to it`
    : `${opened}: set a platform's token, or COPYDESK_PASSPHRASE (npm run copydesk -- passphrase makes its line)`;
}
