import type { Bell, News } from "#desk/port/bell.ts";
import { type Roster, type Share, shareOf, WHOLE } from "#desk/share.ts";
import { mayPass, StoreError } from "./error.ts";
import type { Shift, Store } from "./verbs.ts";

export interface HeldShift {
  readonly store: Store;
  /** Milliseconds for which it is ours from the moment at which it was taken or renewed. */
  readonly lease: number;
  /** Who is at work as it begins. */
  readonly roster: Roster;
  /** @returns who is at work; `null` where this one was relieved */
  renew(): Promise<Roster | null>;
  readonly bell: Bell;
  /** Gives it back; where that cannot be said, its lease runs out. */
  end(): Promise<void>;
}

/** It is renewed so many times in a lease. */
const RENEWALS = 4;

/** The part of a lease before its end in which it is not relied on: what is begun then may take that long. */
const MARGIN = 1 / 8;

/** The shift of whoever is alone with its store. */
export function onlyShift(store: Store): Shift {
  const lost = Promise.withResolvers<void>().promise;
  const ours = new AbortController().signal;
  return {
    ...{ store, isOurs: () => true, whileOurs: () => ours, lost, end: async () => undefined },
    ...{ share: () => WHOLE, onHeard: () => undefined, tell: () => undefined },
  };
}

/**
 * Keeps a shift that was taken at a moment of `performance.now()`. While its store cannot be reached it is renewed in vain,
 * and not relied on; where nobody has taken over meanwhile, it goes on.
 */
export function keepShift(
  { store, lease, roster, bell, renew, end }: HeldShift,
  takenAt: number,
): Shift {
  const hearing: ((news: News | null) => void)[] = [];
  let share: Share = shareOf(roster);
  const lost = Promise.withResolvers<void>();
  const sure = lease - lease * MARGIN;
  let sureUntil = 0;
  let isOver = false;
  let timer: NodeJS.Timeout;
  let doubt: NodeJS.Timeout;
  let ours = new AbortController();
  let renewing: Promise<void> = Promise.resolve();
  const isOurs = () => !isOver && performance.now() < sureUntil;
  const whileOurs = () => {
    if (!isOurs()) ours.abort(unsure());
    return ours.signal;
  };
  const trust = (until: number) => {
    sureUntil = until;
    if (ours.signal.aborted) ours = new AbortController();
    clearTimeout(doubt);
    doubt = setTimeout(whileOurs, Math.max(1, until - performance.now() + 1)).unref();
  };
  trust(takenAt + sure);
  let hasHeard = false;
  const hearAll = (news: News | null) => {
    if (isOver) return;
    hasHeard = true;
    for (const hear of hearing) hear(news);
  };
  bell.onRing(hearAll);
  const keep = async () => {
    const askedAt = performance.now();
    const kept = await renew().catch(() => "away" as const);
    // Whoever takes over from one that has ended relieves nobody.
    if (isOver) return;
    if (kept === "away") return wait();
    if (kept !== null) {
      trust(askedAt + sure);
      share = shareOf(kept);
      wait();
      hearAll(null);
      return;
    }
    isOver = true;
    clearTimeout(doubt);
    whileOurs();
    lost.resolve();
  };
  const wait = () => {
    timer = setTimeout(() => {
      renewing = keep();
    }, lease / RENEWALS);
  };
  wait();
  return {
    store,
    ...{ isOurs, whileOurs },
    share: () => share,
    onHeard(hear) {
      hearing.push(hear);
      // Whoever comes late has missed it.
      if (hasHeard) queueMicrotask(() => hear(null));
    },
    tell(news) {
      if (share.others.length > 0) bell.ring(news);
    },
    lost: lost.promise,
    async end() {
      isOver = true;
      clearTimeout(timer);
      clearTimeout(doubt);
      whileOurs();
      await bell.close();
      // One that arrives behind the end would hold up whoever comes next for another lease.
      await renewing;
      await end().catch((error: unknown) => {
        // Where it cannot be said, the lease runs out by itself.
        if (!mayPass(error)) throw error;
      });
    },
  };
}

function unsure(): StoreError {
  return new StoreError("relieved", "It is not sure that no other process has taken over the work");
}
