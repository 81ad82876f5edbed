import { z } from "zod";
import type { Share } from "#desk/share.ts";
import type { ChatPlatform, ServiceParts, SetUp } from "#edge/chat/platform.ts";
import { address, ids, optional } from "#edge/chat/variable.ts";
import { postBody } from "./body.ts";
import { DISCORD_GUIDE } from "./guide.ts";
import { SNOWFLAKE } from "./limits.ts";
import type { Part } from "./part.ts";
import { DISCORD_BUDGET } from "./render.ts";

/** The variables that are Discord's own; `.env.example` explains each. */
const Variables = z.object({
  DISCORD_TOKEN: optional(
    z.string().min(20, "it is too short; copy the whole bot token from the Bot page"),
  ),
  DISCORD_SERVERS: ids(SNOWFLAKE, "write the ids of servers (15 to 21 digits), with commas"),
  DISCORD_API: address("DISCORD_API"),
});
type Variables = z.infer<typeof Variables>;

export const DISCORD: ChatPlatform = {
  name: "discord",
  address: z
    .string("write the id in quotes, so that no digit is lost")
    .regex(
      SNOWFLAKE,
      "a channel's id is a number of 17 to 20 digits: Copy Channel ID in the channel's menu",
    ),
  written: "in quotes",
  example: '"123456789012345678"',
  forums: true,
  terms: {
    flashMention: z
      .string("write the role's id in quotes, so that no digit is lost")
      .regex(
        SNOWFLAKE,
        "a role's id is a number of 17 to 20 digits: Copy Role ID in the server's settings, Roles",
      )
      .optional()
      .describe(
        "Id of the role, in quotes, that a flash (urgency 1) mentions, once an event; nobody if left out",
      ),
    publish: z
      .boolean("write true or false")
      .optional()
      .describe(
        "Posts in an announcement channel go on to those who follow it, ten an hour at most; false if left out",
      ),
  },
  people: {
    id: z
      .string("write the id in quotes, so that no digit is lost")
      .regex(
        SNOWFLAKE,
        "an id is a number of 17 to 20 digits: Copy Role ID in the server's settings, Roles, or Copy User ID in a person's menu",
      ),
    are: "roles or persons",
  },
  budget: DISCORD_BUDGET,
  body: postBody,
  editors: "whoever may manage the channels of the server by a role there",
  guide: async () => DISCORD_GUIDE,
  token: "DISCORD_TOKEN",
  variables: Variables.transform(setUp),
};

function setUp(env: Variables): SetUp {
  const { DISCORD_TOKEN: token } = env;
  return token === undefined
    ? { secrets: [], connect: null }
    : { secrets: [token], connect: connecting(env, token) };
}

const connecting =
  (env: Variables, token: string) =>
  async ({ frontDesk, channelOf, named, log, greet, whileOurs, share }: ServiceParts) => {
    const { createDiscord } = await import("./service.ts");
    return createDiscord({
      ...{ token, channelOf, servers: env.DISCORD_SERVERS, named, frontDesk, log },
      ...(greet !== undefined && { greet }),
      ...(whileOurs !== undefined && { whileOurs }),
      ...(share !== undefined && { part: () => partOf(share()) }),
      ...(env.DISCORD_API !== undefined && { api: env.DISCORD_API }),
    });
  };

function partOf({ leads, others }: Share): Part {
  return { posts: leads("delivery"), connects: leads("front"), isAlone: others.length === 0 };
}
