import type { Asker } from "#core/reply/front-desk.ts";

/** What became of what an editor wants: `late` where the edition was made meanwhile. */
export type WishOutcome = "done" | "already" | "late" | "unknown";

/** Port: what waits for the next edition of each channel. `null` everywhere: there is no such channel. */
export interface WaitingBoard {
  /** The channels that an asker may know of, and when each comes next. */
  channels(asker: Asker): readonly WaitingRow[];
  /** What the next edition of a channel will carry, and what it will not, with why. */
  next(channel: string, asker: Asker): Promise<object | null>;
  arrange(channel: string, ids: readonly string[], asker: Asker): Promise<WishOutcome | null>;
  leaveOut(
    channel: string,
    id: string,
    until: "next" | "good",
    asker: Asker,
  ): Promise<WishOutcome | null>;
  takeBack(channel: string, id: string, asker: Asker): Promise<WishOutcome | null>;
}

export interface WaitingRow {
  readonly channel: string;
  readonly title: string;
  readonly slot: number | null;
  readonly timeZone: string;
}
