import type { Instant } from "#core/article/instant.ts";
import { duration } from "#core/message/say.ts";
import type { Clock } from "./port/clock.ts";
import type { Retry } from "./port/retries.ts";
import type { Tx, UnitOfFiling } from "./port/unit-of-work.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** After the first attempts; then daily. A machine that was busy is free again after minutes. */
const DELAYS = [MINUTE, 5 * MINUTE, 30 * MINUTE];

/** What follows when a file was given up once more. */
export function nextRetry(
  before: Retry | null,
  file: Pick<Retry, "path" | "contentHash">,
  now: Instant,
): Retry {
  const { path, contentHash } = file;
  const tried = before?.contentHash === contentHash ? before.attempt : 0;
  return { path, contentHash, attempt: tried + 1, due: now + delayAfter(tried) };
}

function delayAfter(tried: number): number {
  return DELAYS[tried] ?? DAY;
}

/** “It is tried again by itself in 5 min.” */
export function saysRetry({ due }: Retry, now: Instant): string {
  return `It is tried again by itself in ${duration(due - now)}.`;
}

/** Has files read again when their time has come. */
export interface RetryDesk {
  /**
   * Marks those that are due as unread.
   * @param isOwn whether this process reads a file; left out: it reads all
   * @returns their paths
   */
  begin(isOwn?: (path: string) => boolean): Promise<readonly string[]>;
}

export interface RetryParts {
  readonly store: UnitOfFiling & Pick<Tx, "retries">;
  readonly clock: Clock;
}

const RULE = "It is read once more by itself";

/** Of several processes whose minute it is, one has each file read again. */
export function createRetryDesk({ store, clock }: RetryParts): RetryDesk {
  return {
    async begin(isOwn = () => true) {
      const now = clock.now();
      // Most minutes none is due, and no other writer is to wait for that.
      if (!(await store.retries.due(now)).some(({ path }) => isOwn(path))) return [];
      return store.filing((tx) => beginDue(tx, now, isOwn));
    },
  };
}

async function beginDue(
  { retries, ledger }: Tx,
  now: Instant,
  isOwn: (path: string) => boolean,
): Promise<readonly string[]> {
  const due = (await retries.due(now)).filter(({ path }) => isOwn(path));
  for (const retry of due) {
    const { path } = retry;
    // Should nothing come of this attempt, the next one is a day off.
    await retries.plan({ ...retry, due: now + DAY });
    const entry = { path, contentHash: "", stage: "retried", rule: RULE, at: now } as const;
    await ledger.record({ ...entry, articleId: null });
    await ledger.noteStamp(path, null);
  }
  return due.map(({ path }) => path);
}
