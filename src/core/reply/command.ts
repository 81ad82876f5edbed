/** One option of a command. Every option is text; the desk reads what it means. */
export interface OptionSpec {
  /** Lower-case letters: both platforms take it. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  readonly required: boolean;
  /** The desk offers choices while the reader types. */
  readonly suggests: boolean;
}

/** One command of the grammar that every front end shares. */
export interface CommandSpec {
  readonly name: CommandName;
  /** At most 100 characters. */
  readonly description: string;
  /** In order: a line of text fills the first one with all its words. */
  readonly options: readonly OptionSpec[];
  /** Examples as a reader would type them, without the slash. */
  readonly examples: readonly string[];
  /** Slack lets the command stand alone (`/brief`); the others are words of `/desk` only. */
  readonly aloneOnSlack: boolean;
}

const COMMAND_NAMES = ["brief", "quotes", "facts", "text", "search", "digest", "help"] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

const ARTICLE: OptionSpec = {
  name: "article",
  description: "Headline, words of it, or its id; the newest article if left out",
  required: false,
  suggests: true,
};

/** Every command, in the order in which `/help` lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: "brief",
    description: "The full brief of an article: every key fact and quote",
    options: [ARTICLE],
    examples: ["brief", "brief harbour bridge"],
    aloneOnSlack: true,
  },
  {
    name: "quotes",
    description: "Who said what in an article, word for word",
    options: [ARTICLE],
    examples: ["quotes", "quotes harbour bridge"],
    aloneOnSlack: true,
  },
  {
    name: "facts",
    description: "The key facts of an article, each with who claims it",
    options: [ARTICLE],
    examples: ["facts", "facts harbour bridge"],
    aloneOnSlack: true,
  },
  {
    name: "text",
    description: "The full text of an article, as its copy has it",
    options: [ARTICLE],
    examples: ["text", "text harbour bridge"],
    aloneOnSlack: false,
  },
  {
    name: "search",
    description: "Finds articles by words of their headline or text",
    options: [
      {
        name: "words",
        description: "Words that all stand in the article",
        required: true,
        suggests: false,
      },
    ],
    examples: ["search flood", "search harbour bridge"],
    aloneOnSlack: false,
  },
  {
    name: "digest",
    description: "The latest edition of a channel, for you alone",
    options: [
      {
        name: "channel",
        description: "A channel of this newsroom; this one, or the first, if left out",
        required: false,
        suggests: true,
      },
    ],
    examples: ["digest", "digest front-page"],
    aloneOnSlack: true,
  },
  {
    name: "help",
    description: "What you can ask, with examples",
    options: [
      {
        name: "command",
        description: "The command to explain",
        required: false,
        suggests: true,
      },
    ],
    examples: ["help", "help search"],
    aloneOnSlack: false,
  },
];

/** Says whether a word is one of the commands. */
export function isCommandName(word: string): word is CommandName {
  return COMMAND_NAMES.some((name) => name === word);
}
