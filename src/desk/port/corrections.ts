import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { Kept } from "#core/message/withdraw.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { Claimed } from "./outbox.ts";

/** An article in a post. */
export interface PostedItem {
  readonly key: DeliveryKey;
  readonly article: ArticleId;
}

/** A post as it stands in its channel or waits for it, and one of its articles. */
export interface StandingItem extends PostedItem {
  readonly kind: Claimed["kind"];
  /** `unseen`: no attempt can have reached the channel · `waiting`: one may have · `delivered`. */
  readonly state: "unseen" | "waiting" | "delivered";
  /** Nobody can have read of the article in this edition: no part of it that tells of it can have reached the channel. */
  readonly isUnread: boolean;
  readonly subscription: string;
  readonly platform: Subscription["platform"];
  readonly timeZone: string;
  /** What the post shows now, with all its articles. */
  readonly message: Message;
  /** The article as it is now: it may be held or killed. */
  readonly filed: Filed;
  /** The revision of it that the post has been amended to, whether it shows it or not. */
  readonly revision: number;
  /** The revision of it that the post shows, or showed before it was withdrawn. */
  readonly posted: Filed;
  /** As it was posted first, where an edit that shows more than that waits, and nobody has read it; left out: as it is shown. */
  readonly known?: Filed;
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

/** A part of an edition that no attempt can have brought to its channel. */
export interface UnseenPart {
  readonly key: DeliveryKey;
  readonly message: Message;
  /** The platform's own id of the channel. */
  readonly address: string;
}

/** What such a part is to say; `null`: it is not sent. */
export interface UnseenLeft {
  readonly key: DeliveryKey;
  readonly message: Message | null;
}

/** Port: what is posted, for whoever corrects it. */
export interface Corrections {
  /**
   * The items that are outdated at `now`: the article has a newer revision than the post was amended to, what was
   * withdrawn may be shown again, or what waits may not be shown any more. The earliest filing first.
   */
  outdated(now: Instant): Promise<readonly PostedItem[]>;
  /** How an item stands; `null` where it was given up, or is on its way this moment. */
  standing(item: PostedItem): Promise<StandingItem | null>;
  /**
   * What some messages, on their way or posted, show and must not: an article that is held at `now`, or not for these readers, or
   * an earlier revision than its latest, of which nobody has asked whether it may be shown.
   */
  unfit(
    keys: readonly DeliveryKey[],
    now: Instant,
    readers: Readers,
  ): Promise<readonly PostedItem[]>;
  /** Of these articles those that are held at `now`, or not for these readers. */
  keptFrom(
    ids: readonly ArticleId[],
    now: Instant,
    readers: Readers,
  ): Promise<ReadonlySet<ArticleId>>;
  /** The parts of the edition of a post that wait and that no attempt can have brought to the channel. */
  unseenParts(post: Pick<PostedItem, "key">): Promise<readonly UnseenPart[]>;
  /**
   * Takes an article out of an edition in which nobody has read of it: the place has not carried it, nor what stood behind it,
   * and carries it once it may. Of an edition without an item nothing is sent; of one whose other parts are delivered the
   * ledger has it so.
   *
   * @param until when what holds it ends; `null`: nobody knows, or nothing holds it
   * @returns the reports that it stood for there, which the place has not been told either
   */
  takeOut(
    post: PostedItem,
    left: readonly UnseenLeft[],
    end: { readonly until: Instant | null; readonly now: Instant },
  ): Promise<readonly ArticleId[]>;
  /** Takes a message that waits out of the outbox: nobody is told what it says. */
  retract(key: DeliveryKey): Promise<void>;
  /** Changes what a post shows, and notes to which revision of the article: the latest. */
  amend(item: StandingItem, amendment: Amendment): Promise<void>;
  /** Puts an edit of a post, or a reply to it, into the outbox, behind all that its channel is sent before. */
  follow(
    post: Pick<PostedItem, "key">,
    kind: "edit" | "reply",
    message: Message,
    now: Instant,
  ): Promise<void>;
}
