import { setTimeout as wait } from "node:timers/promises";
import { DUTIES, type Duty, type OnDuty, type Share } from "#desk/share.ts";
import { ConfigError } from "#edge/config/error.ts";
import type { FileLog } from "#edge/log/log.ts";
import { StoreError } from "#edge/store/error.ts";
import type { Shift, Store } from "#edge/store/verbs.ts";
import { onceItTakesWrites } from "./machine.ts";
import { FAILED, out, type Setting, storeName, thisProcess } from "./setting.ts";

/** @throws {StoreError} `locked` where another process is at work */
export async function shiftNow({ env }: Setting, store: Store): Promise<Shift> {
  const shift = await store.takeWhole(thisProcess());
  if (shift !== null) return shift;
  throw new StoreError(
    "locked",
    `Another process is at work on ${storeName(env)}: it takes in what is there, and posts it.`,
  );
}

/** Goes to work, and says with whom. */
export async function shiftBeside(
  { env }: Setting,
  store: Store,
  duties: readonly Duty[],
): Promise<Shift> {
  const shift = await onceItTakesWrites(() => store.takeShift(thisProcess(), duties));
  const { others } = shift.share();
  if (others.length > 0)
    out.line(
      `At work on ${storeName(env)} already: ${inWords(others)}. This process takes its share.`,
    );
  const undone = DUTIES.filter(
    (duty) => !duties.includes(duty) && !others.some((other) => other.duties.includes(duty)),
  );
  for (const duty of undone)
    out.complain(
      `Nobody is there yet for ${duty}: start another process for it, or this one without --only.`,
    );
  return shift;
}

/**
 * Milliseconds: Slack takes one post a second in a channel, and whoever goes on there at once does not know when the last one
 * came.
 */
const REST = 1_100;

/** Keeps a shift for a moment after its last post, where others take over. */
export interface Rest {
  posted(): void;
  beforeLeaving(): Promise<void>;
}

export function createRest(share: () => Share): Rest {
  let until = 0;
  return {
    posted() {
      until = performance.now() + REST;
    },
    async beforeLeaving() {
      if (share().others.length > 0) await wait(Math.max(0, until - performance.now()));
    },
  };
}

/** Who is at work, and on what, where that is not all. */
export function inWords(working: readonly OnDuty[]): string {
  const named = working.map(({ owner, duties }) =>
    duties.length === DUTIES.length ? owner : `${owner} (${duties.join(", ")})`,
  );
  return named.join("; ");
}

/** @throws {ConfigError} work can be shared in PostgreSQL alone */
export function needShared({ env }: Setting, duties: readonly Duty[]): void {
  if (env.DATABASE_URL !== undefined || duties.length === DUTIES.length) return;
  const says =
    "leaves the rest of the work to other processes, and the database in the data folder is for one. Set DATABASE_URL, or leave it out.";
  throw new ConfigError([{ where: "--only", line: null, says }]);
}

/** It stood still, or could not reach the database, for longer than the others wait: what it holds in its memory counts no more. */
export async function relieved(log: FileLog): Promise<never> {
  out.complain(
    "Another process has taken over the work, since this one was not heard of. It ends here: start it again, and it takes its share.",
  );
  log.error("relieved");
  await log.close();
  return process.exit(FAILED);
}

/** What failed to begin must not keep the work from others, with a page that looks as if all were well. */
export function brokenOff(log: FileLog, store: Store): (error: unknown) => Promise<never> {
  return async (error) => {
    out.complain(error instanceof Error ? error.message : String(error));
    log.error("could not begin", { error });
    await store.close().catch((closing: unknown) => log.error("not closed", { error: closing }));
    await log.close();
    return process.exit(FAILED);
  };
}
