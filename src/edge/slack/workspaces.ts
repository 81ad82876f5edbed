import type { webApi } from "@slack/bolt";
import { type Courier, DeliveryError, type Parcel } from "#core/outbox/courier.ts";
import type { Log } from "#desk/port/log.ts";
import { explain } from "./failure.ts";
import { SealError } from "./seal.ts";

/**
 * An address is a channel's id, or that of a person: `C0123ABCD` in the workspace whose token is in
 * `.env`, `T0123ABCD/C0123ABCD` in another one.
 */
export interface Address {
  /** `null`: the workspace whose token is in `.env`. */
  readonly team: string | null;
  readonly id: string;
}

export function readAddress(address: string): Address {
  const found = /^(?<team>T[A-Z0-9]+)\/(?<id>.+)$/u.exec(address)?.groups;
  return found?.team === undefined || found.id === undefined
    ? { team: null, id: address }
    : { team: found.team, id: found.id };
}

/** The workspaces that one Slack app serves. */
export interface Workspaces {
  /** The address of what Slack calls so in a workspace. */
  addressOf(team: string | null, id: string): string;
  /** @throws {DeliveryError} `refused` where the app is not installed */
  open(team: string | null): Promise<Workspace>;
}

export interface Workspace {
  readonly client: webApi.WebClient;
  readonly courier: Courier;
}

export interface WorkspacesOptions {
  readonly home: Workspace;
  /** Its id, once Slack has told it. */
  readonly homeTeam: () => string | null;
  /** `null`: the app is in one workspace only. Returns `null` where it is not installed. */
  readonly tokenOf: ((team: string) => Promise<string | null>) | null;
  readonly clientOf: (token: string) => webApi.WebClient;
  /** @param url the workspace's own, `https://example.slack.com/`; `null` where Slack does not tell */
  readonly courierOf: (client: webApi.WebClient, url: string | null) => Courier;
  readonly log: Log;
}

export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { home, homeTeam, tokenOf, clientOf, courierOf, log } = options;
  const isHome = (team: string | null) => team === null || team === homeTeam();
  /** By token: after a new installation the old one counts no more. */
  const opened = new Map<string, { readonly token: string; readonly workspace: Workspace }>();
  return {
    addressOf: (team, id) => (tokenOf === null || isHome(team) ? id : `${team}/${id}`),
    async open(team) {
      if (team === null || isHome(team)) return home;
      const token = await tokenIn(team, tokenOf);
      const before = opened.get(team);
      if (before?.token === token) return before.workspace;
      const client = clientOf(token);
      const workspace = { client, courier: courierOf(client, await urlOf(client, log)) };
      opened.set(team, { token, workspace });
      return workspace;
    },
  };
}

async function tokenIn(team: string, tokenOf: WorkspacesOptions["tokenOf"]): Promise<string> {
  const refused = (says: string, cause?: unknown) =>
    new DeliveryError("refused", `${says}: open /slack/install there`, { cause });
  const token = await tokenOf?.(team).catch((error: unknown) => {
    if (!(error instanceof SealError)) throw error;
    throw refused(`The token of the workspace ${team} cannot be opened (${error.message})`, error);
  });
  if (token === undefined || token === null)
    throw refused(`Copydesk is not installed in the workspace ${team}`);
  return token;
}

/** Only for links to messages: without it they have none. */
async function urlOf(client: webApi.WebClient, log: Log): Promise<string | null> {
  try {
    return (await client.auth.test()).url ?? null;
  } catch (error) {
    log.warn("slack workspace not told", { says: explain(error) });
    return null;
  }
}

/** A courier that carries each parcel in the workspace of its address. */
export function workspacesCourier(home: Courier, workspaces: Workspaces): Courier {
  const at = async <Own extends Parcel>(parcel: Own) => {
    const { team, id } = readAddress(parcel.address);
    const { courier } = await workspaces.open(team);
    return { courier, parcel: { ...parcel, address: id } };
  };
  return {
    platform: home.platform,
    budget: home.budget,
    async post(given) {
      const { courier, parcel } = await at(given);
      return courier.post(parcel);
    },
    async edit(given) {
      const { courier, parcel } = await at(given);
      return courier.edit(parcel);
    },
    async reply(given) {
      const { courier, parcel } = await at(given);
      return courier.reply(parcel);
    },
  };
}
