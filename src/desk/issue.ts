import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { NO_WISHES, type Wishes } from "#core/digest/wishes.ts";
import { candidatesForAll, type NumberedCandidate } from "./candidates.ts";
import type { Due, Editions, Made, MadeFor, Passing } from "./port/editions.ts";
import type { UnitOfWork } from "./port/unit-of-work.ts";

/** What a slot comes to. */
export interface Dealt {
  /** `null`: nothing is posted for it. */
  readonly made: Made | null;
  /** Articles that wait for the next slot; of the other candidates the place hears no more. */
  readonly waiting: readonly ArticleId[];
  /** What editors wished for it ends with it, though nothing is posted; left out: it does not. */
  readonly ends?: boolean;
}

/** What a slot is dealt with by, beside its candidates. */
export interface Taken {
  /** The moment that the slot is known by: later where a clock that was ahead has had it. */
  readonly known: Instant;
  readonly wishes: Wishes;
}

/** What something urgent is dealt with by: the editions within the unit of work that stores what is made. */
export interface Urgently {
  readonly editions: Editions;
  readonly wishes: Wishes;
}

/** A slot that is due. */
export interface SlotDue {
  readonly subscription: Subscription;
  readonly slot: Instant;
  /** It came long ago: where an earlier clock has dealt with it, that is enough. */
  readonly late: boolean;
  /** The slot before it, as it was when this one was found due; left out: whichever it was. */
  readonly last?: Instant | null;
}

/**
 * Deals with slots of several places, each once: takes them, and stores the editions that `deal` makes of the candidates, all
 * or nothing; what editors wished for them ends with them. They are those of now, not of the slot: one that is dealt with late carries what has been taken
 * in since, such as the files that landed while the bot was down.
 * @returns what was made, by subscription: nothing for a slot that was taken already, or for which nothing is posted
 */
export function issueSlots<Slot extends SlotDue>(
  store: UnitOfWork,
  slots: readonly Slot[],
  now: Instant,
  deal: (slot: Slot, candidates: readonly Candidate[], taken: Taken) => Dealt | Promise<Dealt>,
): Promise<ReadonlyMap<string, Made>> {
  return store.transaction(async (tx) => {
    const known = await tx.editions.takeSlots(slots.map((slot) => dueOf(slot, now)));
    const taken = slots.filter(({ subscription }) => known.has(subscription.id));
    const offered = await candidatesForAll(tx, taken.map(placeOf), now, now);
    const wished = await tx.wishes.of(taken.map(({ subscription }) => subscription.id));
    const issued: MadeFor[] = [];
    const passed: Passing[] = [];
    const ended: string[] = [];
    for (const slot of taken) {
      const { subscription } = slot;
      const { id } = subscription;
      const offers = offered.get(id) ?? [];
      const wishes = wished.get(id) ?? NO_WISHES;
      const taking = { known: known.get(id) ?? slot.slot, wishes };
      const { made, waiting, ends = made !== null } = await deal(slot, offers, taking);
      if (ends && wished.has(id)) ended.push(id);
      if (made !== null) issued.push({ subscription, made });
      passed.push({ subscription: subscription.id, waiting: firstOf(offers, waiting) });
    }
    await tx.editions.store(issued, now);
    await tx.editions.pass(passed, now);
    await tx.wishes.use(ended);
    return bySubscription(issued);
  });
}

/**
 * Takes a moment between slots for what is urgent, but only for those places for which `deal` makes an edition; nothing that it
 * leaves is passed over.
 */
export function issueAtOnce(
  store: UnitOfWork,
  subscriptions: readonly Subscription[],
  now: Instant,
  deal: (
    subscription: Subscription,
    candidates: readonly Candidate[],
    urgently: Urgently,
  ) => Made | null | Promise<Made | null>,
): Promise<ReadonlyMap<string, Made>> {
  return store.transaction(async (tx) => {
    const offered = await candidatesForAll(tx, subscriptions, now, now);
    const wished = await tx.wishes.of(subscriptions.map(({ id }) => id));
    const made: MadeFor[] = [];
    for (const subscription of subscriptions) {
      const wishes = wished.get(subscription.id) ?? NO_WISHES;
      const offers = offered.get(subscription.id) ?? [];
      const one = await deal(subscription, offers, { editions: tx.editions, wishes });
      if (one !== null) made.push({ subscription, made: one });
    }
    const free = await tx.editions.takeMoments(
      made.map(({ subscription }) => subscription.id),
      now,
    );
    const issued = made.filter(({ subscription }) => free.has(subscription.id));
    await tx.editions.store(issued, now);
    return bySubscription(issued);
  });
}

function dueOf({ subscription, slot, late, last }: SlotDue, now: Instant): Due {
  return { subscription: subscription.id, slot, now, late, ...(last !== undefined && { last }) };
}

function placeOf({ subscription }: SlotDue): Subscription {
  return subscription;
}

function bySubscription(all: readonly MadeFor[]): ReadonlyMap<string, Made> {
  return new Map(all.map(({ subscription, made }) => [subscription.id, made]));
}

/** The filing that came first of those that wait; `null` where none does. */
function firstOf(
  offers: readonly NumberedCandidate[],
  waiting: readonly ArticleId[],
): number | null {
  const waits = new Set(waiting);
  const numbers = offers
    .filter(({ filed }) => waits.has(filed.article.id))
    .map(({ number }) => number);
  return numbers.length === 0 ? null : Math.min(...numbers);
}
