import { z } from "zod";
import { address, ids, optional, startsWith, text } from "#edge/chat/variable.ts";
import { USER_GROUP } from "./limits.ts";

/** What the app needs beside `SLACK_CLIENT_ID` to be installed in further workspaces. */
const FOR_WORKSPACES = [
  ["SLACK_BOT_TOKEN", "the token of your own workspace"],
  ["SLACK_CLIENT_SECRET", "copy it from “Basic Information”"],
  ["SLACK_SIGNING_SECRET", "copy it from “Basic Information”"],
  ["SLACK_HTTP_PORT", "installing comes by HTTP"],
  ["SLACK_WORKSPACES", "name the workspaces that it may be installed in"],
  ["COPYDESK_SECRET", "the tokens are sealed with it; make one by: openssl rand -base64 32"],
] as const;

const Variables = z.object({
  SLACK_BOT_TOKEN: startsWith("xoxb-", "“OAuth & Permissions”"),
  SLACK_APP_TOKEN: startsWith("xapp-", "“Basic Information”, App-Level Tokens"),
  SLACK_SIGNING_SECRET: optional(z.string()),
  SLACK_CLIENT_ID: optional(z.string()),
  SLACK_CLIENT_SECRET: optional(z.string()),
  SLACK_WORKSPACES: ids(
    /^T[A-Z0-9]{2,}$/,
    "write the id of a workspace (T…), or several with commas",
  ),
  SLACK_EDITORS: ids(USER_GROUP, "write the id of a user group (S…), or several with commas"),
  SLACK_HTTP_PORT: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number("write a port number, such as 3000").int().min(1).max(65_535).optional(),
  ),
  SLACK_HTTP_HOST: text("127.0.0.1"),
  COPYDESK_SECRET: optional(
    z.string().min(32, "it is too short; make one by: openssl rand -base64 32"),
  ),
  SLACK_API: address("SLACK_API"),
});

/** The variables that are Slack's own; `.env.example` explains each. */
export const SlackVariables = Variables.superRefine((env, context) => {
  if (env.SLACK_CLIENT_ID === undefined) return;
  for (const [name, says] of FOR_WORKSPACES) {
    const value = env[name];
    const isSet = Array.isArray(value) ? value.length > 0 : value !== undefined;
    if (isSet) continue;
    const message = `SLACK_CLIENT_ID needs it: ${says}`;
    context.addIssue({ code: "custom", path: [name], message });
  }
});
export type SlackVariables = z.infer<typeof SlackVariables>;
