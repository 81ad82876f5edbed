import { z } from "zod";
import {
  PLAIN_TERMS,
  type PlaceTerms,
  type Platform,
  platformLabel,
} from "#core/digest/subscription.ts";
import { LANGUAGES, languageOf } from "#core/language/languages.ts";
import type { PlaceShape } from "#edge/chat/platform.ts";
import { feedsShape } from "./feeds.ts";
import { modelShape } from "./model.ts";
import { rolesShape } from "./roles.ts";
import {
  approval,
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

/** `en, de, es or fr` */
const CODES = LANGUAGES.map(({ codes: [code] }) => code)
  .join(", ")
  .replace(/, (?=\w+$)/u, " or ");

const language = z.string(`write ${CODES}`).refine((code) => languageOf(code) !== null, {
  error: ({ input }) => `Copydesk does not speak “${input}”: write ${CODES}`,
});

const words = (what: string) =>
  z
    .array(
      z.string("write a name").trim().min(1, "write a name"),
      "write a list, such as [news, sport]",
    )
    .default([])
    .describe(`${what}; leave it out, or empty, for all`);

const mark = (what: string) => z.boolean("write true or false").default(false).describe(what);

/** What a channel carries. */
const CARRIES = {
  sections: words("Only articles of these sections"),
  tags: words("Only articles with one of these tags"),
  topics: topics
    .optional()
    .describe(
      'Only articles that meet this: words (of the text, or the name of the section), "phrases", flood*, tag:, section:, place:, person:, source:, language:, urgency<=3, joined by AND, OR, NOT and parentheses',
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
  approval: approval
    .default("none")
    .describe(
      "required: nothing is posted until an editor lets it go, flashes included; { required: true, after: 30m }: then it goes by itself",
    ),
  baseline: z
    .int("write a whole number")
    .min(0, "0 or more")
    .max(50, "at most 50")
    .default(PLAIN_TERMS.baseline)
    .describe("How many of the articles that are there already the first edition carries"),
};

/** How it looks, and to whom. */
const looks = (platforms: readonly PlaceShape[]) => ({
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
  pictures: z
    .boolean("write true or false")
    .default(PLAIN_TERMS.pictures)
    .describe(
      "Items have a small picture with its credit, where their copy carries one that may be used",
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
    .describe(
      `The ${labels(platforms.filter(({ forums }) => forums))} channel is a forum: names of the tags that its posts get`,
    ),
});

const labels = (platforms: readonly PlaceShape[]) =>
  platforms.map(({ name }) => platformLabel(name)).join(" or ");

/** A channel's id on each platform: read by `placesIn`. */
function places(
  platforms: readonly PlaceShape[],
  describe: (label: string) => string,
  shapeOf: (platform: PlaceShape) => z.ZodType = ({ address }) => address,
) {
  const shapes = platforms.map((platform) => {
    const { name, written } = platform;
    const says = describe(platformLabel(name));
    const how = written === undefined ? "" : `, ${written}`;
    return [name, shapeOf(platform).optional().describe(`${says}${how}`)] as const;
  });
  // Which keys there are is not known to the types.
  return Object.fromEntries(shapes) as Record<never, never>;
}

/** Its id alone, or with what is asked for there: `{ channel: C0123ABCD, flashMention: S0123ABCD }`. */
function placeWithTerms({ address, terms }: PlaceShape): z.ZodType {
  if (terms === undefined) return address;
  const channel = address.describe("The channel's id");
  return z.union([address, z.strictObject({ channel, ...terms })], {
    error: ({ input }) => address.safeParse(input).error?.issues[0]?.message,
  });
}

/** A place that is written with what is asked for there. */
const Asking = z.object({
  channel: z.string(),
  flashMention: z.string().optional(),
  publish: z.boolean().optional(),
  bookmark: z.boolean().optional(),
});

/** What is asked for in the places of an entry of the config; places in which nothing is are left out. */
export function askedIn(
  entry: object,
  platforms: readonly PlaceShape[],
): Readonly<Record<Platform, PlaceTerms>> {
  const given = new Map<string, unknown>(Object.entries(entry));
  const asked = platforms.flatMap(({ name, usual }) => {
    const place = given.get(name);
    const { channel, ...own } = Asking.safeParse(place).data ?? {};
    const terms = place === undefined ? {} : { ...usual, ...own };
    return Object.keys(terms).length === 0 ? [] : [[name, terms] as const];
  });
  return Object.fromEntries(asked);
}

/** The places that are named in an entry of the config, or in `adminChannel`. */
export function placesIn(
  entry: object,
  platforms: readonly PlaceShape[],
): Readonly<Record<Platform, string>> {
  const given = new Map<string, unknown>(Object.entries(entry));
  const named = platforms.flatMap(({ name }) => {
    const place = given.get(name);
    const address = typeof place === "string" ? place : Asking.safeParse(place).data?.channel;
    return address === undefined ? [] : [[name, address] as const];
  });
  return Object.fromEntries(named);
}

const channelShape = (platforms: readonly PlaceShape[]) =>
  z
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
        ...looks(platforms),
        ...places(
          platforms,
          (label) => `Id of the ${label} channel that gets the editions`,
          placeWithTerms,
        ),
      },
      "write a channel with a name and a schedule",
    )
    .refine((channel) => !(channel.public && channel.internal), {
      path: ["internal"],
      error:
        "a channel is read outside the newsroom or by the desk alone: leave out public or internal",
    });
export type ChannelConfig = z.infer<ReturnType<typeof channelShape>>;

function adminShape(platforms: readonly PlaceShape[]) {
  const [first] = platforms;
  const all = platforms.map(({ name }) => `a ${platformLabel(name)} channel`).join(", ");
  return z
    .strictObject(
      places(platforms, (label) => `Id of a ${label} channel`),
      `write the channel of each platform, as in { ${first?.name}: ${first?.example} }`,
    )
    .refine((named) => Object.keys(placesIn(named, platforms)).length > 0, {
      error: `name ${all}, or ${platforms.length === 2 ? "both" : "several"}; or leave adminChannel out`,
    });
}

/** What whoever has nothing yet can write. */
const LIKE_THIS = `channels: [{ name: front-page, schedule: "0 8 * * *" }] is enough, and config/examples/ has more`;
const NOTHING_YET = `there are no settings here yet: ${LIKE_THIS}`;

/** Standing orders of a newsroom: the shape of `config/newsroom.yaml`. */
const newsroomOf = (platforms: readonly PlaceShape[]) =>
  z.strictObject(
    {
      timeZone: timeZone
        .optional()
        .describe(
          "IANA name of the newsroom's time zone: Europe/London; this machine's if left out",
        ),
      language: language
        .optional()
        .describe(
          `Language of the buttons of what is posted, and of help, forms and buttons for those whose own is not known: ${CODES}; English if left out`,
        ),
      adminChannel: adminShape(platforms)
        .optional()
        .describe(
          "Where the desk is told of files that could not be read, of copy that its own words hold, of what readers say is wrong, and of channels that cannot be posted to",
        ),
      roles: rolesShape(platforms),
      deleteMeansKill: mark(
        "Deleting an article's file kills the article; otherwise it stays as it is posted",
      ),
      internalSections: z
        .array(
          z.string("write a section's name").trim().min(1, "write a section's name"),
          "write a list, such as [legal, planning]",
        )
        .default([])
        .describe(
          "Sections whose copy is for the desk alone, whatever it says of itself: internal channels and editors get it",
        ),
      model: modelShape,
      feeds: feedsShape,
      channels: z
        .array(
          channelShape(platforms),
          `write a list of channels, each with a name and a schedule: ${LIKE_THIS}`,
        )
        .min(1, `name at least one channel: ${LIKE_THIS}`)
        .describe("Who gets a digest, of what, and when"),
    },
    // An unknown key has a fault of its own.
    { error: ({ code }) => (code === "invalid_type" ? NOTHING_YET : undefined) },
  );
export type Newsroom = z.infer<ReturnType<typeof newsroomOf>>;

/** The shape of the config where these platforms are known. */
export interface NewsroomShape {
  readonly platforms: readonly PlaceShape[];
  readonly Newsroom: ReturnType<typeof newsroomOf>;
  readonly Channel: ReturnType<typeof channelShape>;
}

export function newsroomShape(platforms: readonly PlaceShape[]): NewsroomShape {
  return { platforms, Newsroom: newsroomOf(platforms), Channel: channelShape(platforms) };
}
