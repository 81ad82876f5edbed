import {
  ABOUT,
  ARTICLE,
  CHANNEL,
  EXACT,
  type OptionSpec,
  ORDER,
  option,
  PAGE,
  PLACE,
  SINCE,
  SOURCE,
  SPEAKER,
  SURE,
} from "./option.ts";

/** Who may give a command: `editor` is whoever manages channels on the platform. */
export type Permission = "anyone" | "editor";

/** One command of the grammar that every front end shares. */
export interface CommandSpec {
  readonly name: CommandName;
  /** At most 100 characters. */
  readonly description: string;
  /** Looked at again when the command is given, whatever a platform shows or hides. */
  readonly permission: Permission;
  /** In order: words of a line that belong to no other option fill the first one. */
  readonly options: readonly OptionSpec[];
  /** Examples as a reader would type them, without the slash. */
  readonly examples: readonly string[];
  /** Slack lets the command stand alone (`/brief`); the others are words of `/desk` only. */
  readonly aloneOnSlack: boolean;
}

const COMMAND_NAMES = [
  "brief",
  "quotes",
  "facts",
  "text",
  "context",
  "search",
  "digest",
  "timeline",
  "why",
  "help",
  "subscribe",
  "unsubscribe",
  "schedule",
  "pause",
  "resume",
  "preview",
  "post",
  "kill",
  "hold",
  "release",
  "status",
  "audit",
  "wrong",
  "reports",
  "forget",
  "alert",
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

const NAMED = "Headline, words of it, or its id";

const ZONE: OptionSpec = {
  ...option("zone", "zone", "Time zone, as Europe/London; the newsroom's if left out"),
  also: ["timezone", "tz"],
  suggests: true,
};

const LAYOUT: OptionSpec = {
  ...option("layout", "layout", "How much it shows of each article"),
  choices: ["full", "compact", "headlines"],
};

/** Every command, in the order in which `/help` lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: "brief",
    description: "The brief of an article: its key facts and pull quotes",
    permission: "anyone",
    options: [ARTICLE, EXACT],
    examples: ["brief", "brief harbour bridge"],
    aloneOnSlack: true,
  },
  {
    name: "quotes",
    description: "Who said what, word for word, newest first",
    permission: "anyone",
    options: [SPEAKER, ABOUT, SINCE, PAGE, EXACT],
    examples: ["quotes solen", "quotes speaker:solen about:bridge since:3d", "quotes about:flood"],
    aloneOnSlack: true,
  },
  {
    name: "facts",
    description: "Key facts on a subject, each with who claims it and its article",
    permission: "anyone",
    options: [ABOUT, SINCE, PAGE, EXACT],
    examples: ["facts", "facts harbour bridge", "facts flood since:yesterday"],
    aloneOnSlack: true,
  },
  {
    name: "text",
    description: "The full text of an article, as its copy has it",
    permission: "anyone",
    options: [ARTICLE, EXACT],
    examples: ["text", "text harbour bridge"],
    aloneOnSlack: false,
  },
  {
    name: "context",
    description: "Quotes and facts marked in their paragraphs: the proof that they are there",
    permission: "anyone",
    options: [ARTICLE, option("part", "part", "quotes, facts, or one of them: q2, f1"), EXACT],
    examples: ["context harbour bridge", "context harbour bridge part:q1"],
    aloneOnSlack: false,
  },
  {
    name: "search",
    description: "Finds articles by words of their headline or text",
    permission: "anyone",
    options: [
      {
        ...option("words", "words", 'Words that all stand there; "a phrase"; -word for none of it'),
        required: true,
      },
      SOURCE,
      SPEAKER,
      PLACE,
      SINCE,
      ORDER,
      PAGE,
      EXACT,
    ],
    examples: [
      "search flood",
      'search "harbour bridge" -ferry',
      "search flood place:tarnmouth speaker:solen since:8 May",
    ],
    aloneOnSlack: false,
  },
  {
    name: "digest",
    description: "A digest for you alone: the latest edition, or one made now",
    permission: "anyone",
    options: [
      {
        ...option(
          "edition",
          "edition",
          "latest: as posted; now: made now; me: daily to you; mute: less of it; off: no more",
        ),
        choices: ["latest", "now", "me", "mute", "off"],
      },
      {
        ...option("topic", "topics", "Only this: flood OR tag:weather, NOT sport, urgency<=3"),
        also: ["about", "on", "topics"],
        suggests: true,
      },
      option("plus", "topics", "For me: what it carries as well, beside what it carries already"),
      option("minus", "topics", "For me: what it leaves out, whatever else it carries"),
      SINCE,
      CHANNEL,
      {
        ...option(
          "at",
          "schedule",
          "For me: when it comes, as 08:00 or weekdays at noon, or as cron: 0 8 * * 1-5",
        ),
        also: ["schedule"],
      },
      ZONE,
      LAYOUT,
    ],
    examples: [
      "digest",
      "digest grain",
      "digest now layout:headlines",
      "digest now topic:flood OR tag:weather since:yesterday",
      "digest me at:07:30 topic:tag:politics",
      "digest me minus:section:sport",
      "digest off",
    ],
    aloneOnSlack: true,
  },
  {
    name: "timeline",
    description: "How a subject developed, article by article, oldest first",
    permission: "anyone",
    options: [{ ...ABOUT, required: true }, SINCE, PAGE, EXACT],
    examples: ["timeline harbour bridge", "timeline flood since:2w"],
    aloneOnSlack: false,
  },
  {
    name: "why",
    description: "What became of an article, and by which rule",
    permission: "anyone",
    options: [ARTICLE, PAGE],
    examples: ["why harbour bridge", "why wire/bridge.txt"],
    aloneOnSlack: false,
  },
  {
    name: "help",
    description: "What you can ask, with examples",
    permission: "anyone",
    options: [{ ...option("command", "command", "The command to explain"), suggests: true }],
    examples: ["help", "help search"],
    aloneOnSlack: false,
  },
  {
    name: "subscribe",
    description: "Orders a digest for this channel; without options it asks in a form",
    permission: "editor",
    options: [
      option(
        "topics",
        "topics",
        "What it carries: flood OR tag:weather, NOT sport; all if left out",
      ),
      {
        ...option(
          "schedule",
          "schedule",
          "When: 08:00, weekdays at noon, every 2 hours, or as cron: 0 8 * * 1-5",
        ),
        also: ["at"],
      },
      ZONE,
      LAYOUT,
      option("name", "channel", "The newsroom's name for it; the channel's own if left out"),
      { ...option("draft", "draft", "What was shown before saving"), hidden: true },
    ],
    examples: ["subscribe", "subscribe flood OR tag:weather schedule:08:00 layout:compact"],
    aloneOnSlack: false,
  },
  {
    name: "unsubscribe",
    description: "Ends the digest of this channel that was ordered here in chat",
    permission: "editor",
    options: [CHANNEL, SURE],
    examples: ["unsubscribe", "unsubscribe flood-watch"],
    aloneOnSlack: false,
  },
  {
    name: "schedule",
    description: "When a channel's next editions come, and what it carries",
    permission: "anyone",
    options: [CHANNEL],
    examples: ["schedule", "schedule front-page"],
    aloneOnSlack: false,
  },
  {
    name: "pause",
    description: "Lets a channel rest until a moment, or until it is resumed",
    permission: "editor",
    options: [
      CHANNEL,
      option("until", "moment", "2026-05-08, 2026-05-08 10:30, or 3d; left out: resume"),
    ],
    examples: ["pause front-page until:2026-05-11", "pause"],
    aloneOnSlack: false,
  },
  {
    name: "resume",
    description: "Ends the rest of a channel",
    permission: "editor",
    options: [CHANNEL],
    examples: ["resume front-page"],
    aloneOnSlack: false,
  },
  {
    name: "preview",
    description: "A channel's next edition as it would be now, for you alone",
    permission: "editor",
    options: [CHANNEL],
    examples: ["preview", "preview front-page"],
    aloneOnSlack: false,
  },
  {
    name: "post",
    description: "Posts a channel's next edition now",
    permission: "editor",
    options: [CHANNEL, SURE],
    examples: ["post", "post front-page"],
    aloneOnSlack: false,
  },
  {
    name: "kill",
    description: "Withdraws an article: every posted copy of it says so",
    permission: "editor",
    options: [{ ...ARTICLE, required: true, description: NAMED }, SURE],
    examples: ["kill harbour bridge"],
    aloneOnSlack: false,
  },
  {
    name: "hold",
    description: "Holds an article back everywhere until it is released",
    permission: "editor",
    options: [{ ...ARTICLE, required: true, description: NAMED }],
    examples: ["hold harbour bridge"],
    aloneOnSlack: false,
  },
  {
    name: "release",
    description: "Lets go an article that an editor or a notice in its copy holds",
    permission: "editor",
    options: [{ ...ARTICLE, required: true, description: NAMED }, SURE],
    examples: ["release harbour bridge", "release a1b2c3"],
    aloneOnSlack: false,
  },
  {
    name: "status",
    description: "Connections, what waits, last and next editions, quarantined files",
    permission: "editor",
    options: [PAGE],
    examples: ["status"],
    aloneOnSlack: false,
  },
  {
    name: "audit",
    description: "Who changed what, the latest first",
    permission: "editor",
    options: [SINCE, PAGE],
    examples: ["audit", "audit since:3d"],
    aloneOnSlack: false,
  },
  {
    name: "wrong",
    description: "Tells the editors what is wrong in an article, and you what became of it",
    permission: "anyone",
    options: [
      { ...ARTICLE, required: true, description: NAMED },
      option("what", "remark", "What is wrong, in your words; a form asks if left out"),
    ],
    examples: ["wrong harbour bridge what:It closed on Tuesday, not on Monday"],
    aloneOnSlack: false,
  },
  {
    name: "reports",
    description: "What readers say is wrong, until it is held, corrected or dismissed",
    permission: "editor",
    options: [
      option("report", "report", "The number of a report; all that are open if left out"),
      {
        ...option("answer", "verdict", "What becomes of it; its reader is told"),
        choices: ["correct", "dismiss"],
      },
      PAGE,
    ],
    examples: ["reports", "reports 12 answer:dismiss"],
    aloneOnSlack: false,
  },
  {
    name: "alert",
    description: "Sends you what happens as it happens; alone it lists your alerts",
    permission: "anyone",
    options: [
      {
        ...option(
          "topic",
          "topics",
          "What it is of: storm velsk, flood OR tag:weather; off: no more",
        ),
        also: ["about", "on", "topics", "words"],
        suggests: true,
      },
      option(
        "quiet",
        "hours",
        "When nothing comes: 22-7 if left out; off: it may come at any time",
      ),
      option("most", "number", "Most messages a day: 5 if left out; the rest comes together"),
      ZONE,
      { ...option("end", "draft", "The number of an alert that ends"), hidden: true },
    ],
    examples: ["alert", "alert storm velsk", "alert tag:weather quiet:23-6 most:10", "alert off"],
    aloneOnSlack: false,
  },
  {
    name: "forget",
    description: "Removes your digests, alerts, reports and history; asks again first",
    permission: "anyone",
    options: [
      { ...option("who", "who", "me: what is stored of you"), required: true, choices: ["me"] },
      SURE,
    ],
    examples: ["forget me"],
    aloneOnSlack: false,
  },
];

const BY_NAME: ReadonlyMap<string, CommandSpec> = new Map(
  COMMANDS.map((spec) => [spec.name, spec]),
);

/** Says whether a word is one of the commands. */
export function isCommandName(word: string): word is CommandName {
  return BY_NAME.has(word);
}

/** The row of a command in the table; `null` for a word that is none. */
export function commandOf(name: string): CommandSpec | null {
  return BY_NAME.get(name) ?? null;
}

/** An option of a command by its name, or by another word for it. */
export function optionOf({ options }: CommandSpec, name: string): OptionSpec | null {
  return (
    options.find((one) => one.name === name) ??
    options.find(({ also }) => also.includes(name)) ??
    null
  );
}
