import type { Instant } from "#core/article/instant.ts";
import { dueSlot } from "#core/digest/cadence.ts";
import type { Edition } from "#core/digest/edition.ts";
import { type Candidate, selectItems } from "#core/digest/select.ts";
import type { Platform, Subscription } from "#core/digest/subscription.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Budget, Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { Clock, Editions, Made } from "./port.ts";

/** Makes editions: each slot of each subscription once. */
export interface EditionDesk {
  /**
   * Deals with what is due. A subscription without a slot behind it gets its first edition now; one
   * that missed slots gets one edition for them all.
   * @returns the editions made, without the empty ones
   */
  makeDue(): Promise<readonly Edition[]>;
  /** What a subscription would be sent at a moment; `null` for nothing. Stores nothing. */
  rehearse(subscription: Subscription, at: Instant): Promise<Edition | null>;
}

export interface EditionParts {
  readonly subscriptions: readonly Subscription[];
  readonly editions: Editions;
  readonly clock: Clock;
  /** What one message may hold on each platform. */
  readonly budgets: Readonly<Record<Platform, Budget>>;
}

export function createEditionDesk(parts: EditionParts): EditionDesk {
  const { subscriptions, editions, clock, budgets } = parts;
  return {
    async makeDue() {
      const made: Edition[] = [];
      for (const subscription of subscriptions) {
        const now = clock.now();
        const slot = await slotToDealWith(editions, subscription, now);
        if (slot === null) continue;
        const budget = budgets[subscription.platform];
        const issued = await editions.issue(subscription, slot, now, (candidates) =>
          makeEdition(subscription, slot, candidates, budget),
        );
        if (issued !== null) made.push(issued.edition);
      }
      return made;
    },
    async rehearse(subscription, at) {
      const candidates = await editions.candidates(subscription.id, clock.now(), at);
      return selectEdition(subscription, at, candidates);
    },
  };
}

/** The first edition takes the minute that it is made in as its slot. */
async function slotToDealWith(
  editions: Editions,
  { id, cadence }: Subscription,
  now: Instant,
): Promise<Instant | null> {
  const last = await editions.lastSlot(id);
  return last === null ? Math.floor(now / 60_000) * 60_000 : dueSlot(cadence, last, now);
}

function makeEdition(
  subscription: Subscription,
  slot: Instant,
  candidates: readonly Candidate[],
  budget: Budget,
): Made | null {
  const edition = selectEdition(subscription, slot, candidates);
  if (edition === null) return null;
  const parts = partMessage(composeEdition(edition), budget).map((message, index) => ({
    key: deliveryKey(subscription.id, slot, index + 1),
    message,
  }));
  return { edition, parts };
}

function selectEdition(
  subscription: Subscription,
  slot: Instant,
  candidates: readonly Candidate[],
): Edition | null {
  const { items, waiting } = selectItems(candidates, subscription);
  if (items.length === 0) return null;
  const { id, channel, cadence } = subscription;
  return { subscription: id, channel, slot, timeZone: cadence.timeZone, items, waiting };
}

/** The messages that an edition is posted in, for those who only look. */
export function editionMessages(edition: Edition, budget: Budget): readonly Message[] {
  return partMessage(composeEdition(edition), budget);
}
