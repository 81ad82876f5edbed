import type { Instant } from "#core/article/instant.ts";

/** Port: tells the time. */
export interface Clock {
  now(): Instant;
}
