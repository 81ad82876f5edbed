/** The words that commands are typed by, the same in every language: one grammar, and help that can be read out to a colleague. */
export const COMMAND_WORDS = [
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
  "approve",
  "kill",
  "hold",
  "release",
  "mend",
  "status",
  "audit",
  "retry",
  "wrong",
  "reports",
  "forget",
  "alert",
  "signin",
] as const;
export type CommandWord = (typeof COMMAND_WORDS)[number];

/**
 * One language in which the bot says its commands, its help, its forms, what is wrong in them, and its buttons: data, and nothing
 * else. `{name}` in a text is filled in. What is typed (names of commands and options, `flood OR tag:weather`) stays as it is.
 */
export interface Language {
  /** As its own readers call it. */
  readonly name: string;
  /** How configs, browsers and platforms call it (BCP 47); its own code comes first: `es`, `es-ES`, `es-419`. */
  readonly codes: readonly [string, ...string[]];
  /** The shortcut on a message: at most 32 characters (Discord docs, "Application Commands", Naming). */
  readonly briefThis: string;
  /** What each command does: at most 100 characters (Discord docs, "Application Commands"). */
  readonly commands: Readonly<Record<CommandWord, string>>;
  /** What each option takes: at most 100 characters (the same). */
  readonly options: OptionTexts;
  readonly help: HelpTexts;
  readonly forms: FormTexts;
  readonly faults: FaultTexts;
  /** Of buttons and menus: at most 75 characters (Slack docs, "Button element") when they are filled in. */
  readonly labels: LabelTexts;
}

/** What options take, by what is said of them: one text may serve several commands. */
export type OptionTexts = Readonly<
  Record<
    | "article"
    | "namedArticle"
    | "file"
    | "notForUs"
    | "speaker"
    | "subject"
    | "moment"
    | "lastMoment"
    | "page"
    | "order"
    | "source"
    | "place"
    | "channel"
    | "part"
    | "words"
    | "edition"
    | "topicNow"
    | "plus"
    | "minus"
    | "ownSchedule"
    | "zone"
    | "layout"
    | "command"
    | "topics"
    | "schedule"
    | "channelName"
    | "until"
    | "remark"
    | "report"
    | "verdict"
    | "approval"
    | "awaiting"
    | "word"
    | "without"
    | "putBack"
    | "alertTopic"
    | "quiet"
    | "most"
    | "who"
    | "strike"
    | "whose"
    | "takeBack",
    string
  >
>;

export interface HelpTexts {
  readonly title: string;
  readonly forEditors: string;
  /** `{example}`: a line with an option in it. */
  readonly how: string;
  /** `{line}` */
  readonly example: string;
  readonly editorsAlone: string;
  /** Of a command about one channel, which its own editors may give as well. */
  readonly editorsOfChannel: string;
  /** `{typed}` */
  readonly noCommand: string;
  /** `{command}`, `{typed}` */
  readonly noOption: string;
  /** `{meant}` */
  readonly didYouMean: string;
  /** `{help}`: the command that does. */
  readonly listsAll: string;
}

/** A field of a form. */
export interface FieldTexts {
  /** At most 45 characters (Discord docs, "Component Reference", Label). */
  readonly label: string;
  /** At most 100 (the same). */
  readonly hint: string;
}

/** A form. */
export interface OneForm<Name extends string> {
  /** At most 24 characters (Slack docs, "Views", `title`), as `submit`. */
  readonly title: string;
  readonly submit: string;
  readonly fields: Readonly<Record<Name, FieldTexts>>;
}

export interface FormTexts {
  readonly subscribe: OneForm<"topics" | "schedule" | "zone" | "layout" | "name">;
  readonly search: OneForm<"words">;
  readonly wrong: OneForm<"article" | "what">;
}

/** What is wrong in a form. */
export interface FaultTexts {
  /** `{hint}` */
  readonly missing: string;
  /** `{count}`, `{most}` */
  readonly tooLong: string;
  /** `{typed}`, `{choices}` */
  readonly noneOf: string;
  /** `{typed}`, `{meant}`: an option. */
  readonly slip: string;
  /** `{typed}` */
  readonly noWord: string;
  /** `{typed}`, `{moments}` */
  readonly noMoment: string;
  /** `{typed}` */
  readonly noPage: string;
  /** `{typed}` */
  readonly nothingFound: string;
  /** `{typed}`, `{choices}`: ids with headlines. */
  readonly several: string;
  /** One id with its headline: `{id}`, `{headline}`. */
  readonly choice: string;
  readonly or: string;
  /** `{title}` of a form that cannot stay open. */
  readonly toMend: string;
  readonly kept: string;
  /** Where nothing was typed. */
  readonly nothing: string;
}

/** Labels of buttons and menus; those with `{}` have something filled in. */
export type LabelTexts = Readonly<
  Record<
    | "more"
    | "moreOf"
    | "allHeadlines"
    | "search"
    | "notForMe"
    | "help"
    | "whatCanIAsk"
    | "brief"
    | "quotes"
    | "quotesCounted"
    | "inContext"
    | "fullText"
    | "original"
    | "thisIsWrong"
    | "otherReports"
    | "page"
    | "previousPage"
    | "nextPage"
    | "chooseArticle"
    | "thisOne"
    | "moreOnOne"
    | "keepPosted"
    | "asItHappens"
    | "searchInstead"
    | "searchAlone"
    | "searchAsWords"
    | "weekBack"
    | "anyTime"
    | "leaveOut"
    | "leaveItOut"
    | "putItBack"
    | "carryAgain"
    | "orderDigest"
    | "newest"
    | "noMoreOfIt"
    | "daily"
    | "save"
    | "change"
    | "endIt"
    | "endMyDigest"
    | "endMyAlerts"
    | "makeNow"
    | "reportIt"
    | "allAlerts"
    | "mendIt"
    | "mendBrief"
    | "takeItBack"
    | "strikeOne"
    | "otherSpeaker"
    | "otherFact"
    | "otherHeadline"
    | "takeBack"
    | "showIt"
    | "forgetMe"
    | "signIn"
    | "willBeCorrected"
    | "holdIt"
    | "killIt"
    | "dismiss"
    | "releaseIt"
    | "releaseNow"
    | "letItGo"
    | "readIt"
    | "dropIt"
    | "dropForGood"
    | "postIt"
    | "cancel",
    string
  >
>;

/** Fills a text in; what is not named in it is left out. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(?<name>\w+)\}/gu, (all, name: string) => String(values[name] ?? all));
}
