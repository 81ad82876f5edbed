import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Edition, Filed } from "#core/digest/edition.ts";
import type { Platform, Subscription } from "#core/digest/subscription.ts";
import type { Call } from "#core/message/mention.ts";
import type { Message } from "#core/message/message.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { StoryId } from "#core/story/story.ts";
import type { Awaits } from "./awaits.ts";

/** One part of an edition, ready for the outbox. */
export interface Part {
  readonly key: DeliveryKey;
  readonly message: Message;
  /** It stands in the thread of the part with this key; left out: in the channel itself. */
  readonly under?: DeliveryKey;
}

/** An edition and the parts that it is posted in. */
export interface Made {
  readonly edition: Edition;
  readonly parts: readonly Part[];
  /** Whom one of the parts mentions; left out: nobody. */
  readonly call?: Call;
  /** It waits for an editor's word, and none of its parts goes anywhere before; left out: it goes. */
  readonly awaits?: Awaits;
}

/** A group that a place may mention, and the articles that it may be told of so. */
export interface Mentionable extends Call {
  readonly platform: Platform;
  readonly address: string;
}

/**
 * How far a place has got: each article filed up to `number` has been carried, was left out for good, or could not
 * be seen at `at` yet, and is looked at again. A slot then looks at what came since, and not at 100,000 articles that
 * the place carried long ago; and a place that orders something else from today on is not flooded with what came before.
 */
export interface Passed {
  readonly number: number;
  readonly at: Instant;
}

/** Which articles are looked at. */
export interface Span {
  /** None of those that may not be shown then. */
  readonly now: Instant;
  /** Taken in by then; and what a place has carried later does not count. */
  readonly asOf: Instant;
  /** Not those that were passed; `null`: all. */
  readonly since: Passed | null;
  /** So many of the newest; `null`: all. */
  readonly limit: number | null;
}

/** An article with a revision that a place has not had. */
export interface Offer {
  readonly filed: Filed;
  /** Of its filing: what was filed later has a higher one. */
  readonly number: number;
  /** The highest revision that the place has carried; `null` for none. */
  readonly carried: number | null;
  /** The revision that the place has had last, by itself or behind another report; `null` for none. */
  readonly read: Article | null;
  readonly story: StoryId | null;
  /** The article whose text it carries; `null` for none. */
  readonly copyOf: ArticleId | null;
}

/** A report that a place has carried, as it carried it. */
export interface CarriedReport {
  readonly id: ArticleId;
  /** Reads it: of most of a long story nobody asks for more than the id. */
  read(): Filed;
}

/** Where a place looks for what it might carry. */
export interface Look {
  readonly subscription: Subscription;
  readonly span: Span;
}

/** Of which articles, and reports of which stories, a place is asked what it has carried. */
export interface Carrier {
  readonly subscription: string;
  readonly stories: ReadonlySet<StoryId>;
  readonly ids: readonly ArticleId[];
}

/** A slot to be dealt with. */
export interface Due {
  readonly subscription: string;
  readonly slot: Instant;
  readonly now: Instant;
  /** It is not to be dealt with once more. */
  readonly late: boolean;
  /** The one before it: where another has been dealt with since, this one is not. Left out: whichever was. */
  readonly last?: Instant | null;
}

/** What a place is sent. */
export interface MadeFor {
  readonly subscription: Subscription;
  readonly made: Made;
}

/** How far a place has come with a slot. */
export interface Passing {
  readonly subscription: string;
  /** The number of the first filing that it has not passed; `null`: it has passed all. */
  readonly waiting: number | null;
}

/** A stored edition, for the page and for `/digest`. */
export interface Issued {
  readonly subscription: string;
  readonly slot: Instant;
  readonly messages: readonly Message[];
  /** What was said since in the thread of each message, oldest first: of the same length. */
  readonly replies: readonly (readonly Message[])[];
  /** When its last part was posted; `null` while one is on its way. */
  readonly postedAt: Instant | null;
}

/** How far a subscription has got: by the number of the last filing that it has passed, and when it was there. */
export interface Passed {
  readonly number: number;
  readonly at: Instant;
}

