import type { Instant } from "#core/article/instant.ts";
import { dueSlot, firstSlot, isAhead } from "#core/digest/cadence.ts";
import type { Edition } from "#core/digest/edition.ts";
import {
  atOnceNow,
  isFromAhead,
  type Lateness,
  lateness,
  termsAt,
  waitsForMore,
} from "#core/digest/edition-time.ts";
import type { Candidate } from "#core/digest/group.ts";
import {
  type Choice,
  editionOf,
  selectAtOnce,
  selectFirst,
  selectItems,
} from "#core/digest/select.ts";
import type { Platform, Subscription } from "#core/digest/subscription.ts";
import { type Clocks, createClocks } from "#core/digest/wall-clock.ts";
import { NO_WISHES, type Wishes } from "#core/digest/wishes.ts";
import type { Tally } from "#core/message/edition.ts";
import { type Budget, budgetOf } from "#core/message/message.ts";
import { candidatesFor } from "./candidates.ts";
import { countFor, type TallySince } from "./count-for.ts";
import { callOf } from "./flash.ts";
import { type Dealt, issueAtOnce, issueSlots } from "./issue.ts";
import { awaitedOf, idsOf, madeOf } from "./made.ts";
import { makeNow, type NoteMade } from "./make-now.ts";
import type { Clock } from "./port/clock.ts";
import type { Made } from "./port/editions.ts";
import { readAhead } from "./read-ahead.ts";
import { type EditionStore, inUnits, MOST_TOGETHER, within } from "./together.ts";
import { createUrgentLook } from "./urgent.ts";

/** Makes editions: each slot of each subscription once. */
export interface EditionDesk {
  /**
   * Deals with what is due. A subscription without a slot behind it gets its first edition now; one
   * that missed slots gets one edition for them all. What is urgent goes out beside them.
   *
   * @param onMade is told of each edition made, without the empty ones; none is kept, since 10,000
   *   channels may be due in one minute
   */
  makeDue(onMade?: (edition: Edition) => void): Promise<void>;
  /** Makes what is urgent, wherever it was filed, and leaves the slots to `makeDue`. */
  makeUrgent(onMade?: (edition: Edition) => void): Promise<void>;
  /** What a subscription would be sent at a moment; `null` for nothing. Stores nothing. */
  rehearse(subscription: Subscription, at: Instant): Promise<Edition | null>;
  /** The same, with what becomes of all that it is chosen from, and why. */
  lookAhead(subscription: Subscription, at: Instant): Promise<Ahead>;
  /**
   * Makes an edition now, between two slots, of all that is due for each of some subscriptions; the next slot
   * carries what comes after. Asked twice, the second time finds nothing.
   * @param note with it, or not at all
   * @returns those that were made; @throws where one could not be, once the others are
   */
  makeNow(subscriptions: readonly Subscription[], note: NoteMade): Promise<readonly Edition[]>;
}

/** What a place would be sent. */
export interface Ahead {
  /** `null`: nothing. */
  readonly edition: Edition | null;
  /** One for each candidate. */
  readonly choices: readonly Choice[];
}

export interface EditionParts {
  /** Who gets editions, as it is at this moment. */
  readonly subscriptions: () => readonly Subscription[];
  /** Whether this process makes the editions of a place; left out: those of all. */
  readonly isOwn?: (subscription: Subscription) => boolean;
  readonly store: EditionStore;
  readonly clock: Clock;
  /** What the clock shows, where that is more than has come for sure: slots go by it. Left out: as `clock`. */
  readonly shown?: () => Instant;
  /** What one message may hold on each platform. */
  readonly budgets: Readonly<Record<Platform, Budget>>;
  /** `null`: nobody counts. */
  readonly tally: TallySince | null;
  /** Lets others have a turn: thousands of channels may be due in one minute. */
  readonly pause: () => Promise<void>;
  /** Is told of each edition that is stored and waits for nobody's word, whoever had it made; left out: nobody is. */
  readonly onStored?: (edition: Edition) => void;
}

