import { setImmediate } from "node:timers/promises";
import type { Database, Writing } from "./schema.ts";
import { asOne } from "./unit.ts";

/** For so many everybody else waits, and for the disk. */
const MOST_AT_ONCE = 10;

interface Waiting<One> {
  readonly one: One;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Does the same work for many that come one by one: those that come while others are at work are done together after
 * them, in one transaction, so that the disk is waited for once. Each resolves when its own work is stored, and what
 * fails among others is done once more by itself, so that it fails alone.
 */
export function inGroups<One>(
  db: Database,
  work: (writing: Writing, some: readonly One[]) => Promise<void>,
): (one: One) => Promise<void> {
  const waiting: Waiting<One>[] = [];
  let running = false;
  const run = async () => {
    running = true;
    for (let some = take(waiting); some.length > 0; some = take(waiting)) {
      if (!(await attempt(db, some, work))) await eachAlone(db, some, work);
      // Where the store is embedded, all of it was one stretch: the next group is not the next at once.
      await setImmediate();
    }
    running = false;
  };
  return (one) =>
    new Promise((done, failed) => {
      waiting.push({ one, done, failed });
      if (!running) void run();
    });
}

function take<One>(waiting: Waiting<One>[]): readonly Waiting<One>[] {
  return waiting.splice(0, MOST_AT_ONCE);
}

/** @returns whether all of it is stored; else nothing is */
async function attempt<One>(
  db: Database,
  some: readonly Waiting<One>[],
  work: (writing: Writing, some: readonly One[]) => Promise<void>,
): Promise<boolean> {
  if (some.length < 2) return false;
  const all = some.map(({ one }) => one);
  try {
    await asOne(db, (writing) => work(writing, all));
  } catch {
    // Whichever it was fails once more by itself, and tells why.
    return false;
  }
  for (const { done } of some) done();
  return true;
}

async function eachAlone<One>(
  db: Database,
  some: readonly Waiting<One>[],
  work: (writing: Writing, some: readonly One[]) => Promise<void>,
): Promise<void> {
  for (const { one, done, failed } of some)
    await asOne(db, (writing) => work(writing, [one])).then(done, failed);
}
