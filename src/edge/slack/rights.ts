import type { webApi } from "@slack/bolt";
import type { Rights } from "#core/access/may-give.ts";
import { type NamedRoles, type Role, roleWith } from "#core/access/role.ts";
import type { ChannelName } from "#core/digest/subscription.ts";
import type { Log } from "#desk/port/log.ts";
import { explain } from "./failure.ts";
import { isOfIt, type SlackStanding, standingIn } from "./member.ts";
import { readAddress } from "./workspaces.ts";

export interface RightsOptions {
  /** Ids of the user groups whose members are editors, beside those whom the config names: `SLACK_EDITORS`. */
  readonly groups: readonly string[];
  readonly named: NamedRoles;
  /** Names of the newsroom's channels in a further workspace. */
  readonly channelsIn: (team: string) => readonly ChannelName[];
  readonly log: Log;
}

/** Who is looked up. */
export interface Looked {
  /** Of the workspace that they ask in. */
  readonly client: webApi.WebClient;
  /** Slack's id of that workspace; `null` where it is not told. */
  readonly workspace: string | null;
  /** Their address, as the newsroom knows them: `U0123`, `T0123/U0123` in a further workspace. */
  readonly who: string;
  /** The newsroom's channel that they ask in, by its name and by Slack's id; `null` for any other. */
  readonly channel: { readonly name: ChannelName; readonly id: string } | null;
}

export interface Found extends Rights {
  /** Something could not be looked up: they may be more than they are found to be. */
  readonly unsure: boolean;
  /** What they are in the workspace; `gone` also where it could not be looked up, of which `unsure` tells. */
  readonly standing: SlackStanding;
}

/**
 * Looks up what somebody may do. In the newsroom's own workspace its admins and owners are admins, and members of a named
 * user group editors, unless the config names others. Admins of a further workspace edit what goes there, and nothing else.
 * Whoever made a channel edits that one, for as long as they are of the workspace's own people. It is looked up each time; what
 * cannot be looked up makes nobody more than a reader, also whom the config names: they may have left.
 */
export type RightsOf = (looked: Looked) => Promise<Found>;

export function rightsLookup({ groups, named, channelsIn, log }: RightsOptions): RightsOf {
  return async ({ client, workspace, who, channel }) => {
    const { team, id: user } = readAddress(who);
    let unsure = false;
    const look = <T>(otherwise: T, ask: () => Promise<T>): Promise<T> =>
      ask().catch((error: unknown) => {
        unsure = true;
        log.warn("slack editor not looked up", { user, says: explain(error) });
        return otherwise;
      });
    const isIn = groupsOf(client, user, look);
    const isAmong = async (ids: readonly string[]) =>
      ids.includes(who) || (await isIn(ids.map(readAddress).filter((one) => one.team === team)));
    const [standing, made, isEditor, isAdmin] = await Promise.all([
      look<SlackStanding>("gone", () => standingIn(client, user, workspace)),
      channel === null ? false : look(false, () => hasMade(client, channel.id, user)),
      isAmong([...groups, ...(named.editors ?? [])]),
      isAmong(named.admins ?? []),
    ]);
    if (standing === "gone") return { role: "reader", unsure, standing };
    const runs = standing === "runs";
    const own: Role = runs && team === null ? "admin" : isEditor ? "editor" : "reader";
    const role = roleWith(own, {
      editor: named.editors === null ? null : isEditor,
      admin: named.admins === null ? null : isAdmin,
    });
    const edits = new Set([
      ...(runs && team !== null ? channelsIn(team) : []),
      ...(made && channel !== null && isOfIt(standing) ? [channel.name] : []),
    ]);
    return {
      ...{ role, unsure, standing },
      ...(edits.size > 0 && { edits: [...edits] }),
      ...(runs && team !== null && { runsPlace: true }),
    };
  };
}

/** Says whether somebody is in one of some user groups; each is asked for once. */
function groupsOf(
  client: webApi.WebClient,
  user: string,
  look: <T>(otherwise: T, ask: () => Promise<T>) => Promise<T>,
): (ids: readonly { readonly id: string }[]) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const isMember = (id: string): Promise<boolean> => {
    const asked = known.get(id) ?? look(false, () => isMemberOf(client, id, user));
    known.set(id, asked);
    return asked;
  };
  return async (ids) => {
    const found = ids.filter(({ id }) => id.startsWith("S")).map(({ id }) => isMember(id));
    return (await Promise.all(found)).includes(true);
  };
}

async function isMemberOf(client: webApi.WebClient, group: string, user: string): Promise<boolean> {
  const { users = [] } = await client.usergroups.users.list({ usergroup: group });
  return users.includes(user);
}

async function hasMade(client: webApi.WebClient, channel: string, user: string): Promise<boolean> {
  const told = await client.conversations.info({ channel });
  return told.channel?.creator === user;
}
