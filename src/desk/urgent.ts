import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { createOrderIndex } from "#core/digest/order-index.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { subjectOf } from "#core/digest/topic-match.ts";
import { judgeOnce, orderOf } from "#core/digest/verdict.ts";
import type { Editions, Passed, Urgent } from "./port/editions.ts";

/** Finds the places that copy may go to between their slots. */
export interface UrgentLook {
  /**
   * Where something is urgent enough, ordered, not passed and not carried. Of thousands of places most have nothing
   * so: they are asked no question of their own. Each of the others is then dealt with by all that its slot would look at.
   *
   * @param mayGo whether a place may be sent something this minute: of the others nothing is asked meanwhile
   * @returns the ids of subscriptions
   */
  places(
    subscriptions: readonly Subscription[],
    now: Instant,
    mayGo?: (place: Subscription) => boolean,
  ): Promise<ReadonlySet<string>>;
  /** These have been dealt with: what is not urgent by itself, and did not go, waits for their slots. */
  dealt(places: readonly string[]): void;
}

/** What some places want and have not had, for all that is known; of its text nothing is kept. */
interface Known extends Omit<Urgent, "filed"> {
  /** Their ids. */
  readonly open: Set<string>;
}

type Store = Pick<Editions, "progress" | "urgent" | "carriers" | "momentsSince">;

/** What wires call urgent goes on being tried until its place has passed it. */
export const MOST_URGENT = 3;
/** Articles that are read in one go: after a start there may be those of a day. */
const PAGE = 100;
const ANY_TIME = () => true;

/**
 * Each article is held against the orders once, by the words in them, and what some place wants of it is kept until
 * the place has passed it. So what an article costs grows with those who order it, and what a place costs with what it ordered.
 */
export function createUrgentLook(editions: Store, pause: () => Promise<void>): UrgentLook {
  const known = new Map<ArticleId, Known>();
  let looked: Passed | null = null;
  let asked: ReadonlyMap<string, Subscription> = new Map();
  let index = createOrderIndex<Subscription>([]);

  const note = async (
    one: Urgent,
    near: typeof index,
    isOpen: (place: Subscription) => boolean,
  ) => {
    await pause();
    const subject = subjectOf(one.filed);
    const orders = judgeOnce(subject);
    const { id } = one.filed.article;
    for (const place of near.near(subject)) {
      if (one.urgency > (place.atOnce ?? 0) || !isOpen(place) || !orders(place)) continue;
      const { number, until, urgency } = one;
      const open = known.get(id)?.open ?? new Set();
      known.set(id, { number, until, urgency, open: open.add(place.id) });
    }
  };
  const lookOn = async (
    since: Passed,
    now: Instant,
    near: typeof index,
    { most, isOpen }: Looking,
  ): Promise<Passed> => {
    for (let from = since; ; ) {
      const { last, found } = await editions.urgent(from, now, { most, limit: PAGE });
      for (const one of found) await note(one, near, (place) => isOpen(one, place));
      from = { number: last, at: now };
      if (found.length < PAGE) return from;
    }
  };
  /** A place that is new here, wants something else, or was another process's, is looked for from where it stands. */
  const lookForNew = async (wanting: readonly Subscription[], now: Instant) => {
    const news = wanting.filter((place) => !isSame(asked.get(place.id), place));
    if (news.length === 0 && wanting.length === asked.size) return;
    const begun = await editions.progress(news.map(({ id }) => id));
    const fresh = news.filter(({ id }) => begun.has(id));
    const isOld = (place: Subscription) => asked.has(place.id) && !begun.has(place.id);
    const all = [...wanting.filter(isOld), ...fresh];
    for (const { open } of known.values()) for (const { id } of fresh) open.delete(id);
    if (fresh.length > 0) {
      const isOpen = (one: Urgent, { id }: Subscription) => isAhead(one, begun.get(id) ?? NOWHERE);
      const most = mostOf(fresh);
      const since = leastOf([...begun.values()]);
      const reached = await lookOn(since, now, createOrderIndex(fresh), { most, isOpen });
      looked ??= reached;
    }
    // Only now: where the store was away they are looked for once more.
    asked = new Map(all.map((place) => [place.id, place]));
    index = createOrderIndex(all);
  };
  /** Of what is open, by place, what may go now. */
  const goingNow = async (mayGo: (place: Subscription) => boolean) => {
    const open = new Set([...known.values()].flatMap((one) => [...one.open]));
    const ready = [...open].flatMap((id) => asked.get(id) ?? []).filter(mayGo);
    const standing = await standingOf(editions, ready);
    for (const [id, one] of known) {
      for (const place of one.open) {
        const passed = standing.get(place);
        const isPassed = passed !== undefined && !isAhead(one, passed);
        if (isPassed || !asked.has(place)) one.open.delete(place);
      }
      if (one.open.size === 0) known.delete(id);
    }
    return withRoom(editions, ready);
  };

  return {
    async places(subscriptions, now, mayGo = ANY_TIME) {
      const wanting = subscriptions.filter(({ atOnce }) => atOnce !== null);
      if (wanting.length === 0) {
        known.clear();
        [looked, asked] = [null, new Map()];
        return new Set();
      }
      if (looked !== null) {
        const most = mostOf([...asked.values()]);
        looked = await lookOn(looked, now, index, { most, isOpen: () => true });
      }
      await lookForNew(wanting, now);
      if (known.size === 0) return new Set();
      const going = await goingNow(mayGo);
      const places = new Set<string>();
      for (const [id, one] of known) {
        const open = [...one.open].filter((place) => going.has(place) && !places.has(place));
        if (open.length === 0) continue;
        const carriers = await editions.carriers(id);
        for (const place of open) {
          if (carriers.has(place)) one.open.delete(place);
          else places.add(place);
        }
      }
      return places;
    },
    dealt(places) {
      for (const one of known.values()) {
        if (one.urgency > MOST_URGENT) for (const place of places) one.open.delete(place);
      }
    },
  };
}

