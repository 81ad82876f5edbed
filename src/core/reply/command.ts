import type { Order } from "#core/access/may-give.ts";
import type { CommandWord } from "#core/language/language.ts";
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
  UNTIL,
} from "./option.ts";

/**
 * One command of the grammar that every front end shares; what it does is said by a language. Who may give it is looked
 * at again when it is given, whatever a platform shows or hides.
 */
export interface CommandSpec extends Order {
  readonly name: CommandName;
  /** In order: words of a line that belong to no other option fill the first one. */
  readonly options: readonly OptionSpec[];
  /** Examples as a reader would type them, without the slash. */
  readonly examples: readonly string[];
  /** It stands alone (`/brief`) also where a platform keeps most names for itself; the others are words of `/desk` there. */
  readonly standsAlone: boolean;
}

export type CommandName = CommandWord;

const ZONE: OptionSpec = {
  ...option("zone", "zone", "zone"),
  also: ["timezone", "tz"],
  suggests: true,
};

const LAYOUT: OptionSpec = {
  ...option("layout", "layout", "layout"),
  choices: ["full", "compact", "headlines"],
};

const NAMED_ARTICLE: OptionSpec = { ...ARTICLE, required: true, says: "namedArticle" };

/** Every command, in the order in which `/help` lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: "brief",
    permission: "reader",
    options: [ARTICLE, EXACT],
    examples: ["brief", "brief harbour bridge"],
    standsAlone: true,
  },
  {
    name: "quotes",
    permission: "reader",
    options: [SPEAKER, ABOUT, SOURCE, SINCE, UNTIL, PAGE, EXACT],
    examples: ["quotes solen", "quotes speaker:solen about:bridge since:3d", "quotes about:flood"],
    standsAlone: true,
  },
  {
    name: "facts",
    permission: "reader",
    options: [ABOUT, SINCE, UNTIL, PAGE, EXACT],
    examples: ["facts", "facts harbour bridge", "facts flood since:yesterday"],
    standsAlone: true,
  },
  {
    name: "text",
    permission: "reader",
    options: [ARTICLE, EXACT],
    examples: ["text", "text harbour bridge"],
    standsAlone: false,
  },
  {
    name: "context",
    permission: "reader",
    options: [ARTICLE, option("part", "part", "part"), EXACT],
    examples: ["context harbour bridge", "context harbour bridge part:q1"],
    standsAlone: false,
  },
  {
    name: "search",
    permission: "reader",
    options: [
      {
        ...option("words", "words", "words"),
        required: true,
      },
      SOURCE,
      SPEAKER,
      PLACE,
      SINCE,
      UNTIL,
      ORDER,
      PAGE,
      EXACT,
    ],
    examples: [
      "search flood",
      'search "harbour bridge" -ferry',
      "search flood place:tarnmouth speaker:solen since:8 May",
    ],
    standsAlone: false,
  },
  {
    name: "digest",
    permission: "reader",
    options: [
      {
        ...option("edition", "edition", "edition"),
        choices: ["latest", "now", "me", "mute", "off"],
      },
      {
        ...option("topic", "topics", "topicNow"),
        also: ["about", "on", "topics"],
        suggests: true,
      },
      option("plus", "topics", "plus"),
      option("minus", "topics", "minus"),
      SINCE,
      UNTIL,
      CHANNEL,
      {
        ...option("at", "schedule", "ownSchedule"),
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
    standsAlone: true,
  },
  {
    name: "timeline",
    permission: "reader",
    options: [{ ...ABOUT, required: true }, SINCE, UNTIL, PAGE, EXACT],
    examples: [
      "timeline harbour bridge",
      "timeline flood since:2w",
      "timeline flood since:1 May until:8 May",
    ],
    standsAlone: false,
  },
  {
    name: "why",
    permission: "reader",
    options: [ARTICLE, PAGE],
    examples: ["why harbour bridge", "why wire/bridge.txt"],
    standsAlone: false,
  },
  {
    name: "help",
    permission: "reader",
    options: [{ ...option("command", "command", "command"), suggests: true }],
    examples: ["help", "help search"],
    standsAlone: false,
  },
  {
    name: "subscribe",
    permission: "editor",
    ofChannel: true,
    options: [
      option("topics", "topics", "topics"),
      {
        ...option("schedule", "schedule", "schedule"),
        also: ["at"],
      },
      ZONE,
      LAYOUT,
      option("name", "channel", "channelName"),
      { ...option("approval", "approval", "approval"), choices: ["required", "none"] },
      { ...option("draft", "draft", null), hidden: true },
    ],
    examples: ["subscribe", "subscribe flood OR tag:weather schedule:08:00 layout:compact"],
    standsAlone: false,
  },
  {
    name: "unsubscribe",
    permission: "editor",
    ofChannel: true,
    options: [CHANNEL, SURE],
    examples: ["unsubscribe", "unsubscribe flood-watch"],
    standsAlone: false,
  },
  {
    name: "schedule",
    permission: "reader",
    options: [CHANNEL],
    examples: ["schedule", "schedule front-page"],
    standsAlone: false,
  },
  {
    name: "pause",
    permission: "editor",
    ofChannel: true,
    options: [CHANNEL, option("until", "moment", "until")],
    examples: ["pause front-page until:2026-05-11", "pause"],
    standsAlone: false,
  },
  {
    name: "resume",
    permission: "editor",
    ofChannel: true,
    options: [CHANNEL],
    examples: ["resume front-page"],
    standsAlone: false,
  },
  {
    name: "preview",
    permission: "editor",
    ofChannel: true,
    options: [CHANNEL],
    examples: ["preview", "preview front-page"],
    standsAlone: false,
  },
  {
    name: "post",
    permission: "editor",
    ofChannel: true,
    options: [CHANNEL, SURE],
    examples: ["post", "post front-page"],
    standsAlone: false,
  },
  {
    name: "approve",
    permission: "editor",
    ofChannel: true,
    options: [
      CHANNEL,
      option("edition", "number", "awaiting"),
      { ...option("answer", "word", "word"), choices: ["go", "drop"] },
      option("without", "article", "without"),
      option("back", "article", "putBack"),
      SURE,
    ],
    examples: ["approve", "approve front-page", "approve edition:12 answer:go"],
    standsAlone: false,
  },
  {
    name: "kill",
    permission: "editor",
    options: [NAMED_ARTICLE, SURE],
    examples: ["kill harbour bridge"],
    standsAlone: false,
  },
  {
    name: "hold",
    permission: "editor",
    options: [NAMED_ARTICLE],
    examples: ["hold harbour bridge"],
    standsAlone: false,
  },
  {
    name: "release",
    permission: "editor",
    // The button of the question alone fills in which revision it showed.
    options: [NAMED_ARTICLE, SURE, { ...option("revision", "number", null), hidden: true }],
    examples: ["release harbour bridge", "release a1b2c3"],
    standsAlone: false,
  },
  {
    name: "mend",
    permission: "editor",
    options: [
      NAMED_ARTICLE,
      option("strike", "part", "strike"),
      option("speaker", "part", "whose"),
      option("undo", "part", "takeBack"),
      PAGE,
      // Menus alone fill them in, by where in the article the words stand, and by the revision that was looked at.
      { ...option("by", "number", null), hidden: true },
      { ...option("sentence", "number", null), hidden: true },
      { ...option("headline", "number", null), hidden: true },
      { ...option("revision", "number", null), hidden: true },
    ],
    examples: ["mend harbour bridge", "mend a1b2c3 strike:q2", "mend a1b2c3 undo:all"],
    standsAlone: false,
  },
  {
    name: "status",
    permission: "editor",
    options: [PAGE],
    examples: ["status"],
    standsAlone: false,
  },
  {
    name: "audit",
    permission: "editor",
    options: [SINCE, PAGE],
    examples: ["audit", "audit since:3d"],
    standsAlone: false,
  },
  {
    name: "retry",
    permission: "editor",
    options: [
      { ...option("file", "path", "file"), required: true },
      { ...option("answer", "word", "notForUs"), choices: ["dismiss", "back"] },
    ],
    examples: ["retry wire/storm.docx", "retry logo.psd answer:dismiss"],
    standsAlone: false,
  },
  {
    name: "wrong",
    permission: "reader",
    options: [NAMED_ARTICLE, option("what", "remark", "remark")],
    examples: ["wrong harbour bridge what:It closed on Tuesday, not on Monday"],
    standsAlone: false,
  },
  {
    name: "reports",
    permission: "editor",
    options: [
      option("report", "report", "report"),
      {
        ...option("answer", "verdict", "verdict"),
        choices: ["correct", "dismiss"],
      },
      PAGE,
    ],
    examples: ["reports", "reports 12 answer:dismiss"],
    standsAlone: false,
  },
  {
    name: "alert",
    permission: "reader",
    options: [
      {
        ...option("topic", "topics", "alertTopic"),
        also: ["about", "on", "topics", "words"],
        suggests: true,
      },
      option("quiet", "hours", "quiet"),
      option("most", "number", "most"),
      ZONE,
      { ...option("end", "draft", null), hidden: true },
    ],
    examples: ["alert", "alert storm velsk", "alert tag:weather quiet:23-6 most:10", "alert off"],
    standsAlone: false,
  },
  {
    name: "forget",
    permission: "reader",
    options: [{ ...option("who", "who", "who"), required: true, choices: ["me"] }, SURE],
    examples: ["forget me"],
    standsAlone: false,
  },
  {
    name: "signin",
    permission: "reader",
    options: [],
    examples: ["signin"],
    standsAlone: false,
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
