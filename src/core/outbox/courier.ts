import type { Platform } from "#core/digest/subscription.ts";
import type { Budget, Message } from "#core/message/message.ts";

/** Names one part of one edition in one place, for good: at most 25 of `a-z0-9`, so that it fits a Discord nonce. */
export type DeliveryKey = string;

/** The proof that a message stands in a channel: the platform's own id of it. */
export interface Receipt {
  readonly messageId: string;
  /** A link to the message, where the platform has one. */
  readonly url: string | null;
  /**
   * What was asked for beside the post and was not done, why, and the mend; `null`: it was done. Left out: nothing was
   * asked for. The post stands all the same.
   */
  readonly shortfall?: string | null;
}

/** One message on its way to one channel. */
export interface Parcel {
  /** The platform's own id of the channel. */
  readonly address: string;
  readonly message: Message;
  readonly key: DeliveryKey;
  /** To be posted without a sound, where the platform can. */
  readonly silent?: boolean;
  /**
   * True when an earlier attempt may have reached the channel (its reply was lost, or the process
   * died before the receipt was stored): the courier then looks for `key` there before it posts.
   */
  readonly again: boolean;
}

/** A post that stands in its channel. */
export interface StandingPost extends Receipt {
  /** The key that it was posted with. */
  readonly key: DeliveryKey;
}

/** One message about a post that stands in its channel. */
export interface FollowUp extends Parcel {
  readonly target: StandingPost;
}

/** Port: carries messages to channels. Each chat platform is one courier. */
export interface Courier {
  readonly platform: Platform;
  readonly budget: Budget;
  /**
   * Milliseconds after which it takes so many more without putting one off; 0: now. Left out: it cannot say so before it is
   * given them, and who hands them over is told then.
   */
  readonly roomFor?: (count: number) => number;
  /**
   * Posts the message once: a second call with the same key and `again` returns the first receipt.
   * The platform's own retries of a post are off.
   * @throws {DeliveryError} when the platform refuses or cannot be reached
   */
  post(parcel: Parcel): Promise<Receipt>;
  /**
   * Puts the message in the place of `target`; doing it twice changes nothing more.
   * @throws {DeliveryError} as `post`; `gone` where somebody has deleted the post
   */
  edit(followUp: FollowUp): Promise<Receipt>;
  /**
   * Posts the message in the thread of `target`, once, as `post` does; where the platform has no
   * thread there, as a reply to it.
   * @throws {DeliveryError} as `edit`
   */
  reply(followUp: FollowUp): Promise<Receipt>;
}

/**
 * What the outbox does next depends on this code, and on nothing else.
 *
 * - `put-off`: later, at `retryAfter`; it was not sent, to keep our own pace, and nobody has refused anything
 * - `rate-limited`: later, at `retryAfter`; nothing was posted
 * - `unreachable`: later, with backoff; it may have been posted
 * - `refused`: the platform will not take it until someone mends what `message` names
 * - `gone`: what it belongs to is not there any more: never
 */
export type DeliveryErrorCode = "put-off" | "rate-limited" | "unreachable" | "refused" | "gone";

/** A post that did not come back with a receipt. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly code: DeliveryErrorCode;
  /** Milliseconds the platform asks to wait; `null` where it does not say. */
  readonly retryAfter: number | null;

  constructor(
    code: DeliveryErrorCode,
    message: string,
    options: { cause?: unknown; retryAfter?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter ?? null;
  }
}
