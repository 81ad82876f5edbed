import type { Instant } from "#core/article/instant.ts";
import { byTime } from "./audit-trail.ts";
import type { Clock } from "./port/clock.ts";
import type { StoreOf, Tx } from "./port/unit-of-work.ts";

/** Has the audit tell of embargoes that end by themselves. */
export interface ReleaseDesk {
  /** @returns how many were noted */
  note(): Promise<number>;
}

export interface ReleaseParts {
  readonly store: StoreOf<"archive">;
  readonly clock: Clock;
  /** Lets others have a turn. */
  readonly pause: () => Promise<void>;
}

const HOUR = 60 * 60 * 1000;
/** What ended while nobody was at work is found at the next start. */
const FIRST_LOOK = 60 * 24 * HOUR;
/** Articles that are looked at in one transaction. */
const MOST_TOGETHER = 50;

/** Any number of processes may look: each end is in the audit once, by its key. */
export function createReleaseDesk({ store, clock, pause }: ReleaseParts): ReleaseDesk {
  let reach = FIRST_LOOK;
  return {
    async note() {
      const now = clock.now();
      let noted = 0;
      let after: Instant = now - reach;
      for (;;) {
        const some = await store.archive.freedUnnoted(after, now, MOST_TOGETHER);
        const last = some.at(-1);
        if (last === undefined) break;
        const ids = some.map(({ id }) => id);
        noted += await store.transaction((tx) => noteThem(tx, ids, now));
        if (some.length < MOST_TOGETHER) break;
        // Those that ended with the last one are found again: what is noted by then is not among them.
        after = last.until > after + 1 ? last.until - 1 : last.until;
        await pause();
      }
      reach = HOUR;
      return noted;
    },
  };
}

async function noteThem(
  { archive, orders }: Tx,
  ids: readonly string[],
  now: Instant,
): Promise<number> {
  let noted = 0;
  for (const id of ids) {
    const filed = await archive.current(id);
    const entry = filed === null ? null : byTime(filed.article, now);
    if (entry === null) continue;
    await orders.note(entry);
    noted += 1;
  }
  return noted;
}
