import type { Intake } from "./intake.ts";
import type { Ledger } from "./port/ledger.ts";
import type { Outbox } from "./port/outbox.ts";
import type { PlaceTroubles } from "./port/place-troubles.ts";
import type { Warnings } from "./warning.ts";

/** Milliseconds between two looks whether a disk takes writes again. */
const EVERY = 5_000;

export interface DiskParts {
  /** What is wrong with the disk, as a sentence, where an error comes of that; else `null`. */
  readonly faultOf: (error: unknown) => string | null;
  /**
   * Writes as much as an article takes, and takes it back.
   * @throws the same errors as the writes of intake do
   */
  readonly probe: () => Promise<void>;
  readonly warnings: Warnings;
  /** Waits, in milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Work goes on. */
  readonly onRoom: () => void;
}

/** The disk under the store, and the way to its server: while it takes no writes, what writes waits. */
export interface Disk {
  /** It takes no writes now. */
  isFull(): boolean;
  /** Takes note of a failure. @returns whether it comes of the disk, so that nobody needs to hear of it again */
  note(error: unknown): boolean;
  /**
   * Does work that writes, and that may be done twice; while the disk takes no writes it waits, and is
   * done anew.
   * @throws any other error; and the disk's own, once it was stopped
   */
  untilDone<T>(work: () => Promise<T>): Promise<T>;
  /** Nothing waits any more: what cannot be written fails. */
  stop(): void;
}

const OVER = "The store takes writes again: copy is taken in and posted as before.";

export function createDisk({ faultOf, probe, warnings, wait, onRoom }: DiskParts): Disk {
  /** Resolves once there is room; `null` while there is. */
  let closed: PromiseWithResolvers<void> | null = null;
  let stopped = false;
  const open = () => {
    closed?.resolve();
    closed = null;
  };
  const watch = async () => {
    while (closed !== null && !stopped) {
      await wait(EVERY);
      try {
        await probe();
      } catch (error) {
        if (faultOf(error) !== null) continue;
        // Another fault is not the disk's: the work that waits meets it by itself, and reports it.
      }
      warnings.clear("disk", OVER);
      open();
      if (!stopped) onRoom();
    }
  };
  const note = (error: unknown) => {
    const fault = faultOf(error);
    if (fault === null) return false;
    warnings.raise(
      "disk",
      `${fault} Until then no copy is taken in and nothing is posted. Nothing is lost: it goes on by itself.`,
    );
    if (closed === null && !stopped) {
      closed = Promise.withResolvers();
      void watch();
    }
    return true;
  };
  return {
    isFull: () => closed !== null,
    note,
    async untilDone(work) {
      for (;;) {
        await closed?.promise;
        try {
          return await work();
        } catch (error) {
          if (!note(error) || stopped) throw error;
        }
      }
    },
    stop() {
      stopped = true;
      open();
    },
  };
}

/** An intake that waits while the disk takes no writes. An editor's order does not: it fails at once, and says why. */
export function patientIntake(intake: Intake, { untilDone }: Disk): Intake {
  return {
    ...intake,
    take: (file) => untilDone(() => intake.take(file)),
    refuse: (path, reason) => untilDone(() => intake.refuse(path, reason)),
    gone: (path) => untilDone(() => intake.gone(path)),
    freed: () => untilDone(() => intake.freed()),
  };
}

/** A ledger that waits to be asked what the watch begins with: a bot that could not begin would stand there idle. */
export function patientLedger<Own extends Pick<Ledger, "stamps" | "quarantined">>(
  ledger: Own,
  { untilDone }: Disk,
): Pick<Ledger, "stamps" | "quarantined"> {
  return {
    stamps: () => untilDone(() => ledger.stamps()),
    quarantined: () => untilDone(() => ledger.quarantined()),
  };
}

/**
 * An outbox that gives nothing out while the disk takes no writes: what is posted then could not be noted.
 * What was posted before waits to be noted.
 */
export function patientOutbox(outbox: Outbox, { isFull, note, untilDone }: Disk): Outbox {
  return {
    async claim(now, platforms) {
      if (isFull()) return [];
      try {
        return await outbox.claim(now, platforms);
      } catch (error) {
        if (note(error)) return [];
        throw error;
      }
    },
    delivered: (key, receipt, now) => untilDone(() => outbox.delivered(key, receipt, now)),
    retry: (key, at, error, again) => untilDone(() => outbox.retry(key, at, error, again)),
    putOff: (key, at) => untilDone(() => outbox.putOff(key, at)),
    giveUp: (key, error, now) => untilDone(() => outbox.giveUp(key, error, now)),
    hasten: (now) => untilDone(() => outbox.hasten(now)),
    nextDue: (platforms) => outbox.nextDue(platforms),
  };
}

/** What is noted of places beside the outbox: a post that went through must not fail for it. */
export function patientTroubles(
  troubles: Pick<PlaceTroubles, "failed" | "worked">,
  { untilDone }: Disk,
): Pick<PlaceTroubles, "failed" | "worked"> {
  return {
    failed: (failure, now) => untilDone(() => troubles.failed(failure, now)),
    worked: (place, now) => untilDone(() => troubles.worked(place, now)),
  };
}
