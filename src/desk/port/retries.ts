import type { Instant } from "#core/article/instant.ts";

/** A file that was given up for its time or its memory, and is read again by itself. */
export interface Retry {
  readonly path: string;
  readonly contentHash: string;
  /** How often this content was read in vain. */
  readonly attempt: number;
  readonly due: Instant;
}

/** Port: the files that are to be read again by themselves. */
export interface Retries {
  /** `null` for none. */
  of(path: string): Promise<Retry | null>;
  /** In place of what was planned for its path. */
  plan(retry: Retry): Promise<void>;
  /** It is not read again by itself: it was read, or is gone. */
  drop(path: string): Promise<void>;
  /** Those that are due, the longest first. */
  due(now: Instant): Promise<readonly Retry[]>;
}
