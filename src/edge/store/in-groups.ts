import { setImmediate } from "node:timers/promises";
import type { Database, Writing } from "./schema.ts";
import { asOne } from "./unit.ts";

interface Waiting<One> {
  readonly one: One;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Does the same work for many that come one by one: those that come while others are at work are done together after
 * them, in one transaction, so that the disk is waited for once. Each resolves when its own work is stored, and what
 * fails among others is done once more by itself, so that it fails alone.
 * @param most so many are done together: everybody else waits for them
 */
export function inGroups<One>(
  db: Database,
  most: number,
  work: (writing: Writing, some: readonly One[]) => Promise<void>,
): (one: One) => Promise<void> {
  const waiting: Waiting<One>[] = [];
  let running = false;
  const take = () => waiting.splice(0, most);
  const run = async () => {
    running = true;
    for (let some = take(); some.length > 0; some = take()) {
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
