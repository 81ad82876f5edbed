import { statfs } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Instant } from "#core/article/instant.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Connected } from "#desk/connected.ts";
import { createHealthDesk, type HealthDesk } from "#desk/health.ts";
import type { Log } from "#desk/port/log.ts";
import type { WaitingFiles } from "#desk/port/watch.ts";
import type { Warnings } from "#desk/warning.ts";
import { measureLoopLag } from "#edge/clock/loop-lag.ts";
import { storeFault } from "#edge/store/disk-fault.ts";
import type { Store } from "#edge/store/store.ts";
import { clock, type Setting } from "./setting.ts";

/** What the health of this process is told by. */
export interface HealthSources {
  readonly store: Store;
  readonly log: Log;
  readonly connections: () => ReadonlyMap<Platform, Connected>;
  /** `null` before the bot is at work. */
  readonly files: () => WaitingFiles | null;
  readonly warnings: () => Pick<Warnings, "about"> | undefined;
  /** When the last round began; `null`: none has. */
  readonly roundAt: () => Instant | null;
}

/** Whether this process does its work, as `/readyz` tells it. */
export function healthOf(
  { env, live }: Pick<Setting, "env" | "live">,
  { store, log, connections, files, warnings, roundAt }: HealthSources,
): HealthDesk {
  const lag = measureLoopLag();
  return createHealthDesk({
    vitals: async () => ({
      now: clock.now(),
      links: connections(),
      files: files() ?? { files: 0, longest: 0 },
      copyTrouble: warnings()?.about("copy") ?? null,
      roundAt: roundAt(),
      clockAhead: clock.ahead(),
      room: await roomIn(env.COPYDESK_DATA),
      loopLag: lag.longest(),
    }),
    askStore: async () => {
      const trouble = warnings()?.about("disk") ?? null;
      if (trouble !== null) return trouble;
      await store.tryWrite();
      return store.gauges.outbox([...live]);
    },
    faultOf: (error) => {
      log.warn("store does not answer", { error });
      return storeFault(error) ?? FAULT;
    },
    elapsed: () => performance.now(),
    wait: (milliseconds) => wait(milliseconds, undefined, { ref: false }),
  });
}

const FAULT = "It does not take a write. The log says why.";

/** Bytes that the disk of a folder has for this user; `null` where nobody can tell. */
async function roomIn(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
