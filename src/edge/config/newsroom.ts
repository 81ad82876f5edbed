import { z } from "zod";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import {
  late,
  least,
  most,
  mutedWords,
  pauseUntil,
  quiet,
  schedule,
  timeZone,
  topics,
} from "./terms.ts";

const SNOWFLAKE = /^\d{15,21}$/;
/** In another workspace than that of the token, its id comes first: `T0123ABCD/C0123ABCD`. */
const SLACK_CHANNEL = /^(?:T[A-Z0-9]{2,}\/)?[CGD][A-Z0-9]{2,}$/;

const words = (what: string) =>
  z
    .array(
      z.string("write a name").trim().min(1, "write a name"),
      "write a list, such as [news, sport]",
    )
    .default([])
    .describe(`${what}; leave it out, or empty, for all`);

const slack = z
  .string("write the channel's id in quotes")
  .regex(
    SLACK_CHANNEL,
    "a channel's id looks like C0123ABCD: see the channel's details, at the bottom",
  )
  .optional();

const discord = z
  .string("write the id in quotes, so that no digit is lost")
  .regex(
    SNOWFLAKE,
    "a channel's id is a number of 17 to 20 digits: Copy Channel ID in the channel's menu",
  )
  .optional();

const mark = (what: string) => z.boolean("write true or false").default(false).describe(what);

/** What a channel carries. */
const CARRIES = {
  sections: words("Only articles of these sections"),
  tags: words("Only articles with one of these tags"),
  topics: topics
    .optional()
    .describe(
      'Only articles that meet this: words, "phrases", flood*, tag:, section:, place:, person:, source:, language:, urgency<=3, joined by AND, OR, NOT and parentheses',
    ),
  mute: mutedWords
    .default([])
    .describe("Words and phrases: an article in which one of them stands is never carried"),
};

/** When it has its editions, and how much is in them. */
const COMES = {
  schedule: schedule.describe(
    "When an edition is due, as one or more cron lines of five fields: 0 8,13,18 * * 1-5",
  ),
  timeZone: timeZone
    .optional()
    .describe(
      "IANA name of the time zone of the schedule: Europe/London; the newsroom's if left out",
    ),
  most: most.default(PLAIN_TERMS.most),
  least: least
    .default(PLAIN_TERMS.least.briefs)
    .describe(
      "Fewest briefs in one edition; with fewer, it waits for the next slot, three at most",
    ),
  quiet: quiet
    .default([])
    .describe("Quiet hours, such as 22:00-06:30: editions that fall into them come at their end"),
  atOnce: z
    .int("write a whole number")
    .min(1, "1 (flash) to 3")
    .max(8, "at most 8, which is every article")
    .optional()
    .describe(
      "The highest urgency number that goes out at once, beside the digest: 1 flash, 2, 3; 8 is every article",
    ),
  atOnceMost: z
    .int("write a whole number")
    .min(1, "at least 1")
    .max(50, "at most 50")
    .optional()
    .describe(
      "Most messages at once between two slots; what is more comes with the next one. Any number if left out",
    ),
  pauseUntil: pauseUntil
    .optional()
    .describe("No edition before this date, in the channel's time zone; what came in waits"),
  late: late
    .prefault({})
    .describe("What becomes of an edition that was due while the bot was down"),
  baseline: z
    .int("write a whole number")
    .min(0, "0 or more")
    .max(50, "at most 50")
    .default(PLAIN_TERMS.baseline)
    .describe("How many of the articles that are there already the first edition carries"),
};

/** How it looks, and to whom. */
const LOOKS = {
  public: mark("Read by people outside the newsroom"),
  internal: mark("Read by the desk alone: shows notes to editors"),
  title: z
    .string("write a title")
    .trim()
    .min(1, "write a title, or leave it out")
    .max(80, "80 characters at most")
    .optional()
    .describe("What its editions are called; the channel's name if left out"),
  layout: z
    .enum(["full", "compact", "headlines"], "write full, compact or headlines")
    .default("full")
    .describe("How much of each brief is shown"),
  balance: z
    .boolean("write true or false")
    .optional()
    .describe(
      "Each edition closes with what became of the files since the one before; left out: in internal channels alone",
    ),
  thread: z
    .enum(["none", "per-brief"], "write none or per-brief")
    .default("none")
    .describe("per-brief: each brief is a thread of its own"),
  forum: z
    .array(
      z
        .string("write a tag's name")
        .trim()
        .min(1, "write a tag's name")
        .max(20, "a tag has 20 characters at most"),
      "write a list, such as [news]",
    )
    .max(5, "a post has 5 tags at most")
    .optional()
    .describe("The Discord channel is a forum: names of the tags that its posts get"),
  slack: slack.describe("Id of the Slack channel that gets the editions"),
  discord: discord.describe("Id of the Discord channel that gets the editions, in quotes"),
};

export const Channel = z
  .strictObject(
    {
      name: z
        .string("write a name")
        .regex(
          /^[a-z0-9][a-z0-9-]{0,39}$/,
          "use lower-case letters, digits and hyphens, 40 at most",
        )
        .describe("How the channel is called here, on the page and in commands: front-page"),
      ...COMES,
      ...CARRIES,
      ...LOOKS,
    },
    "write a channel with a name and a schedule",
  )
  .refine((channel) => !(channel.public && channel.internal), {
    path: ["internal"],
    error:
      "a channel is read outside the newsroom or by the desk alone: leave out public or internal",
  });
export type ChannelConfig = z.infer<typeof Channel>;

const AdminChannel = z
  .strictObject(
    {
      slack: slack.describe("Id of a Slack channel"),
      discord: discord.describe("Id of a Discord channel, in quotes"),
    },
    "write the channel of each platform, as in { slack: C0123ABCD }",
  )
  .refine((places) => places.slack !== undefined || places.discord !== undefined, {
    error: "name a Slack channel, a Discord channel, or both; or leave adminChannel out",
  });

/** Standing orders of a newsroom: the shape of `config/newsroom.yaml`. */
export const Newsroom = z.strictObject({
  timeZone: timeZone
    .optional()
    .describe("IANA name of the newsroom's time zone: Europe/London; this machine's if left out"),
  adminChannel: AdminChannel.optional().describe(
    "Where the desk is told of files that could not be read, of copy that its own words hold, of what readers say is wrong, and of channels that cannot be posted to",
  ),
  deleteMeansKill: mark(
    "Deleting an article's file kills the article; otherwise it stays as it is posted",
  ),
  channels: z
    .array(Channel, "write a list of channels, each with a name and a schedule")
    .min(1, "name at least one channel")
    .describe("Who gets a digest, of what, and when"),
});
export type Newsroom = z.infer<typeof Newsroom>;
