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

/** Articles that are held until a moment that is known. */
export interface EmbargoGauge {
  readonly embargoed: number;
  /** Of those, what comes free by another moment. */
  readonly due: number;
}

/** What is held, and what could not be read. */
export interface CopyGauge extends EmbargoGauge {
  /** Articles of which nobody knows until when, and of which no editor has decided. */
  readonly held: number;
  /** Files, and stories in files, in quarantine. */
  readonly quarantined: number;
}

/** Port: how the store stands, in figures. Each is had by an index, from what is few. */
export interface Gauges {
  /** @param platforms those that there are: what was left for another one waits for good, and counts as none */
  outbox(platforms: readonly Platform[]): Promise<OutboxGauge>;
  /** @param by the moment that `due` is about */
  embargoes(now: Instant, by: Instant): Promise<EmbargoGauge>;
}
