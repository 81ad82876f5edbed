import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { candidatesFor, type NumberedCandidate } from "./candidates.ts";
import type { Made } from "./port/editions.ts";
import type { UnitOfWork } from "./port/unit-of-work.ts";

/** What a slot comes to. */
export interface Dealt {
  /** `null`: nothing is posted for it. */
  readonly made: Made | null;
  /** Articles that wait for the next slot; of the other candidates the place hears no more. */
  readonly waiting: readonly ArticleId[];
}

/** A slot that is due. */
export interface SlotDue {
  readonly subscription: Subscription;
  readonly slot: Instant;
  readonly now: Instant;
  /** It came long ago: where an earlier clock has dealt with it, that is enough. */
  readonly late: boolean;
}

/**
 * Deals with one slot, once: takes it, and stores the edition that `deal` makes of the candidates, all or
 * nothing. They are those of now, not of the slot: one that is dealt with late carries what has been taken
 * in since, such as the files that landed while the bot was down.
 *
 * @param deal is told the moment that the slot is known by: later where a clock that was ahead has had it
 * @returns what was made; `null` when the slot was taken already, or nothing is posted for it
 */
export function issueSlot(
  store: UnitOfWork,
  { subscription, slot, now, late }: SlotDue,
  deal: (candidates: readonly Candidate[], slot: Instant) => Dealt | Promise<Dealt>,
): Promise<Made | null> {
  return store.transaction(async (tx) => {
    const { editions } = tx;
    const known = await editions.takeSlot({ subscription: subscription.id, slot, now, late });
    if (known === null) return null;
    const offers = await candidatesFor(tx, subscription, now, now);
    const { made, waiting } = await deal(offers, known);
    if (made !== null) await editions.store(subscription, made, now);
    await editions.pass(subscription.id, now, firstOf(offers, waiting));
    return made;
  });
}

/**
 * Takes a moment between slots for what is urgent, but only where `deal` makes an edition; nothing that it
 * leaves is passed over.
 */
export function issueAtOnce(
  store: UnitOfWork,
  subscription: Subscription,
  now: Instant,
  deal: (candidates: readonly Candidate[]) => Made | null | Promise<Made | null>,
): Promise<Made | null> {
  return store.transaction(async (tx) => {
    const made = await deal(await candidatesFor(tx, subscription, now, now));
    if (made === null || !(await tx.editions.takeMoment(subscription.id, now))) return null;
    await tx.editions.store(subscription, made, now);
    return made;
  });
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
