import type { Instant } from "#core/article/instant.ts";
import type { ChannelName } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";

/** What is stored of somebody. */
export interface Traces {
  /** Digests that go to them alone. */
  readonly digests: number;
  readonly reports: number;
  /** Messages that they were sent directly, or are about to be. */
  readonly sent: number;
  /** Lines of the audit that name them. */
  readonly audit: number;
}

/** A notice by which editors were told of a report, and that names its reader. */
export interface NamingNotice {
  readonly key: DeliveryKey;
  readonly article: string;
  readonly message: Message;
  /** The reader's name and id. */
  readonly byName: string;
  readonly by: string;
}

/** Port: forgets people who ask for it. */
export interface Askers {
  /**
   * What forgetting somebody would take away.
   * @param names of digests that are, or were, theirs, whether they are ordered now or not
   */
  tracesOf(asker: string, names: readonly ChannelName[]): Promise<Traces>;
  /** The notices that name somebody, but for those that were given up. */
  noticesNaming(asker: string): Promise<readonly NamingNotice[]>;
  /** Sets what a notice says. */
  restate(key: DeliveryKey, message: Message): Promise<void>;
  /**
   * Takes away their orders, drafts and reports, signs them out of the page, and takes away all that they were sent; what names them elsewhere names `somebody`
   * from then on. Of a message that is on its way this moment a row stays that names nobody.
   */
  forget(asker: string, names: readonly ChannelName[], now: Instant): Promise<Traces>;
}
