/** Rings once when it is not stopped in time; a start while it runs changes nothing. */
export interface Deadline {
  start(): void;
  stop(): void;
}

export interface ShardsOptions {
  /** Rings when the gateway counts as lost. */
  readonly deadline: Deadline;
  readonly count: () => number;
  /** One of them is away. */
  readonly onReconnecting: () => void;
  /** All are there again. */
  readonly onResumed: () => void;
}

/**
 * The shards of a gateway, of which a small bot has one. While it opens each may take its time once the one before is there.
 * From then on one of several that stays away is left to discord.js, which goes on trying: to begin anew costs all of
 * them five seconds each, and sessions, of which a day has a thousand.
 */
export interface Shards {
  /** All of them are there for the first time. */
  opened(): void;
  back(shard: number): void;
  gone(shard: number): void;
}

export function createShards({
  deadline,
  count,
  onReconnecting,
  onResumed,
}: ShardsOptions): Shards {
  const away = new Set<number>();
  let isOpen = false;
  deadline.start();
  return {
    opened() {
      isOpen = true;
      deadline.stop();
    },
    back(shard) {
      away.delete(shard);
      deadline.stop();
      if (!isOpen) deadline.start();
      else if (away.size === 0) onResumed();
    },
    gone(shard) {
      away.add(shard);
      if (away.size === count()) deadline.start();
      onReconnecting();
    },
  };
}
