/** What an option means, and with it where suggestions for it come from. */
export type OptionKind =
  | "article"
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
  /** At most 100 characters. */
  readonly description: string;
  readonly required: boolean;
  /** The desk offers choices while the reader types. */
  readonly suggests: boolean;
  /** One of these and nothing else; empty: whatever is typed. */
  readonly choices: readonly string[];
  /** Buttons alone fill it: it is neither offered nor explained. */
  readonly hidden: boolean;
}

export const ARTICLE: OptionSpec = {
  ...option(
    "article",
    "article",
    "Headline, words of it, or its id; the newest article if left out",
  ),
  suggests: true,
};

export const SPEAKER: OptionSpec = {
  ...option("speaker", "speaker", "Who said it: a name or part of one"),
  also: ["by", "person", "who"],
  suggests: true,
};

export const ABOUT: OptionSpec = {
  ...option("about", "subject", "Words that the article must have, or a tag"),
  also: ["on", "subject", "topic"],
  suggests: true,
};

export const SINCE: OptionSpec = {
  ...option("since", "moment", "No older than: yesterday, 3d, 2w, monday, 8 May, 2026-05-08"),
  also: ["after"],
};

export const PAGE: OptionSpec = option("page", "page", "Further pages: 2 for the second");

export const ORDER: OptionSpec = {
  ...option("order", "order", "Which come first: best, that say most of it, or the newest"),
  choices: ["best", "newest"],
};

export const SOURCE: OptionSpec = {
  ...option("from", "source", "Who published or wrote it: a source or a byline"),
  also: ["source", "byline"],
  suggests: true,
};

export const PLACE: OptionSpec = {
  ...option("place", "place", "Where it is filed from, or what place it is about"),
  also: ["in"],
  suggests: true,
};

export const CHANNEL: OptionSpec = {
  ...option("channel", "channel", "A channel of this newsroom; the one it is asked in if left out"),
  suggests: true,
};

/** Behind a button that confirms what cannot be undone. */
export const SURE: OptionSpec = {
  ...option("sure", "yes", "yes: without being asked again"),
  choices: ["yes"],
  hidden: true,
};

/** Behind a button that asks for what was typed, where an answer took it for a slip. */
export const EXACT: OptionSpec = {
  ...option("exact", "yes", "yes: as it is typed, without a guess at what was meant"),
  choices: ["yes"],
  hidden: true,
};

/** An option that may be left out and offers no choices; the rest is said beside it. */
export function option(name: string, kind: OptionKind, description: string): OptionSpec {
  return {
    ...{ name, also: [], kind, description, required: false, suggests: false },
    ...{ choices: [], hidden: false },
  };
}
