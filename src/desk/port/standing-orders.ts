import type { Instant } from "#core/article/instant.ts";
import type { ChannelName } from "#core/digest/subscription.ts";

/** Who changed what, for `/audit`. */
export interface AuditEntry {
  readonly at: Instant;
  /** `slack:U0123`; `copy`, `time`, `config` or `terminal` where nobody in chat or on the page did it. */
  readonly by: string;
  readonly name: string;
  /** A sentence without its subject: `paused front-page until …`. */
  readonly did: string;
  /** Of what several may find, and is noted once: what has such a key already is not noted again. Nobody ordered it in chat. */
  readonly key?: string;
}

/** A channel that was ordered in chat, as it is stored: in the form of the config file. */
export interface ChatOrder {
  readonly name: ChannelName;
  /** An entry of `channels` in the config file. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** Who ordered it: `slack:U0123`. */
  readonly by: string;
  readonly byName: string;
  readonly at: Instant;
  /** It goes to one person's direct messages: theirs. */
  readonly owner: string | null;
}

/** What is shown before it is saved. */
export interface Draft {
  readonly by: string;
  readonly order: ChatOrder;
  readonly at: Instant;
}

/** Port: settings made in chat. Every change is stored with its audit entry, all or nothing. */
export interface StandingOrders {
  /**
   * In the order of their names, which is the store's own.
   * @param after those behind this name alone; `null`, or left out: from the first
   * @param most so many of them; all when left out
   */
  orders(after?: ChannelName | null, most?: number): Promise<readonly ChatOrder[]>;
  /** Another number whenever an order or a pause has changed: a look that costs nothing where there are thousands. */
  lastChange(): Promise<number>;
  /** Replaces an order of the same name. */
  save(order: ChatOrder, audit: AuditEntry): Promise<void>;
  /** @returns false where there was none of that name */
  remove(name: ChannelName, audit: AuditEntry): Promise<boolean>;
  /** Until when each channel rests, or has rested; `Infinity`: until it is resumed. */
  pauses(): Promise<ReadonlyMap<ChannelName, Instant>>;
  pause(name: ChannelName, until: Instant, audit: AuditEntry): Promise<void>;
  /**
   * Ends a pause at the moment of the audit entry; slots that fell into it are not made up for.
   * @returns false where it did not rest
   */
  resume(name: ChannelName, audit: AuditEntry): Promise<boolean>;
  keepDraft(key: string, draft: Draft): Promise<void>;
  /** `null` for a key that is not known, or older than a day. */
  draft(key: string, now: Instant): Promise<Draft | null>;
  /** Of a moment and later, the latest first. */
  audit(since: Instant, skip: number, limit: number): Promise<readonly AuditEntry[]>;
  note(audit: AuditEntry): Promise<void>;
}
