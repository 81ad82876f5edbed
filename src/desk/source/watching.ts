import type { WaitingFiles } from "#desk/port/watch.ts";

/** A watch over a source of copy that has begun. */
export interface Watching {
  /** How many files were there at the start, once they have been counted; before any is handed over. */
  readonly found: Promise<number>;
  /** The place was missing and has been made. */
  readonly created: boolean;
  /** Resolves when each of them has been handled, reported as unreadable, is gone, or was seen to grow on and on, and when files of an earlier run that are gone have been told. */
  readonly caughtUp: Promise<void>;
  /** Hands a file over once more, though it has not changed; `path` as in `SettledFile`. */
  again(path: string): void;
  waiting(): WaitingFiles;
  /** Stops watching, waits for the handlers under way, and calls none after that. */
  close(): Promise<void>;
}

/** One look through a source of copy that has begun. */
export interface Scanning {
  readonly found: number;
  /** As in `Watching`. */
  readonly created: boolean;
  /** Resolves when every file has been handled, and `onGone` told of those of an earlier run that are gone. */
  readonly done: Promise<void>;
  /** Stops, and waits for the handlers under way. */
  close(): Promise<void>;
}
