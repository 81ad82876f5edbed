import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
import { editionOf, selectFirst, selectItems } from "#core/digest/select.ts";
import type { Platform, Subscription } from "#core/digest/subscription.ts";
import type { Clocks } from "#core/digest/wall-clock.ts";
import type { Tally } from "#core/message/edition.ts";
import { type Budget, budgetOf } from "#core/message/message.ts";
import { type Counting, countFor, type TallySince } from "./count-for.ts";
import { eachInTurn } from "./each.ts";
import { type Dealt, issueSlots } from "./issue.ts";
import { awaitedOf, idsOf, madeOf } from "./made.ts";
import type { Clock } from "./port/clock.ts";
import type { Made } from "./port/editions.ts";
import type { Tx } from "./port/unit-of-work.ts";
import { readAhead } from "./read-ahead.ts";
import { type EditionStore, within } from "./together.ts";

export interface MakeNowParts {
  readonly store: EditionStore;
  readonly clock: Clock;
  readonly budgets: Readonly<Record<Platform, Budget>>;
  /** `null`: nobody counts. */
  readonly tally: TallySince | null;
  readonly pause: () => Promise<void>;
  readonly onStored?: (edition: Edition) => void;
}

/** Notes what was made, in the unit of work that makes it; it may be called for some of the places, and then for others. */
export type NoteMade = (tx: Tx, made: readonly Edition[]) => Promise<void>;

/** What an edition is called by that an editor asked for. */
const EXTRA = "Extra";

/**
 * Makes an edition of all that is due for each of some places, of one moment, so that it is one edition to people, in one unit of
 * work with what is noted of it. Where that fails each is made by itself with its own note, so that a place for which it cannot
 * be done holds back no other, and nothing is made of which nobody knows who made it.
 *
 * @returns what was made
 * @throws what failed first, once all have had their turn
 */
export async function makeNow(
  parts: MakeNowParts,
  places: readonly Subscription[],
  note: NoteMade,
  clocks: Clocks,
): Promise<readonly Edition[]> {
  const { store, clock, onStored } = parts;
  const now = clock.now();
  const tallies = await countFor(parts.tally, await countingFrom(parts, places, now));
  const make = (some: readonly Subscription[]) =>
    store.transaction(async (tx) => {
      const made = await issueAll({ ...parts, store: within(tx) }, some, { now, tallies, clocks });
      const editions = made.map(({ edition }) => edition);
      if (editions.length > 0) await note(tx, editions);
      return made;
    });
  const all: Edition[] = [];
  const done = (made: readonly Made[]) => {
    for (const { edition, awaits } of made) {
      if (awaits === undefined) onStored?.(edition);
      all.push(edition);
    }
  };
  const together = places.length < 2 ? null : await make(places).catch(() => null);
  if (together !== null) done(together);
  // Whichever it was fails once more by itself, and tells why.
  else await eachInTurn(places, async (place) => done(await make([place])));
  return all;
}

/** From where each place counts: before the unit of work, which holds up others while it lasts. */
async function countingFrom(
  { store }: MakeNowParts,
  places: readonly Subscription[],
  now: Instant,
): Promise<readonly Counting[]> {
  const before = await store.editions.lastSlots(places.map(({ id }) => id));
  return places.map((subscription) => {
    const last = before.get(subscription.id) ?? null;
    // From a slot that is yet to come, where the clock was put back since, nothing can be counted.
    return { subscription, last: last === null || last > now ? null : last };
  });
}

interface Moment {
  readonly now: Instant;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly clocks: Clocks;
}

async function issueAll(
  parts: MakeNowParts,
  places: readonly Subscription[],
  { now, tallies, clocks }: Moment,
): Promise<readonly Made[]> {
  const { store, budgets } = parts;
  const before = await store.editions.lastSlots(places.map(({ id }) => id));
  const slots = places.map((subscription) => ({ subscription, slot: now, late: false }));
  const issued = await issueSlots(
    ...([store, slots, now] as const),
    async ({ subscription }, candidates, { known, wishes }): Promise<Dealt> => {
      await readAhead(parts, candidates, subscription);
      const select = before.has(subscription.id) ? selectItems : selectFirst;
      const selection = select(candidates, subscription, now, wishes);
      if (selection.items.length === 0) {
        const left = idsOf(selection, "told", "waiting", "put-off");
        return { made: null, waiting: left, ends: true };
      }
      const edition = { ...editionOf(subscription, known, selection, clocks), name: EXTRA };
      const tally = tallies.get(subscription.id) ?? null;
      const made =
        subscription.approval === null
          ? madeOf(subscription, edition, tally, budgetOf(budgets, subscription.platform))
          : awaitedOf(subscription, edition, tally, selection, now);
      return { made, waiting: idsOf(selection, "waiting", "put-off") };
    },
  );
  return places.flatMap(({ id }) => issued.get(id) ?? []);
}