/** Copy that is urgent enough for some channel to have it at once. */
export interface Urgent {
  readonly filed: Filed;
  readonly urgency: number;
  readonly number: number;
  /** When it could first be shown, where it was held; `null`: it never was. */
  readonly until: Instant | null;
}

export interface UrgentFound {
  /** The number of the last filing that was looked at. */
  readonly last: number;
  readonly found: readonly Urgent[];
}

/** A post in which an article stands, and its address for readers. */
export interface PostLink {
  readonly article: ArticleId;
  readonly subscription: string;
  readonly platform: Platform;
  /** The platform's own id of the channel. */
  readonly address: string;
  readonly url: string;
}

/** Port: slots and editions. */
export interface Editions {
  /**
   * The slot of a subscription that was dealt with last; `null` before its first. It may be yet to come,
   * where the clock was put back since.
   */
  lastSlot(subscription: string): Promise<Instant | null>;
  /** The same of many at once; those before their first are left out. */
  lastSlots(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  /** The slot of the newest edition of each subscription; those that had none are left out. */
  newest(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  /**
   * The clock was put back: the slots of a subscription up to `now` count as dealt with, and those behind
   * it no more.
   * @returns what `lastSlot` gives from now on
   */
  goBack(subscription: string, now: Instant): Promise<Instant>;
  /** How far some subscriptions have got; those before their first slot are left out. */
  progress(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Passed>>;
  /** What each place may have ordered and has not had, newest first; in the order of the looks. */
  offers(looks: readonly Look[]): Promise<readonly (readonly Offer[])[]>;
  /**
   * What places have carried of some articles and of the reports of some stories, as they carried it, the latest
   * first; nothing that may not be shown now.
   * @returns by subscription; those that have carried none of it are left out
   */
  carried(
    carriers: readonly Carrier[],
    span: Pick<Span, "now" | "asOf">,
  ): Promise<ReadonlyMap<string, readonly CarriedReport[]>>;
  /**
   * Takes slots, one of each subscription, each once. One that was taken before the clock was put back, as `goBack` has
   * told, is taken once more, by the next millisecond that is free; but not when it is `late`: then it counts as the last.
   * @returns by subscription the moment that it is known by; what is dealt with is left out
   */
  takeSlots(dues: readonly Due[]): Promise<ReadonlyMap<string, Instant>>;
  /** Takes a moment between slots. @returns for which of the subscriptions it was free */
  takeMoments(subscriptions: readonly string[], now: Instant): Promise<ReadonlySet<string>>;
  /** Of these articles those that are of an event, by the stories as they are now, of which the group was told there. */
  mentioned(of: Mentionable): Promise<ReadonlySet<ArticleId>>;
  /**
   * Stores editions for their slots, which are taken, and puts their parts into the outbox; of one that awaits an editor's
   * word it stores what it takes to make it then, and no place shows it before.
   */
  store(all: readonly MadeFor[], now: Instant): Promise<void>;
  /** Notes that subscriptions have passed what is filed by now, but for what may not be shown at `now`. */
  pass(all: readonly Passing[], now: Instant): Promise<void>;
  /**
   * Copy that may be shown at `now`, filed later than `since` or held then, up to an urgency number; what states none is
   * ordinary. Of what was filed later so many at most, the first of them first, beside all that was held.
   */
  urgent(
    since: Passed,
    now: Instant,
    wanted: { readonly most: number; readonly limit: number },
  ): Promise<UrgentFound>;
  /** How often each subscription has been sent something at once since its last slot; those never were are left out. */
  momentsSince(subscriptions: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The subscriptions that have carried an article, in whatever revision. */
  carriers(article: ArticleId): Promise<ReadonlySet<string>>;
  /** How far each subscription has got: of the articles filed up to that number it hears no more. */
  passed(): Promise<ReadonlyMap<string, number>>;
  /** Where articles that may be shown stand in posts that have an address, the latest post first. */
  linksTo(articles: readonly ArticleId[], now: Instant): Promise<readonly PostLink[]>;
  /** Newest first. */
  issued(subscription: string, limit: number): Promise<readonly Issued[]>;
}