export function createEditionDesk(parts: EditionParts): EditionDesk {
  const { subscriptions, store, clock } = parts;
  const { editions } = store;
  const clocks = createClocks();
  const shown = parts.shown ?? clock.now;
  const urgent = createUrgentLook(editions, parts.pause);
  const isOwn = parts.isOwn ?? (() => true);
  const mayGo = ({ cadence }: Subscription) => atOnceNow(cadence, shown(), clocks) !== "wait";
  const dealWithAll = async (
    all: readonly Subscription[],
    round: Round,
    onMade: (edition: Edition) => void,
  ) => {
    // Of thousands of places few have anything to be done.
    const busy = all.filter(({ id }) => round.due.has(id) || round.hurried.has(id));
    const dealWith = (own: EditionStore, some: readonly Subscription[]) =>
      dealWithPlaces({ ...parts, store: own }, round, some);
    const units = { store, inside: within, most: MOST_TOGETHER, pause: parts.pause };
    await inUnits<EditionStore, Subscription, readonly Made[]>(
      units,
      busy,
      dealWith,
      (made, done) => {
        urgent.dealt(done.map(({ id }) => id).filter((id) => round.hurried.has(id)));
        for (const { edition, awaits } of made) {
          if (awaits === undefined) parts.onStored?.(edition);
          onMade(edition);
        }
      },
    );
  };
  return {
    async makeDue(onMade = () => undefined) {
      const all = subscriptions().filter(isOwn);
      const due = await slotsDue(parts, all, shown(), clocks);
      const tallies = await countFor(parts.tally, due.values());
      const hurried = await urgent.places(all, clock.now(), mayGo);
      await dealWithAll(all, { due, tallies, hurried, clocks }, onMade);
    },
    async makeUrgent(onMade = () => undefined) {
      const all = subscriptions().filter(isOwn);
      const hurried = await urgent.places(all, clock.now(), mayGo);
      await dealWithAll(all, { due: new Map(), tallies: new Map(), hurried, clocks }, onMade);
    },
    rehearse: async (subscription, at) =>
      (await lookAhead(parts, subscription, at, clocks)).edition,
    lookAhead: (subscription, at) => lookAhead(parts, subscription, at, clocks),
    makeNow: (subscriptions, note) => makeNow(parts, subscriptions, note, clocks),
  };
}

async function lookAhead(
  parts: EditionParts,
  subscription: Subscription,
  at: Instant,
  clocks: Clocks,
): Promise<Ahead> {
  const { store, clock } = parts;
  const { id } = subscription;
  const first = (await store.editions.lastSlot(id)) === null;
  const candidates = await candidatesFor(store, subscription, clock.now(), at);
  await readAhead(parts, candidates, subscription);
  const wishes = (await store.wishes.of([id])).get(id) ?? NO_WISHES;
  const terms = { ...subscription, most: termsAt(subscription, at, clocks).most };
  const selection = (first ? selectFirst : selectItems)(candidates, terms, at, wishes);
  const { items, choices } = selection;
  return {
    edition: items.length === 0 ? null : editionOf(subscription, at, selection, clocks),
    choices,
  };
}

/** What was found out for all places of a round. */
interface Round {
  readonly due: ReadonlyMap<string, Slot>;
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Something urgent may go there. */
  readonly hurried: ReadonlySet<string>;
  readonly clocks: Clocks;
}

async function dealWithPlaces(
  parts: EditionParts,
  { due, tallies, hurried, clocks }: Round,
  places: readonly Subscription[],
): Promise<readonly Made[]> {
  const now = parts.clock.now();
  const moments = { now, shown: parts.shown?.() ?? now };
  const slots = places.flatMap(({ id }) => due.get(id) ?? []);
  const inTime = await dealWithSlots(parts, slots, tallies, moments, clocks);
  const hasty = places.filter(({ id }) => hurried.has(id));
  const atOnce = await dealAtOnce(parts, hasty, moments, clocks);
  return places.flatMap(({ id }) => [inTime.get(id) ?? [], atOnce.get(id) ?? []].flat());
}

/** Copy is shown by `now`; slots come by what the clock shows. */
interface Moments {
  readonly now: Instant;
  readonly shown: Instant;
}

/** Places whose schedules are looked at between two pauses. */
const LOOKED_AT_ONCE = 500;

/**
 * A slot that a subscription has come to. Others have their turn before it is dealt with: an editor, or a flash, may
 * deal with it and with later ones.
 */
interface Slot {
  readonly subscription: Subscription;
  readonly slot: Instant;
  /** The one before it; `null`: it is the first. */
  readonly last: Instant | null;
}

/** The slots that have come, by the ids of their subscriptions. */
async function slotsDue(
  parts: EditionParts,
  subscriptions: readonly Subscription[],
  shown: Instant,
  clocks: Clocks,
): Promise<ReadonlyMap<string, Slot>> {
  const due = new Map<string, Slot>();
  for (let first = 0; first < subscriptions.length; first += LOOKED_AT_ONCE) {
    const some = subscriptions.slice(first, first + LOOKED_AT_ONCE);
    const before = await parts.store.editions.lastSlots(some.map(({ id }) => id));
    for (const subscription of some) {
      const { id, cadence } = subscription;
      const last = await lastSlot(parts, id, before.get(id) ?? null, shown);
      const slot =
        last === null ? firstSlot(cadence, shown, clocks) : dueSlot(cadence, last, shown, clocks);
      if (slot !== null) due.set(id, { subscription, slot, last });
    }
    await parts.pause();
  }
  return due;
}

