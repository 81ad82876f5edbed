import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Edition, Filed } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";

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
}

/** What a place may be offered. */
export interface Offer extends Candidate {
  /** Of its filing: what was filed later has a higher one. */
  readonly number: number;
}

/** A slot to be dealt with. */
export interface Due {
  readonly subscription: string;
  readonly slot: Instant;
  readonly now: Instant;
  /** It is not to be dealt with once more. */
  readonly late: boolean;
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

/** Copy that is urgent enough for some channel to have it at once: of urgency 1 to 3. */
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
  /**
   * Articles a subscription might carry: not held at `now`, taken in at or before `asOf`, not passed
   * over, and with a revision that it had not carried by `asOf`; the newest few hundred of them
   * before its first slot.
   */
  candidates(subscription: Subscription, now: Instant, asOf: Instant): Promise<readonly Offer[]>;
  /**
   * Takes a slot, once. One that was taken before the clock was put back, as `goBack` has told, is taken once
   * more, by the next millisecond that is free; but not when it is `late`: then it counts as the last.
   * @returns the moment that it is known by; `null` where it is dealt with
   */
  takeSlot(due: Due): Promise<Instant | null>;
  /** Takes a moment between slots. @returns whether it was free */
  takeMoment(subscription: string, now: Instant): Promise<boolean>;
  /** Stores an edition for its slot, which is taken, and puts its parts into the outbox. */
  store(subscription: Subscription, made: Made, now: Instant): Promise<void>;
  /**
   * Notes that a subscription has passed what is filed by now, but for what may not be shown at `now`.
   * @param waiting the number of the first filing that it has not passed; `null`: it has passed all
   */
  pass(subscription: string, now: Instant, waiting: number | null): Promise<void>;
  /** How far each subscription has got, but for those that have passed nothing. */
  standing(): Promise<ReadonlyMap<string, Passed>>;
  /** Urgent copy that may be shown at `now`, filed later than `since` or held then. */
  urgent(since: Passed, now: Instant): Promise<UrgentFound>;
  /** The subscriptions that have carried an article, in whatever revision. */
  carriers(article: ArticleId): Promise<ReadonlySet<string>>;
  /** How far each subscription has got: of the articles filed up to that number it hears no more. */
  passed(): Promise<ReadonlyMap<string, number>>;
  /** Newest first. */
  issued(subscription: string, limit: number): Promise<readonly Issued[]>;
}
