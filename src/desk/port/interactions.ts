import type { Instant } from "#core/article/instant.ts";

/** Port: which interactions of readers and editors somebody answers already, in whichever process. */
export interface Interactions {
  /**
   * Takes one on, by the platform's own id of it.
   * @returns false where it was taken on before, in the last day at least
   */
  take(id: string, now: Instant): Promise<boolean>;
}
