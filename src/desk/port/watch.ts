import type { SettledFile } from "./copy.ts";

/** What a watch reports, one file after the other. */
export interface WatchHandlers {
  /** How many files were there at the start; `created`: the folder was missing and has been made. */
  onFound(files: number, created: boolean): void;
  /**
   * Rejects where it could not be dealt with: it is handed over again, by and by.
   * @param waited milliseconds since it was found
   */
  onFile(file: SettledFile, waited: number): Promise<void>;
  /** A file whose bytes cannot be had; `reason` names the mend. */
  onUnreadable(path: string, reason: string): Promise<void>;
  /** The stamp of a file that is dealt with; `null` for none. A file that still has it is counted, and not read. */
  known(path: string): string | null;
  /** Every path that `known` has a stamp for: those that are no longer there at the start are gone. */
  knownPaths(): Iterable<string>;
  /** A file that was handed over, reported as unreadable or known has certainly been deleted, renamed or moved out. */
  onGone(path: string): Promise<void>;
}

/** Copy that was found and is not dealt with yet. */
export interface WaitingFiles {
  readonly files: number;
  /** Milliseconds for which the one has waited that waits longest; 0 where none does. One that somebody goes on writing to does not count. */
  readonly longest: number;
}

/** Port: the watched folder, or bucket. */
export interface Watch {
  /** Hands over what is there and goes on watching; resolves when the first look is through. */
  start(handlers: WatchHandlers): Promise<void>;
  /** Hands a file of a watch that was started over once more, though it has not changed; one that is gone by then, not. */
  again(path: string): void;
  /** What was found and waits at this moment; nothing before it was started, and while it scans. */
  waiting(): WaitingFiles;
  /** Hands over what is there, once. */
  scan(handlers: WatchHandlers): Promise<void>;
  /** Waits for the handlers that are at work. */
  stop(): Promise<void>;
}
