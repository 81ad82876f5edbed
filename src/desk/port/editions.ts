import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
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

/** What a slot comes to. */
export interface Dealt {
  /** `null`: nothing is posted for it. */
  readonly made: Made | null;
  /** Articles that wait for the next slot; of the other candidates the place hears no more. */
  readonly waiting: readonly ArticleId[];
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

/** Port: slots and editions. */
export interface Editions {
  /**
   * The slot of a subscription that was dealt with last; `null` before its first. It may be yet to come,
   * where the clock was put back since.
   */
  lastSlot(subscription: string): Promise<Instant | null>;
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
  candidates(
    subscription: Subscription,
    now: Instant,
    asOf: Instant,
  ): Promise<readonly Candidate[]>;
  /**
   * Deals with one slot, once: in one transaction takes the slot, reads the candidates, and stores
   * the edition that `deal` made of them, its deliveries and its ledger entries.
   *
   * A slot that was dealt with before the clock was put back, as `goBack` has told, is dealt with once more, by the next
   * millisecond that is free, which `deal` is told; but not when it is `late`.
   * @returns what was made; `null` when the slot was taken already, or nothing is posted for it
   */
  issue(
    subscription: Subscription,
    slot: Instant,
    now: Instant,
    deal: (candidates: readonly Candidate[], slot: Instant) => Dealt,
    late?: boolean,
  ): Promise<Made | null>;
  /**
   * Takes a moment between slots for what is urgent, as `issue` does, but only where `deal` makes an
   * edition; nothing that it leaves is passed over.
   */
  issueAtOnce(
    subscription: Subscription,
    now: Instant,
    deal: (candidates: readonly Candidate[]) => Made | null,
  ): Promise<Made | null>;
  /** How far each subscription has got: of the articles filed up to that number it hears no more. */
  passed(): Promise<ReadonlyMap<string, number>>;
  /** Newest first. */
  issued(subscription: string, limit: number): Promise<readonly Issued[]>;
}
