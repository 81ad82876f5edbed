import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import type { StoreOf } from "#desk/port/unit-of-work.ts";
import { withHeadlines } from "./named-in-audit.ts";

/** Tells whoever sits at the terminal what was decided, whichever process it was decided by. */
export interface DecisionWatch {
  /** Tells what has been noted since; one look after the other. */
  look(): Promise<void>;
}

export interface DecisionWatchParts {
  readonly store: StoreOf<"archive" | "orders">;
  readonly clock: Clock;
  readonly tell: (name: string, did: string) => void;
}

/** What the copy does is told with its file, and what the config does as it is read. */
const TOLD_ELSEWHERE = ["copy", "config"];
/** Milliseconds: an entry has the moment of its decision, and is there once that is stored. */
const LATE = 2 * 60_000;
/** Of so many at once the latest are told; `/audit` has all. */
const MOST = 50;

export function createDecisionWatch({ store, clock, tell }: DecisionWatchParts): DecisionWatch {
  const begun = clock.now();
  const told = new Map<string, Instant>();
  let working: Promise<void> = Promise.resolve();
  const nameOf = async (id: ArticleId) => {
    const shown = await store.archive.get(id, clock.now());
    // What may not be shown is called by its file, here as everywhere in the terminal.
    return shown?.brief.headline ?? (await store.archive.current(id))?.article.path ?? null;
  };
  const look = async () => {
    const since = Math.max(begun, clock.now() - LATE);
    for (const [key, at] of told) if (at < since) told.delete(key);
    const rows = await store.orders.audit(since, 0, MOST);
    for (const entry of rows.toReversed()) {
      const key = keyOf(entry);
      if (told.has(key)) continue;
      told.set(key, entry.at);
      if (!TOLD_ELSEWHERE.includes(entry.by))
        tell(entry.name, await withHeadlines(nameOf, entry.did));
    }
  };
  return {
    look() {
      working = working.then(look, look);
      return working;
    },
  };
}

function keyOf({ at, by, did }: AuditEntry): string {
  return `${at} ${by} ${did}`;
}
