import { setTimeout as wait } from "node:timers/promises";
import type { Platform } from "#core/digest/subscription.ts";
import { duration } from "#core/message/say.ts";
import type { Courier } from "#core/outbox/courier.ts";
import type { Connected } from "#desk/connected.ts";
import { warnOfConnections } from "#desk/connection-warning.ts";
import { createDisk, type Disk } from "#desk/disk.ts";
import type { Log } from "#desk/port/log.ts";
import { RESTORE_DONE, restoredText } from "#desk/restored.ts";
import { createWarnings, type Warnings } from "#desk/warning.ts";
import { mayTakeWrites, storeFault } from "#edge/store/disk-fault.ts";
import type { Store } from "#edge/store/store.ts";
import { adminPlaces } from "./desks.ts";
import { clock, out, type Setting } from "./setting.ts";
import type { WatchParts } from "./source.ts";

/** What may be wrong with the machine itself, and what is done then. */
export interface Machine {
  readonly warnings: Warnings;
  readonly disk: Disk;
  /** Whom a source of copy tells that it cannot be looked into. */
  readonly copy: Pick<WatchParts, "onTrouble" | "onMended">;
  /** What is done about the machine every minute. */
  look(): void;
}

export interface MachineParts {
  readonly store: Store;
  readonly log: Log;
  readonly couriers: () => readonly Courier[];
  /** How each platform is connected here. */
  readonly connections: () => ReadonlyMap<Platform, Connected>;
  /** What the page shows has changed. */
  readonly changed: () => void;
  readonly onRoom: () => void;
}

export function machineOf(setting: () => Setting, parts: MachineParts): Machine {
  const { store, log, couriers, connections, changed, onRoom } = parts;
  const warnings = createWarnings({
    say: (text, over) => {
      if (over) out.line(out.style("green", text));
      else out.complain(out.style("red", text));
      changed();
    },
    ...{ places: () => adminPlaces(setting()), couriers, now: clock.now, log },
  });
  const disk = createDisk({
    ...{ faultOf: storeFault, probe: store.probe, warnings, onRoom },
    wait: (milliseconds) => wait(milliseconds, undefined, { ref: false }),
  });
  const lookAtRestore = async () => {
    const open = await store.restorations.open();
    if (open === null) warnings.clear("restored", RESTORE_DONE);
    else warnings.raise("restored", restoredText(open, setting().orders.timeZone));
  };
  const look = () => {
    const ahead = clock.ahead();
    void lookAtRestore().catch((error: unknown) => log.warn("restore not looked at", { error }));
    if (ahead > 0) warnings.raise("clock", aheadText(ahead));
    else warnings.clear("clock", "The clock of this machine is believed again.");
    warnOfConnections(warnings, connections(), clock.now());
    void warnings.tell();
  };
  const copy = {
    onTrouble: (says: string) => warnings.restate("copy", says),
    onMended: (says: string) => warnings.clear("copy", says),
  };
  return { warnings, disk, copy, look };
}

function aheadText(ahead: number): string {
  const by = duration(ahead);
  return `The clock of this machine was put ahead by ${by}. Editions go by what it shows, but copy under embargo waits as if it had not been. If it is right now, start Copydesk once more; else put it back.`;
}

/** Does what a start needs; while the disk is full, or the database away, it says so, and tries again until it is ended. */
export async function onceItTakesWrites<T>(work: () => T | Promise<T>): Promise<T> {
  for (let said = false; ; said = true) {
    try {
      return await work();
    } catch (error) {
      if (!mayTakeWrites(error)) throw error;
      if (!said) out.complain(out.style("red", `${storeFault(error)} ${WAITS}`));
      await wait(START_AGAIN);
    }
  }
}

const WAITS = "Copydesk waits for that, and then starts.";
/** Milliseconds. */
const START_AGAIN = 5_000;
