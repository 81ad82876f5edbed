import type { Instant } from "#core/article/instant.ts";

/** Port: rings once, at or soon after a moment. Setting it again moves it. */
export interface Alarm {
  set(at: Instant, onRing: () => void): void;
  clear(): void;
}
