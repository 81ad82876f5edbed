import { inUnit } from "./filing-unit.ts";
import { comeFree, type Freed, noteFreed, noteGone } from "./gone.ts";
import type { FilingParts, IntakeParts, Outcome } from "./outcome.ts";
import type { SettledFile } from "./port/copy.ts";
import { STOPPED } from "./prepare.ts";
import { quarantineFile, UNREAD } from "./quarantine.ts";
import { prepareKnowing } from "./repeated.ts";
import { storeFile } from "./take-in.ts";

/**
 * Takes settled files in: each story is read, briefed and stored, or accounted for otherwise. Any number of intakes may
 * do so on one store, in whichever process: what becomes of a file is decided and stored in one unit of work, so that two
 * that have read one file, or files of one content, store it once.
 */
export interface Intake {
  /** One outcome a story; a file that holds none has one of its own; none when the bot ends before it is read. */
  take(file: SettledFile): Promise<readonly Outcome[]>;
  /** Accounts for a file whose bytes could not even be had, such as one without read permission. */
  refuse(path: string, reason: string): Promise<Outcome>;
  /**
   * Accounts for a file that was deleted or moved away: its articles are held where they were held,
   * move where a copy lies, else stay, or are killed by setting.
   */
  gone(path: string): Promise<readonly Outcome[]>;
  /** Accounts for files that are missing, of articles whose embargo has just ended: before an edition is made. */
  freed(): Promise<Freed>;
}

export function createIntake(parts: IntakeParts): Intake {
  const { store, prepare, clock } = parts;
  return {
    async take(file) {
      const { path, bytes, contentHash, stamp } = file;
      const seen = await store.ledger.lastSeen(path);
      if (seen?.contentHash === contentHash) {
        await store.ledger.noteStamp(path, stamp);
        return [{ kind: "unchanged", path }];
      }
      // Files are read side by side; what is stored depends on what is stored already.
      const raw = { path, bytes, takenIn: clock.now() };
      const prepared = await prepareKnowing({ prepare, archive: store.archive }, raw);
      return prepared === STOPPED ? [] : storeFile(parts, { file, seen }, prepared);
    },
    refuse: (path, reason) => inUnit(parts, (own) => refuse(own, path, reason)),
    gone: (path) => inUnit(parts, (own) => gone(own, path)),
    async freed() {
      // Of most rounds nothing comes free, and no other writer is to wait for that.
      const free = await comeFree(store.archive, clock);
      return free.length === 0 ? { files: [], outcomes: [] } : inUnit(parts, noteFreed);
    },
  };
}

async function refuse(parts: FilingParts, path: string, reason: string): Promise<Outcome> {
  const seen = await parts.ledger.lastSeen(path);
  const known = seen?.contentHash === UNREAD && seen.rule.startsWith(reason);
  if (known) return { kind: "unchanged", path };
  return quarantineFile(parts, { file: path, contentHash: UNREAD, reason });
}

async function gone(parts: FilingParts, path: string): Promise<readonly Outcome[]> {
  await parts.retries.drop(path);
  return noteGone(parts, path);
}
