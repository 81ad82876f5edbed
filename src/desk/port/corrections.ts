import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { Kept } from "#core/message/withdraw.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";

/** A post that shows an earlier revision of an article than the archive has. */
export interface Outdated {
  readonly key: DeliveryKey;
  readonly subscription: string;
  readonly platform: Subscription["platform"];
  readonly timeZone: string;
  /** What the post shows now, with all its articles. */
  readonly message: Message;
  /** The article as it is now: it may be held or killed. */
  readonly filed: Filed;
  /** The revision of it that the post shows, or showed before it was withdrawn. */
  readonly posted: Filed;
  /** The post shows nothing of it. */
  readonly wasWithdrawn: boolean;
  /** What the post showed of it before it was withdrawn; `null` where it was not. */
  readonly kept: Kept | null;
}

/** What becomes of an outdated post. */
export interface Amendment {
  readonly message: Message;
  /** It shows nothing of the article now; once an embargo ends, the post is outdated again. */
  readonly withdrawn: boolean;
  /** What it takes to give back what was withdrawn; left out: nothing. */
  readonly kept?: Kept;
  /** Said in the thread of the post, so that those who read it already are told; `null` for nothing. */
  readonly reply: Message | null;
}

/** Port: corrections on their way to what is posted. */
export interface Corrections {
  /**
   * Amends every post that is outdated at `now`, in one transaction: what waits in the outbox is
   * changed there, the page's posts are changed where they stand, for the others an edit goes into the
   * outbox, and for all of them the reply. What is on its way this moment is amended at the next call.
   * @returns how many posts were amended
   */
  chase(now: Instant, amend: (post: Outdated) => Amendment): Promise<number>;
}
