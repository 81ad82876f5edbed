import type { SettledFile } from "#desk/port/copy.ts";
import type { Log } from "#desk/port/log.ts";

/** What to watch, by which rules, and whom to tell. */
export interface FolderSettings {
  /** Made when it is missing. */
  readonly folder: string;
  readonly log: Log;
  /** How long a file must stay as it is before it counts as whole, in milliseconds; 1,000 when left out. One that was seen to grow waits longer: see `QuietTime`. */
  readonly settleMs?: number;
  /** How long a file must be away before it counts as gone, in milliseconds; 5,000 when left out. */
  readonly goneMs?: number;
  /** Looks through the folder again and again instead of being told: for network shares. */
  readonly usePolling?: boolean;
  /** The pause between two looks through the folder, in milliseconds; when left out, 2,000 with `usePolling`, else five minutes. */
  readonly sweepMs?: number;
  /** How many files are read and handled at once, and so held in memory; 4 when left out. */
  readonly concurrency?: number;
  /** Larger files are reported as unreadable, without reading them; 64 MB when left out. */
  readonly maxBytes?: number;
  /**
   * Takes a file in. A file that is written to is reported again, also when its content is the same
   * as before: the caller knows by `contentHash`. When it rejects, the file is tried again later.
   */
  onFile(file: SettledFile): Promise<void>;
  /** Is told of a file that cannot be read: `path` as in `SettledFile`, `reason` a sentence that names the mend. */
  onUnreadable(path: string, reason: string): Promise<void>;
  /** The stamp that a file had when it was dealt with in an earlier run; `null` for none. One that still has it is counted, and not read. */
  known(path: string): string | null;
  /** Every path that `known` has a stamp for. */
  knownPaths(): Iterable<string>;
  /**
   * Is told, once, of a file that was handed over, reported as unreadable or known, and is no longer
   * there: see `Absences` for when that is certain. When it rejects, it is told again later.
   */
  onGone(path: string): Promise<void>;
}
