import type { SourceSettings } from "./settings.ts";

interface Seen {
  /** What the file was when it was dealt with; `null` once it was reported as gone. */
  stamp: string | null;
  /** The last look through all that is there which found it. */
  round: number;
}

/** What is known of every file that is dealt with, in this run or an earlier one. */
export class Register {
  readonly #known: (path: string) => string | null;
  readonly #seen = new Map<string, Seen>();
  #round = 0;

  constructor({ known }: Pick<SourceSettings, "known">) {
    this.#known = known;
  }

  /** A look through all that is there begins. */
  beginRound(): void {
    this.#round += 1;
  }

  /** It was there in this round. */
  see(path: string): void {
    const seen = this.#seen.get(path);
    if (seen !== undefined) seen.round = this.#round;
  }

  /** What this run has dealt with, and whether this round found it. */
  *paths(): Generator<{ readonly path: string; readonly found: boolean }, void> {
    for (const [path, { stamp, round }] of this.#seen)
      if (stamp !== null) yield { path, found: round === this.#round };
  }

  /** This run has come across it. */
  hasMet(path: string): boolean {
    return this.#seen.has(path);
  }

  /** Says whether it is as it was when it was dealt with; takes note of a file of an earlier run. */
  isDone(path: string, stamps: readonly string[]): boolean {
    const seen = this.#seen.get(path);
    const stamp = seen === undefined ? this.#known(path) : seen.stamp;
    if (stamp === null) return false;
    if (seen === undefined) this.note(path, stamp);
    return stamps.includes(stamp);
  }

  /** It is dealt with, and was not reported as gone. */
  has(path: string): boolean {
    const seen = this.#seen.get(path);
    return seen === undefined ? this.#known(path) !== null : seen.stamp !== null;
  }

  note(path: string, stamp: string): void {
    const seen = this.#seen.get(path);
    if (seen === undefined) this.#seen.set(path, { stamp, round: this.#round });
    else seen.stamp = stamp;
  }

  /** It is gone: should it come back, it is new, whatever an earlier run knew. */
  drop(path: string): void {
    const seen = this.#seen.get(path);
    if (seen === undefined) this.#seen.set(path, { stamp: null, round: this.#round });
    else seen.stamp = null;
  }
}
