import type { Instant } from "#core/article/instant.ts";

/** Port: beats about once a minute; a beat may come late, twice or not at all. */
export interface Ticker {
  start(onTick: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** Port: rings once, at or soon after a moment. Setting it again moves it. */
export interface Alarm {
  set(at: Instant, onRing: () => void): void;
  clear(): void;
}
