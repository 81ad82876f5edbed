import { z } from "zod";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { parseTopic, parseWords } from "#core/digest/topic-parse.ts";
import { readCron } from "./cron.ts";
import { readHours, readMoment, readSpan } from "./time.ts";

/** The values that a channel's terms are written in: each says what is wrong with it in a sentence. */
export const timeZone = z.string("write an IANA name, such as Europe/London").refine(isTimeZone, {
  error: ({ input }) =>
    `this machine knows no time zone “${input}”: write an IANA name, such as Europe/London`,
});

const cron = z.string("write a cron line in quotes").superRefine((text, context) => {
  const reading = readCron(text, "UTC");
  if (!reading.ok) context.addIssue({ code: "custom", message: reading.says });
});

export const most = z
  .int("write a whole number")
  .min(1, "at least 1")
  .max(50, "at most 50")
  .describe("Most briefs in one edition; the rest waits for the next");

const Line = z.strictObject({
  cron: cron.describe("When an edition is due, as a cron line of five fields: 0 8 * * 1-5"),
  name: z
    .string("write a name")
    .trim()
    .min(1, "write a name, or leave it out")
    .max(40, "40 characters at most")
    .optional()
    .describe("What its editions are called: Morning"),
  timeZone: timeZone
    .optional()
    .describe("IANA name of the time zone of this line; the channel's if left out"),
  most: most.optional(),
});

export const schedule = z.union(
  [
    cron,
    z
      .array(
        z.union([cron, Line], "write a cron line in quotes, or { cron, name, timeZone, most }"),
      )
      .min(1, "write at least one cron line"),
  ],
  "write a cron line in quotes, or a list of them",
);

/** `45m`, `6h`, `2d` */
export const span = (example: string) =>
  z.string(`write a span of time, such as ${example}`).refine((text) => readSpan(text) !== null, {
    error: ({ input }) => `“${input}” is no span of time: write 45m, 6h or 2d`,
  });

const hours = z.string("write the hours in quotes").refine((text) => readHours(text) !== null, {
  error: ({ input }) =>
    `“${input}” are no hours: write the first and the last with a hyphen between, such as "22:00-06:30"`,
});

/** In the order of JavaScript's weekdays: Sunday is 0. */
export const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

const QuietHours = z.strictObject({
  hours: hours.describe("From when to when: 22:00-06:30; they may reach into the next day"),
  days: z
    .array(
      z.enum(WEEKDAYS, `write days as ${WEEKDAYS.join(", ")}`),
      "write a list, such as [sat, sun]",
    )
    .min(1, "name at least one day, or leave it out for all")
    .optional()
    .describe("The days on which they begin; every day if left out"),
  timeZone: timeZone
    .optional()
    .describe("IANA name of the time zone of these hours; the channel's if left out"),
  urgent: z
    .enum(["pass", "wait"], "write pass or wait")
    .default("pass")
    .describe("What goes at once: it passes, without a sound where the platform can, or it waits"),
});

const oneQuiet = z.union(
  [hours, QuietHours],
  'write hours in quotes, such as "22:00-06:30", or { hours, days, timeZone, urgent }',
);
export const quiet = z.union(
  [hours, QuietHours, z.array(oneQuiet)],
  'write hours in quotes, such as "22:00-06:30", or a list of them',
);

const fewest = z.int("write a whole number").min(1, "at least 1").max(50, "at most 50");
export const least = z.union(
  [
    fewest,
    z.strictObject({
      briefs: fewest.describe("Fewest briefs in one edition"),
      slots: z
        .int("write a whole number")
        .min(1, "at least 1")
        .max(50, "at most 50")
        .default(PLAIN_TERMS.least.slots)
        .describe("Most slots that a brief waits through; then it is posted however few there are"),
      time: span("12h").optional().describe("Longest that a brief waits: 12h"),
    }),
  ],
  "write a whole number, or { briefs, slots, time }",
);

export const late = z.strictObject(
  {
    post: z
      .boolean("write true or false")
      .default(true)
      .describe(
        "false: an edition missed while the bot was down is left out; nothing of it is lost",
      ),
    limit: span("6h")
      .optional()
      .describe("The latest that it is still posted: 6h; any time if left out"),
  },
  "write post and limit, as in { post: true, limit: 6h }",
);

/** Short enough for the news of an edition to be news still, and long enough for somebody to look. */
const LONGEST_AFTER = 24 * 60 * 60_000;

const APPROVAL = "write required, none, or { required: true, after: 30m }";

export const approval = z.union(
  [
    z.enum(["required", "none"], APPROVAL),
    z.strictObject({
      required: z.literal(true),
      after: span("30m")
        .refine((text) => (readSpan(text) ?? 0) <= LONGEST_AFTER, { error: "at most 1d" })
        .optional()
        .describe("It goes by itself so long after it was made: 30m; never if left out"),
    }),
  ],
  APPROVAL,
);

export const pauseUntil = z
  .string("write a date, such as 2026-12-27")
  .refine((text) => readMoment(text, "UTC") !== null, {
    error: ({ input }) => `“${input}” is no date: write 2026-12-27, or 2026-12-27T08:00`,
  });

export const topics = z.string("write the topics in quotes").superRefine((text, context) => {
  const reading = parseTopic(text);
  if (reading.ok) return;
  const { column, says } = reading.fault;
  context.addIssue({ code: "custom", message: `at column ${column}: ${says}` });
});

export const mutedWords = z.array(
  z.string("write a word in quotes").refine((text) => parseWords(text) !== null, {
    error: ({ input }) =>
      `“${input}” is no word: write one, a phrase, or a beginning such as flood*`,
  }),
  "write a list, such as [football, snooker]",
);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
