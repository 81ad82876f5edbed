import { z } from "zod";
import { readCron } from "./cron.ts";

const SNOWFLAKE = /^\d{15,21}$/;
const SLACK_CHANNEL = /^[CGD][A-Z0-9]{2,}$/;

const timeZone = z.string().refine(isTimeZone, {
  error: ({ input }) =>
    `this machine knows no time zone “${input}”: write an IANA name, such as Europe/London`,
});

const schedule = z.string("write a cron line in quotes").superRefine((cron, context) => {
  const reading = readCron(cron, "UTC");
  if (!reading.ok) context.addIssue({ code: "custom", message: reading.says });
});

const words = (what: string) =>
  z
    .array(z.string().trim().min(1))
    .default([])
    .describe(`${what}; leave it out, or empty, for all`);

const Channel = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "use lower-case letters, digits and hyphens, 40 at most")
    .describe("How the channel is called here, on the page and in commands: front-page"),
  schedule: schedule.describe(
    "When an edition is due, as a cron line of five fields: 0 8,13,18 * * 1-5",
  ),
  timeZone: timeZone
    .optional()
    .describe(
      "IANA name of the time zone of the schedule: Europe/London; the newsroom's if left out",
    ),
  sections: words("Only articles of these sections"),
  tags: words("Only articles with one of these tags"),
  most: z
    .int("write a whole number")
    .min(1, "at least 1")
    .max(50, "at most 50")
    .default(8)
    .describe("Most briefs in one edition; the rest waits for the next"),
  slack: z
    .string("write the channel's id in quotes")
    .regex(
      SLACK_CHANNEL,
      "a channel's id looks like C0123ABCD: see the channel's details, at the bottom",
    )
    .optional()
    .describe("Id of the Slack channel that gets the editions"),
  discord: z
    .string("write the id in quotes, so that no digit is lost")
    .regex(
      SNOWFLAKE,
      "a channel's id is a number of 17 to 20 digits: Copy Channel ID in the channel's menu",
    )
    .optional()
    .describe("Id of the Discord channel that gets the editions, in quotes"),
});

/** Standing orders of a newsroom: the shape of `config/newsroom.yaml`. */
export const Newsroom = z.strictObject({
  timeZone: timeZone
    .optional()
    .describe("IANA name of the newsroom's time zone: Europe/London; this machine's if left out"),
  channels: z
    .array(Channel)
    .min(1, "name at least one channel")
    .describe("Who gets a digest, of what, and when"),
});
export type Newsroom = z.infer<typeof Newsroom>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
