import type { Instant } from "#core/article/instant.ts";

/** A store that was restored from a backup, and what it left to the past then. */
export interface Restoration {
  readonly at: Instant;
  /** What the backup holds was committed by then; `null` where nobody knows. */
  readonly madeAt: Instant | null;
  /** Posts that stood in the outbox, and may have been posted or not. */
  readonly unsent: number;
  /** Editions that waited for an editor's word. */
  readonly waiting: number;
  /** The number of the last filing that was there: no place carries what had been out by then. */
  readonly last: number;
}

/** Port: what a restore has left behind. */
export interface Restorations {
  /** The last one; `null`: the store was never restored. */
  last(): Promise<Restoration | null>;
  /** The last one, where nobody has yet decided anew what its editors had decided since the backup; else `null`. */
  open(): Promise<Restoration | null>;
  /**
   * All that was lost has been decided anew: what was kept from readers meanwhile is shown again.
   * @returns false where nothing was open
   */
  close(at: Instant): Promise<boolean>;
}
