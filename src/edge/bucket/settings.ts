import type { SourceSettings } from "#desk/source/settings.ts";

/** By which rules a bucket is watched, and whom to tell. */
export interface BucketSettings extends SourceSettings {
  /** The pause after a look that failed, in milliseconds, doubled with each one, up to a minute; 1,000 when left out. */
  readonly retryMs?: number;
  /** When an object is asked for again that was refused, in milliseconds; 300,000 when left out. Rights are given without a trace on the object. */
  readonly refusedMs?: number;
  /** The bucket cannot be looked into: `says` names the mend. Told once while the same lasts. */
  onTrouble(says: string): void;
  /** It can be looked into again. */
  onMended(says: string): void;
}
