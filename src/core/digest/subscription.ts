/** The kinds of place a digest goes to. */
export type Platform = "slack" | "discord" | "preview";

/** The name that the newsroom gave a channel in its config: `front-page`. */
export type ChannelName = string;

/** Minutes of a day and days on which a slot falls: a cron line, read. */
export interface Cadence {
  /** The line as written, for people. */
  readonly cron: string;
  /** 0 to 59. */
  readonly minutes: readonly number[];
  /** 0 to 23. */
  readonly hours: readonly number[];
  /** 1 to 31. */
  readonly daysOfMonth: readonly number[];
  /** 1 to 12. */
  readonly months: readonly number[];
  /** 0 (Sunday) to 6. */
  readonly daysOfWeek: readonly number[];
  /** An IANA name: `Europe/London`. */
  readonly timeZone: string;
}

/**
 * What one place ordered. A channel of the config that goes to Slack, to Discord and to the page is
 * three subscriptions, each with its own slots, so that a platform added later starts afresh.
 */
export interface Subscription {
  /** `front-page@slack:C0123`: stable for as long as channel and address are. */
  readonly id: string;
  readonly channel: ChannelName;
  readonly platform: Platform;
  /** The platform's own id of the channel; the channel's name on the page. */
  readonly address: string;
  readonly cadence: Cadence;
  /** Empty: every section. Compared without regard to case. */
  readonly sections: readonly string[];
  /** Empty: every tag. An article needs one of them. */
  readonly tags: readonly string[];
  /** Most briefs an edition, 1 to 50. */
  readonly most: number;
}
