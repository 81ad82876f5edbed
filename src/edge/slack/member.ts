import { webApi } from "@slack/bolt";
import type { Log } from "#desk/port/log.ts";
import { explain } from "./failure.ts";

/**
 * What somebody is in a workspace: one of its admins or owners; one of its people; a guest; `gone`: none of it any more, or never.
 */
export type SlackStanding = "runs" | "member" | "guest" | "gone";

/** Nobody in the workspace has such an id (Slack docs, "users.info", Errors). */
const NOBODY = "user_not_found";

/**
 * Asks Slack what somebody is in a workspace (Slack docs, "User object").
 *
 * @param workspace Slack's id of it; `null` where it is not told, so that nobody is found to be of another one
 * @throws what the call throws, but for nobody's id
 */
export async function standingIn(
  client: webApi.WebClient,
  user: string,
  workspace: string | null,
): Promise<SlackStanding> {
  const told = await userOf(client, user);
  // Someone who was deactivated keeps their roles on the record.
  if (told === null || told?.deleted === true || told?.is_bot === true) return "gone";
  // Who is in a shared channel from elsewhere has the roles of their own workspace.
  const teams = [told?.team_id ?? null, ...(told?.enterprise_user?.teams ?? [])];
  const isElsewhere =
    told?.is_stranger === true ||
    (workspace !== null && teams[0] !== null && !teams.includes(workspace));
  if (isElsewhere) return "gone";
  if (told?.is_restricted === true || told?.is_ultra_restricted === true) return "guest";
  const runs =
    told?.is_admin === true || told?.is_owner === true || told?.is_primary_owner === true;
  return runs ? "runs" : "member";
}

async function userOf(client: webApi.WebClient, user: string) {
  try {
    const { user: told } = await client.users.info({ user });
    return told;
  } catch (error) {
    const isNobody =
      error instanceof Error &&
      "code" in error &&
      error.code === webApi.ErrorCode.PlatformError &&
      (error as webApi.WebAPIPlatformError).data.error === NOBODY;
    if (isNobody) return null;
    throw error;
  }
}

/**
 * Says whether somebody is of the workspace's own people: guests are not, nor who comes from another workspace by Slack
 * Connect. It is looked up each time; who cannot be looked up is none.
 */
export type IsMember = (
  client: webApi.WebClient,
  user: string,
  workspace: string | null,
) => Promise<boolean>;

export function memberLookup(log: Log): IsMember {
  return async (client, user, workspace) => {
    try {
      return isOfIt(await standingIn(client, user, workspace));
    } catch (error) {
      log.warn("slack member not looked up", { user, says: explain(error) });
      return false;
    }
  };
}

/** Whether somebody is of a workspace's own people. */
export function isOfIt(standing: SlackStanding): boolean {
  return standing === "runs" || standing === "member";
}
