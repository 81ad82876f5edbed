import { z } from "zod";
import type { ChatPlatform, ServiceParts, SetUp } from "#edge/chat/platform.ts";
import { postArguments } from "./arguments.ts";
import { USER_GROUP } from "./limits.ts";
import { SLACK_BUDGET } from "./render.ts";
import { SlackVariables } from "./variables.ts";

/** In another workspace than that of the token, its id comes first: `T0123ABCD/C0123ABCD`. */
const CHANNEL = /^(?:T[A-Z0-9]{2,}\/)?[CGD][A-Z0-9]{2,}$/;

export const SLACK: ChatPlatform = {
  name: "slack",
  address: z
    .string("write the channel's id in quotes")
    .regex(
      CHANNEL,
      "a channel's id looks like C0123ABCD: see the channel's details, at the bottom",
    ),
  example: "C0123ABCD",
  forums: false,
  terms: {
    flashMention: z
      .string("write the user group's id in quotes")
      .regex(
        USER_GROUP,
        "a user group's id looks like S0123ABCD: see the group's menu, Copy group ID",
      )
      .optional()
      .describe(
        "Id of the user group that a flash (urgency 1) mentions, once an event; nobody if left out",
      ),
    bookmark: z
      .boolean("write true or false")
      .optional()
      .describe(
        "A bookmark at the head of the channel leads to its latest digest, where the app has the scopes; true if left out",
      ),
  },
  usual: { bookmark: true },
  people: {
    id: z
      .string("write the id of a user group or a person in quotes")
      .regex(
        /^(?:T[A-Z0-9]{2,}\/)?[SUW][A-Z0-9]{2,}$/,
        "such an id looks like S0123ABCD (see the group's menu, Copy group ID) or U0123ABCD (see the profile's menu, Copy member ID)",
      ),
    are: "user groups or persons",
  },
  budget: SLACK_BUDGET,
  body: postArguments,
  editors: "the workspace's admins and the editors' user group; of one channel, whoever made it",
  guide: async () => (await import("./guide.ts")).slackGuide(),
  token: "SLACK_BOT_TOKEN",
  variables: SlackVariables.transform(setUp),
};

function setUp(env: SlackVariables): SetUp {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = env;
  const secrets = [
    ...[botToken, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET],
    ...[env.SLACK_CLIENT_SECRET, env.COPYDESK_SECRET],
  ].filter((secret) => secret !== undefined);
  const connect = botToken === undefined ? null : connecting(env, botToken);
  return { secrets, connect };
}

const connecting =
  (env: SlackVariables, botToken: string) =>
  async ({ installations, takeOnce, greet, whileOurs, take, ...parts }: ServiceParts) => {
    const { frontDesk, channelOf, places, named, log } = parts;
    const { createSlack } = await import("./service.ts");
    return createSlack({
      botToken,
      appToken: env.SLACK_APP_TOKEN ?? null,
      signingSecret: env.SLACK_SIGNING_SECRET ?? null,
      httpPort: env.SLACK_HTTP_PORT ?? null,
      httpHost: env.SLACK_HTTP_HOST,
      editors: env.SLACK_EDITORS,
      ...{ channelOf, places, named, frontDesk, log },
      ...(greet !== undefined && { greet }),
      ...(whileOurs !== undefined && { whileOurs }),
      ...(take !== undefined && { take }),
      ...oauthOf(env, installations, takeOnce),
      ...(env.SLACK_API !== undefined && { api: env.SLACK_API }),
    });
  };

/** For workspaces beside that of the token; `SlackVariables` sees that all of it is set, or none. */
function oauthOf(
  env: SlackVariables,
  installations: ServiceParts["installations"],
  takeOnce: ServiceParts["takeOnce"] = async () => false,
) {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const { COPYDESK_SECRET: secret, SLACK_WORKSPACES: allowed } = env;
  if (clientId === undefined || clientSecret === undefined || secret === undefined) return {};
  return { oauth: { clientId, clientSecret, secret, allowed, installations, takeOnce } };
}
