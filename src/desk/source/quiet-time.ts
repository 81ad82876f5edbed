import type { Face, Shelf } from "#desk/port/shelf.ts";

/** Many programs make an empty file first and fill it a moment later. */
const EMPTY_FACTOR = 4;
/** A writer that was seen at work pauses for two or three seconds: a feed that sends paragraph by paragraph. */
const GROWING_FACTOR = 5;
/** Where the system does not tell who has a file open, a writer may stall as long as that. */
const UNSEEN_FACTOR = 10;
/** It may pause once more for as long as it ever did, and a little. */
const PAUSE_FACTOR = 2;
const LONGEST_MS = 60_000;

/**
 * How long one file must stay as it is before it counts as whole.
 *
 * A file that never changed before our eyes was most likely put here whole, by a rename or a copy, and
 * waits for `settleMs`. One that was seen to grow waits five times as long (ten times where nobody
 * tells who has it open), or twice its writer's longest pause, up to a minute. What no clock
 * can tell is a writer that pauses for longer than `settleMs` after its first words: `Shelf.isWritten` sees
 * it where the system tells; elsewhere such writers use an unfinished name (`.part`).
 */
export class QuietTime<Own extends Face> {
  readonly #settleMs: number;
  readonly #growing: number;
  readonly #isSame: (one: Own, other: Own) => boolean;
  #last: Own | null = null;
  #longestPause = 0;
  #grew = false;

  constructor(
    settleMs: number,
    { seesWriters, isSame }: Pick<Shelf<Own>, "seesWriters" | "isSame">,
  ) {
    this.#settleMs = settleMs;
    this.#isSame = isSame;
    this.#growing = settleMs * (seesWriters ? GROWING_FACTOR : UNSEEN_FACTOR);
  }

  /** Takes note of how the file is now. @returns whether it is as it was at the last look. */
  isAsBefore(now: Own): boolean {
    const last = this.#last;
    this.#last = now;
    if (last === null) return false;
    if (this.#isSame(last, now)) return true;
    if (last.size > 0) {
      this.#grew = true;
      this.#longestPause = Math.max(this.#longestPause, now.mtimeMs - last.mtimeMs);
    }
    return false;
  }

  /** Somebody wrote to it while it was read. */
  changed(): void {
    this.#last = null;
    this.#grew = true;
  }

  /** The next look is the first again; whether it grew is remembered. */
  restart(): void {
    this.#last = null;
  }

  /** An old modification time proves that nobody writes to a file that was there when the watch began. */
  isLongQuiet(now: Own, at: number): boolean {
    return at - now.mtimeMs > this.#settleMs * (now.size === 0 ? EMPTY_FACTOR : 1);
  }

  /** In milliseconds, from now. */
  get needed(): number {
    if (this.#last?.size === 0) return this.#settleMs * EMPTY_FACTOR;
    if (!this.#grew) return this.#settleMs;
    const pause = Math.min(this.#longestPause * PAUSE_FACTOR, LONGEST_MS);
    return Math.max(this.#growing, pause);
  }
}
