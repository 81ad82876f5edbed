import type { Log } from "#desk/port/log.ts";
import type { WatchHandlers } from "#desk/port/watch.ts";

/**
 * By which rules copy is taken from where it lies, and whom to tell.
 *
 * `onFile` is called again for a file that is written to, also when its content is the same as before:
 * the caller knows by `contentHash`. A handler that rejects is called again later.
 */
export interface SourceSettings extends Omit<WatchHandlers, "onFound"> {
  readonly log: Log;
  /** SHA-256 of bytes, in hex. */
  readonly hash: (bytes: Uint8Array) => string;
  /** How long a file must stay as it is before it counts as whole, in milliseconds; 1,000 when left out. One that was seen to grow waits longer: see `QuietTime`. */
  readonly settleMs?: number;
  /** How long a file must be away before it counts as gone, in milliseconds; 5,000 when left out. */
  readonly goneMs?: number;
  /** The pause between two looks through all that is there, in milliseconds; each source has its own when left out. */
  readonly sweepMs?: number;
  /** How many files are read and handled at once, and so held in memory; 4 when left out. */
  readonly concurrency?: number;
  /** Larger files are reported as unreadable, without reading them; 64 MB when left out. */
  readonly maxBytes?: number;
}

/** The largest file that is read where nothing else is said. */
export const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Why a file is not read for its size; `null` where it may be.
 * @param place where it lies, in words
 */
export function tooLarge(
  size: number,
  { maxBytes = MAX_BYTES }: Pick<SourceSettings, "maxBytes">,
  place: string,
): string | null {
  if (size <= maxBytes) return null;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
  return `It is too large for an article (${megabytes(size)} MB, at most ${megabytes(maxBytes)} are read); put the story alone into the ${place}.`;
}
