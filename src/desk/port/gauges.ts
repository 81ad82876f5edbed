import type { Instant } from "#core/article/instant.ts";
import type { Platform } from "#core/digest/subscription.ts";

/** What waits in the outbox. */
export interface OutboxGauge {
  /** Deliveries: parts of editions, corrections, notices. */
  readonly waiting: number;
  /** The slot, or the moment of making, of the oldest; `null` where none waits. */
  readonly oldest: Instant | null;
  /** The same among those of places at which nothing has failed: they wait for the bot, and not for a mend. */
  readonly oldestUntried: Instant | null;
}

/** Port: how the store stands, in figures. Each is had by an index, from what is few. */
export interface Gauges {
  /** @param platforms those that there are: what was left for another one waits for good, and counts as none */
  outbox(platforms: readonly Platform[]): Promise<OutboxGauge>;
}
