import { setTimeout as wait } from "node:timers/promises";
import type { FileLog } from "#edge/log/log.ts";
import { StoreError } from "#edge/store/error.ts";
import type { Shift, Store } from "#edge/store/verbs.ts";
import { FAILED, out, type Setting, storeName, thisProcess } from "./setting.ts";

/** Milliseconds between two questions whether the work is free. */
const ASK_AGAIN = 2_000;

/** Faults of a database that may be over at any moment. */
const MAY_PASS: ReadonlySet<string> = new Set(["busy", "unreachable"]);

/** @throws {StoreError} `locked` where another process has the work */
export async function shiftNow({ env }: Setting, store: Store): Promise<Shift> {
  const shift = await store.takeShift(thisProcess());
  if (shift !== null) return shift;
  throw new StoreError(
    "locked",
    `Another process is at work on ${storeName(env)}: it takes in what is there, and posts it.`,
  );
}

/** Stands by while another process has the work. */
export async function shiftOnceFree({ env }: Setting, store: Store): Promise<Shift> {
  for (let said = false; ; said = true) {
    const shift = await store.takeShift(thisProcess()).catch((error: unknown) => {
      if (error instanceof StoreError && MAY_PASS.has(error.code)) return null;
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

/** It stood still, or could not reach the database, for longer than the others wait: what it holds in its memory counts no more. */
export async function relieved(log: FileLog): Promise<never> {
  out.complain(
    "Another process has taken over the work, since this one was not heard of. It ends here: start it again, and it stands by.",
  );
  log.error("relieved");
  await log.close();
  return process.exit(FAILED);
}