async function dealWithSlots(
  parts: EditionParts,
  slots: readonly Slot[],
  tallies: ReadonlyMap<string, Tally>,
  { now, shown }: Moments,
  clocks: Clocks,
): Promise<ReadonlyMap<string, Made>> {
  if (slots.length === 0) return new Map();
  const timed = slots.map((one) => {
    const timing = lateness(one.subscription.late, one.slot, shown);
    return { ...one, timing, late: timing.kind !== "on-time" };
  });
  return issueSlots(parts.store, timed, now, async (due, candidates, { known, wishes }) => {
    const { subscription, last } = due;
    await readAhead(parts, candidates, subscription);
    const counted = tallies.get(subscription.id) ?? null;
    const dealt = deal(parts, {
      ...{ ...due, known, now, candidates, wishes, counted, clocks },
      first: last === null,
    });
    await parts.pause();
    return dealt;
  });
}

/**
 * Where the clock was put back behind the last slot, slots go on from where it is: those that it shows once
 * more come again, and none of those that it has come back behind.
 */
async function lastSlot(
  { store: { editions } }: EditionParts,
  subscription: string,
  last: Instant | null,
  shown: Instant,
): Promise<Instant | null> {
  return last !== null && isAhead(last, shown) ? editions.goBack(subscription, shown) : last;
}

interface Due {
  readonly subscription: Subscription;
  readonly slot: Instant;
  /** The moment that the slot is known by: later where a clock that was ahead has had it before. */
  readonly known: Instant;
  readonly now: Instant;
  readonly timing: Lateness;
  /** It is the channel's first. */
  readonly first: boolean;
  readonly counted: Tally | null;
  readonly candidates: readonly Candidate[];
  readonly wishes: Wishes;
  readonly clocks: Clocks;
}

function deal({ budgets }: EditionParts, due: Due): Dealt {
  const { subscription, slot, now, timing, first, candidates, wishes, clocks } = due;
  const { most, name } = termsAt(subscription, slot, clocks);
  const wanted = { ...subscription, most };
  const selection = (first ? selectFirst : selectItems)(candidates, wanted, now, wishes);
  const { items } = selection;
  const mayWait = !first && !items.some((item) => isFromAhead(item, now));
  const tooFew = mayWait && waitsForMore(subscription, items, slot, clocks);
  if (items.length === 0 || tooFew || timing.kind === "skipped") {
    const waiting = idsOf(selection, "chosen", "told", "waiting", "put-off");
    // What is put off alone would wait for an edition that never comes.
    return { made: null, waiting, ends: items.length === 0 };
  }
  const edition: Edition = {
    ...editionOf(subscription, slot, selection, clocks),
    slot: due.known,
    ...(name !== null && { name }),
    // A first edition has no slot that it could be late for.
    ...(timing.kind === "late" && !first && { late: timing.by }),
  };
  const made =
    subscription.approval === null
      ? madeOf(subscription, edition, due.counted, budgetOf(budgets, subscription.platform))
      : awaitedOf(subscription, edition, due.counted, selection, now);
  return { made, waiting: idsOf(selection, "waiting", "put-off") };
}

/** Urgent items go out between slots; a place that has had no edition yet has its first one before. */
async function dealAtOnce(
  parts: EditionParts,
  places: readonly Subscription[],
  { now, shown }: Moments,
  clocks: Clocks,
): Promise<ReadonlyMap<string, Made>> {
  const { store, budgets } = parts;
  const may = new Map(places.map((one) => [one.id, atOnceNow(one.cadence, shown, clocks)]));
  const open = places.filter(({ id, atOnce }) => atOnce !== null && may.get(id) !== "wait");
  if (open.length === 0) return new Map();
  const before = await store.editions.lastSlots(open.map(({ id }) => id));
  const begun = open.filter(({ id }) => before.has(id));
  return issueAtOnce(store, begun, now, async (subscription, candidates, { editions, wishes }) => {
    await readAhead(parts, candidates, subscription);
    const selection = selectAtOnce(candidates, subscription, now, wishes);
    await parts.pause();
    if (selection.items.length === 0) return null;
    const edition: Edition = {
      ...editionOf(subscription, now, selection, clocks),
      kind: "at-once",
      ...(may.get(subscription.id) === "post-silently" && { silent: true }),
    };
    if (subscription.approval !== null) {
      return awaitedOf(subscription, edition, null, selection, now);
    }
    const call = await callOf(editions, subscription, edition);
    return madeOf(subscription, edition, null, budgetOf(budgets, subscription.platform), call);
  });
}
