import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { DeliveryKey, Receipt, StandingPost } from "#core/outbox/courier.ts";

/** A delivery claimed from the outbox. */
export interface Claimed {
  readonly key: DeliveryKey;
  /** `post`: a part of an edition · `notice`: for the admins · `edit` and `reply`: to what stands in the channel. */
  readonly kind: "post" | "notice" | "edit" | "reply";
  /** The post that an edit changes, or that a reply stands under; `null` for the others. */
  readonly target: StandingPost | null;
  /** To be posted without a sound, where the platform can. */
  readonly silent: boolean;
  readonly subscription: string;
  /** The slot of its edition, or the moment that it was made. */
  readonly slot: Instant;
  readonly platform: Subscription["platform"];
  readonly address: string;
  readonly message: Message;
  /** 1 for the first. */
  readonly attempt: number;
  /** An earlier attempt may have reached the channel. */
  readonly again: boolean;
}

type Platforms = readonly Subscription["platform"][];

/** So many are claimed at a time at most: their messages are read in one go, and everybody else waits for that. */
export const MOST_CLAIMED = 100;

/** Port: messages on their way. */
export interface Outbox {
  /**
   * Claims what is due, in order, `MOST_CLAIMED` at most: of each subscription only its oldest undelivered part, and none
   * while that one waits for its retry. A claim that a crash left behind is claimed again, with
   * `again` set and as the same attempt.
   */
  claim(now: Instant, platforms: Platforms): Promise<readonly Claimed[]>;
  /** Stores the receipt, and the ledger's `posted` for the edition's files once its last part is posted. */
  delivered(key: DeliveryKey, receipt: Receipt, now: Instant): Promise<void>;
  /** Puts it back until `at`. */
  retry(key: DeliveryKey, at: Instant, error: string, again: boolean): Promise<void>;
  /** Puts it back until `at` where nobody has tried to carry it: that counts as no attempt. */
  putOff(key: DeliveryKey, at: Instant): Promise<void>;
  /** Gives it up: it is posted no more, and no longer blocks those behind it. */
  giveUp(key: DeliveryKey, error: string, now: Instant): Promise<void>;
  /** Makes due at `now` what waits for a later moment: the clock that said when has been put back. */
  hasten(now: Instant): Promise<void>;
  /** When the next waiting delivery is due; `null` when none waits. */
  nextDue(platforms: Platforms): Promise<Instant | null>;
}