interface Looking {
  /** The highest urgency number that is looked for. */
  readonly most: number;
  readonly isOpen: (one: Urgent, place: Subscription) => boolean;
}

const NOWHERE: Passed = { number: 0, at: 0 };

function isSame(before: Subscription | undefined, now: Subscription): boolean {
  if (before === now) return true;
  return before?.atOnce === now.atOnce && orderOf(before) === orderOf(now);
}

async function standingOf(
  editions: Store,
  places: readonly Subscription[],
): Promise<ReadonlyMap<string, Passed>> {
  return places.length === 0 ? new Map() : editions.progress(places.map(({ id }) => id));
}

/** Without the places that have had as much between two slots as they want. */
async function withRoom(
  editions: Store,
  places: readonly Subscription[],
): Promise<ReadonlySet<string>> {
  const bounded = places.filter(({ atOnceMost }) => atOnceMost !== null);
  const had =
    bounded.length === 0
      ? new Map<string, number>()
      : await editions.momentsSince(bounded.map(({ id }) => id));
  return new Set(
    places
      .filter(({ id, atOnceMost }) => atOnceMost === null || (had.get(id) ?? 0) < atOnceMost)
      .map(({ id }) => id),
  );
}

/** A place has not passed it: it was filed later, or could not be seen then. */
function isAhead({ number, until }: Pick<Urgent, "number" | "until">, passed: Passed): boolean {
  return number > passed.number || (until !== null && until > passed.at);
}

function mostOf(places: readonly Subscription[]): number {
  return places.reduce((most, { atOnce }) => Math.max(most, atOnce ?? 0), 0);
}

function leastOf(all: readonly Passed[]): Passed {
  return all.reduce((least, { number, at }) => {
    return { number: Math.min(least.number, number), at: Math.min(least.at, at) };
  });
}
