import type { webApi } from "@slack/bolt";
import type { Log } from "#desk/port/log.ts";
import { explain } from "./failure.ts";

export interface EditorsOptions {
  /** Ids of the user groups whose members are editors. */
  readonly groups: readonly string[];
  readonly log: Log;
}

/** Who is looked up. */
export interface Looked {
  readonly client: webApi.WebClient;
  readonly user: string;
  /** The newsroom's channel that they ask in, by Slack's id; `null` for any other. */
  readonly channel: string | null;
}

/**
 * Says whether somebody may give editors' commands: an admin or owner of the workspace, a member of a
 * named user group, or whoever made the newsroom's channel that they ask in. It is looked up each time;
 * what cannot be looked up makes nobody an editor.
 */
export type IsEditor = (looked: Looked) => Promise<boolean>;

export function editorsLookup({ groups, log }: EditorsOptions): IsEditor {
  return async (looked) => {
    const { client, user, channel } = looked;
    const looks = [
      () => isAdmin(client, user),
      ...groups.map((group) => () => isMember(client, group, user)),
      ...(channel === null ? [] : [() => hasMade(client, channel, user)]),
    ];
    const found = await Promise.all(
      looks.map((look) =>
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
