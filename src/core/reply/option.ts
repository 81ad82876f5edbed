import type { OptionTexts } from "#core/language/language.ts";

/** What an option means, and with it where suggestions for it come from. */
export type OptionKind =
  | "article"
  /** Of a file below the watched folder or bucket. */
  | "path"
  | "speaker"
  | "subject"
  | "source"
  | "place"
  /** The language of searches: words, "phrases" and -exclusions. */
  | "words"
  /** The language of a channel's topics. */
  | "topics"
  /** A date, or a stretch of time up to now. */
  | "moment"
  | "edition"
  /** A channel of the newsroom. */
  | "channel"
  /** When something is due, as cron or as a time of day. */
  | "schedule"
  /** An IANA time zone. */
  | "zone"
  | "layout"
  /** Which of what is found comes first. */
  | "order"
  /** Somebody's own words, to the end of the line. */
  | "remark"
  /** The number of a reader's report. */
  | "report"
  /** What becomes of a report: `correct`, `dismiss`. */
  | "verdict"
  /** Whether an editor lets editions go: `required`, `none`. */
  | "approval"
  /** What becomes of an edition that waits: `go`, `drop`. */
  | "word"
  /** Quiet hours: `22-7`. */
  | "hours"
  | "number"
  /** `me` */
  | "who"
  /** `yes` */
  | "yes"
  /** The key of something that was asked to be confirmed. */
  | "draft"
  | "command"
  /** Quotes or facts of one article: `q2`, `f1`, `quotes`, `facts`. */
  | "part"
  /** From 1. */
  | "page";

/** One option of a command. Every option is text; the desk reads what it means. */
export interface OptionSpec {
  /** Lower-case letters: both platforms take it. */
  readonly name: string;
  /** Other words for its name in a line of text. */
  readonly also: readonly string[];
  readonly kind: OptionKind;
  /** By which a language says what it takes; `null` for one that nobody is shown. */
  readonly says: keyof OptionTexts | null;
  readonly required: boolean;
  /** The desk offers choices while the reader types. */
  readonly suggests: boolean;
  /** One of these and nothing else; empty: whatever is typed. */
  readonly choices: readonly string[];
  /** Buttons alone fill it: it is neither offered nor explained. */
  readonly hidden: boolean;
}

export const ARTICLE: OptionSpec = {
  ...option("article", "article", "article"),
  suggests: true,
};

export const SPEAKER: OptionSpec = {
  ...option("speaker", "speaker", "speaker"),
  also: ["by", "person", "who"],
  suggests: true,
};

export const ABOUT: OptionSpec = {
  ...option("about", "subject", "subject"),
  also: ["on", "subject", "topic"],
  suggests: true,
};

export const SINCE: OptionSpec = {
  ...option("since", "moment", "moment"),
  also: ["after"],
};

export const UNTIL: OptionSpec = {
  ...option("until", "moment", "lastMoment"),
  also: ["till"],
};

export const PAGE: OptionSpec = option("page", "page", "page");

export const ORDER: OptionSpec = {
  ...option("order", "order", "order"),
  choices: ["best", "newest"],
};

export const SOURCE: OptionSpec = {
  ...option("from", "source", "source"),
  also: ["source", "byline"],
  suggests: true,
};

export const PLACE: OptionSpec = {
  ...option("place", "place", "place"),
  also: ["in"],
  suggests: true,
};

export const CHANNEL: OptionSpec = {
  ...option("channel", "channel", "channel"),
  suggests: true,
};

/** Behind a button that confirms what cannot be undone. */
export const SURE: OptionSpec = {
  ...option("sure", "yes", null),
  choices: ["yes"],
  hidden: true,
};

/** Behind a button that asks for what was typed, where an answer took it for a slip. */
export const EXACT: OptionSpec = {
  ...option("exact", "yes", null),
  choices: ["yes"],
  hidden: true,
};

/** An option that may be left out and offers no choices; the rest is said beside it. */
export function option(name: string, kind: OptionKind, says: OptionSpec["says"]): OptionSpec {
  return {
    ...{ name, also: [], kind, says, required: false, suggests: false },
    ...{ choices: [], hidden: false },
  };
}
