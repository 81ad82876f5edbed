import type { Instant } from "#core/article/instant.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { PlaceTrouble } from "./place-troubles.ts";

/** A post that was given up, and why. */
export interface DeadLetter {
  readonly subscription: string;
  readonly error: string;
  readonly at: Instant;
}

/** What the admins of a newsroom must know: what needs their hand. */
export interface Troubles {
  /** Files that were quarantined, or held without anybody knowing until when; oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly deadLetters: readonly DeadLetter[];
  /** Places that do not take what they are sent, and those that do again. */
  readonly failing: readonly PlaceTrouble[];
  readonly mended: readonly PlaceTrouble[];
}
