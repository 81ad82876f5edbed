import type { webApi } from "@slack/bolt";
import type { Log } from "#desk/port/log.ts";
import { explain } from "./failure.ts";

/**
 * Says whether somebody is of the workspace's own people: guests are not, nor who comes from another workspace by Slack
 * Connect (Slack docs, "User object", `is_restricted`, `is_stranger`). It is looked up each time; who cannot be looked up is none.
 */
export type IsMember = (client: webApi.WebClient, user: string) => Promise<boolean>;

export function memberLookup(log: Log): IsMember {
  return async (client, user) => {
    try {
      const { user: told } = await client.users.info({ user });
      if (told === undefined || told.deleted === true || told.is_stranger === true) return false;
      return told.is_restricted !== true && told.is_ultra_restricted !== true;
    } catch (error) {
      log.warn("slack member not looked up", { user, says: explain(error) });
      return false;
    }
  };
}
