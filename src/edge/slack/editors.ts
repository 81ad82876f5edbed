import type { webApi } from "@slack/bolt";
import type { Log } from "#desk/port.ts";
import { explain } from "./failure.ts";

export interface EditorsOptions {
  readonly client: webApi.WebClient;
  /** Ids of the user groups whose members are editors. */
  readonly groups: readonly string[];
  readonly log: Log;
  /** The newsroom's name of a Slack channel; `null` for one that is not ours. */
  readonly channelOf: (address: string) => string | null;
}

/**
 * Says whether somebody may give editors' commands: an admin or owner of the workspace, a member of a
 * named user group, or whoever made the newsroom's channel that they ask in. Slack tells a bot of no
 * other managers of a channel; and anyone may make one, so it must be ours. It is looked up each time;
 * what cannot be looked up makes nobody an editor.
 */
export type IsEditor = (user: string, channel: string | null) => Promise<boolean>;

export function editorsLookup(options: EditorsOptions): IsEditor {
  const { client, groups, channelOf, log } = options;
  const looks = (user: string, channel: string | null): readonly (() => Promise<boolean>)[] => [
    () => isAdmin(client, user),
    ...groups.map((group) => () => isMember(client, group, user)),
    ...(channel === null || channelOf(channel) === null
      ? []
      : [() => hasMade(client, channel, user)]),
  ];
  return async (user, channel) => {
    const found = await Promise.all(
      looks(user, channel).map((look) =>
        look().catch((error: unknown) => {
          log.warn("slack editor not looked up", { user, says: explain(error) });
          return false;
        }),
      ),
    );
    return found.includes(true);
  };
}

async function isAdmin(client: webApi.WebClient, user: string): Promise<boolean> {
  const { user: told } = await client.users.info({ user });
  // Someone who was deactivated keeps their roles on the record; a guest or a stranger has none here.
  if (told?.deleted === true || told?.is_stranger === true) return false;
  return told?.is_admin === true || told?.is_owner === true || told?.is_primary_owner === true;
}

async function isMember(client: webApi.WebClient, group: string, user: string): Promise<boolean> {
  const { users = [] } = await client.usergroups.users.list({ usergroup: group });
  return users.includes(user);
}

async function hasMade(client: webApi.WebClient, channel: string, user: string): Promise<boolean> {
  const told = await client.conversations.info({ channel });
  return told.channel?.creator === user;
}
