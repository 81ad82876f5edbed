import { setTimeout as wait } from "node:timers/promises";
import type { FileLog } from "#edge/log/log.ts";
import { mayPass, StoreError } from "#edge/store/error.ts";
import type { Shift, Store } from "#edge/store/verbs.ts";
import { FAILED, out, type Setting, storeName, thisProcess } from "./setting.ts";

/** Milliseconds between two questions whether the work is free. */
const ASK_AGAIN = 2_000;

/** @throws {StoreError} `locked` where another process has the work */
export async function shiftNow({ env }: Setting, store: Store): Promise<Shift> {
  const shift = await store.takeShift(thisProcess());
  if (shift !== null) return shift;
  throw new StoreError(
    "locked",
    `Another process is at work on ${storeName(env)}: it takes in what is there, and posts it.`,
  );
}

/**
 * Stands by while another process has the work.
 * @param refresh brings the page up to date meanwhile with what others have ordered and posted
 */
export async function shiftOnceFree(
  { env }: Setting,
  store: Store,
  refresh: () => Promise<void>,
): Promise<Shift> {
  for (let said = false; ; said = true) {
    const shift = await takeOrRefresh(store, refresh).catch((error: unknown) => {
      if (mayPass(error)) return null;
      throw error;
    });
    if (shift !== null) {
      if (said) out.line(out.style("green", "The work is free: this process goes on with it."));
      return shift;
    }
    if (!said) {
      out.line(
        `Another process is at work on ${storeName(env)}. This one shows the page, and goes on with the work should the other end.`,
      );
    }
    await wait(ASK_AGAIN);
  }
}

async function takeOrRefresh(store: Store, refresh: () => Promise<void>): Promise<Shift | null> {
  const shift = await store.takeShift(thisProcess());
  if (shift === null) await refresh();
  return shift;
}

/** It stood still, or could not reach the database, for longer than the others wait: what it holds in its memory counts no more. */
export async function relieved(log: FileLog): Promise<never> {
  out.complain(
    "Another process has taken over the work, since this one was not heard of. It ends here: start it again, and it stands by.",
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
