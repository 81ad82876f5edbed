import type { Readers } from "#core/article/audience.ts";
import type { Cadence } from "./cadence.ts";
import type { Topic, Words } from "./topic.ts";

/**
 * The name of a kind of place that a digest goes to, as ids and the config have it: `slack`. Which ones there are is
 * not known here: the composition root hands them in.
 */
export type Platform = string;

/** The page in the browser, where every channel is under its own name: the one platform that is no chat. */
export const PAGE: Platform = "preview";

/** As people call it: `Slack`, `the page`. */
export function platformLabel(platform: Platform): string {
  return platform === PAGE ? "the page" : platform.charAt(0).toUpperCase() + platform.slice(1);
}

/** The name that the newsroom gave a channel in its config: `front-page`. */
export type ChannelName = string;

/**
 * How much of each brief an edition shows: `full` its facts and a quote, `compact` its first fact,
 * `headlines` its headline alone.
 */
export type Layout = "full" | "compact" | "headlines";

/** How long an edition waits for enough briefs. */
export interface Least {
  /** Fewest briefs, 1 to 50; 1: an edition never waits. */
  readonly briefs: number;
  /** Most slots that a brief waits through, 1 or more; then it is posted however few there are. */
  readonly slots: number;
  /** Longest that a brief waits, in milliseconds; `null` for no such limit. */
  readonly time: number | null;
}

/** What becomes of a slot that was missed while the bot was down. */
export interface Late {
  /** `false`: a missed slot is left out, and its briefs wait for the next one. */
  readonly post: boolean;
  /** The latest that it is still posted, in milliseconds after the slot; `null` for any time. */
  readonly limit: number | null;
}

/** An editor reads each edition before it is posted. */
export interface Approval {
  /** It goes by itself so long after it was made, in milliseconds; `null`: never. */
  readonly after: number | null;
}

/** What a channel carries, when, and how it looks, wherever it goes. */
export interface Terms extends Readers {
  readonly cadence: Cadence;
  /** Empty: every section. Compared without regard to case. */
  readonly sections: readonly string[];
  /** Empty: every tag. An article needs one of them. */
  readonly tags: readonly string[];
  /** Beside sections and tags, which must fit as well; `null` for everything. */
  readonly topics: Topic | null;
  /** An article in which one of these stands is never carried. */
  readonly mute: readonly Words[];
  /** Most briefs an edition, 1 to 50; a cron line may have its own. */
  readonly most: number;
  readonly least: Least;
  /** The highest urgency number, 1 to 8, that goes out at once; `null`: all wait for their slot. */
  readonly atOnce: number | null;
  /** Most messages at once between two slots, 1 or more, and the rest comes with the slot; `null`: all of them. */
  readonly atOnceMost: number | null;
  /** What its editions are called; `null`: by the channel's name. */
  readonly title: string | null;
  /** How many of what is there already the first edition carries, 0 to 50. */
  readonly baseline: number;
  readonly late: Late;
  /** `null`: editions go as they are made. */
  readonly approval: Approval | null;
  readonly layout: Layout;
  /** Each edition closes with what became of the files since the one before. */
  readonly balance: boolean;
  /** Items have the pictures that their articles may be shown with. */
  readonly pictures: boolean;
  /** `per-brief`: each brief is a thread of its own. */
  readonly thread: "none" | "per-brief";
  /** Names of the tags of a forum's posts; `null` where the channel is no forum. */
  readonly forum: readonly string[] | null;
}

/** What a channel asks for in one of its places, beside being posted there. */
export interface PlaceTerms {
  /** The platform's own id of the role or user group that a flash mentions there; left out: nobody. */
  readonly flashMention?: string | undefined;
  /** What is posted there goes on to those who follow the channel; left out: it does not. */
  readonly publish?: boolean | undefined;
  /** The latest digest is kept at hand at the head of the channel; left out: it is not. */
  readonly bookmark?: boolean | undefined;
}

/** What a channel gets that orders nothing in particular. */
export const PLAIN_TERMS: Omit<Terms, "cadence"> = {
  sections: [],
  tags: [],
  topics: null,
  mute: [],
  most: 8,
  least: { briefs: 1, slots: 3, time: null },
  atOnce: null,
  atOnceMost: null,
  title: null,
  baseline: 8,
  late: { post: true, limit: null },
  approval: null,
  audience: null,
  internalSections: [],
  layout: "full",
  balance: false,
  pictures: false,
  thread: "none",
  forum: null,
};

/**
 * What one place ordered. A channel of the config that goes to two platforms and to the page is
 * three subscriptions, each with its own slots, so that a platform added later starts afresh.
 */
export interface Subscription extends Terms {
  /** `front-page@slack:C0123`: stable for as long as channel and address are. */
  readonly id: string;
  readonly channel: ChannelName;
  readonly platform: Platform;
  /** The platform's own id of the channel; the channel's name on the page. */
  readonly address: string;
  /** What is asked for in this place alone; left out: nothing. */
  readonly here?: PlaceTerms;
}
