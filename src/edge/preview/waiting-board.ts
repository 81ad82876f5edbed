import type { AwaitingShown } from "#core/reply/approve-answer.ts";
import type { Visitor } from "#core/reply/front-desk.ts";

/** What became of what an editor wants: `late` where the edition was made meanwhile. */
export type WishOutcome = "done" | "already" | "late" | "unknown";

/** Port: what waits for the next edition of each channel. `null` everywhere: there is no such channel that the asker edits. */
export interface WaitingBoard {
  /** The channels that an asker edits, and may read, when each comes next, and what waits for an editor's word. */
  all(asker: Visitor): Promise<WaitingOverview>;
  /** What the next edition of a channel will carry, and what it will not, with why. */
  next(channel: string, asker: Visitor): Promise<object | null>;
  /** @param ids none: the usual order */
  arrange(channel: string, ids: readonly string[], asker: Visitor): Promise<WishOutcome | null>;
  leaveOut(
    channel: string,
    id: string,
    until: "next" | "good",
    asker: Visitor,
  ): Promise<WishOutcome | null>;
  takeBack(channel: string, id: string, asker: Visitor): Promise<WishOutcome | null>;
}

export interface WaitingOverview {
  readonly channels: readonly WaitingRow[];
  /** Editions that wait, the first that was made first, as people are shown them. */
  readonly awaiting: readonly Omit<AwaitingShown, "message">[];
}

export interface WaitingRow {
  readonly channel: string;
  readonly title: string;
  readonly slot: number | null;
  readonly timeZone: string;
}
