import type { Finding } from "#desk/port/chat-service.ts";
import type { CopyPlace } from "#desk/port/copy-place.ts";
import type { Peek } from "#desk/port/peek.ts";
import type { Scanning, Watching } from "#desk/source/watching.ts";
import { Bucket, type BucketOptions } from "./bucket.ts";
import { checkBucket } from "./check.ts";
import { type ClientOptions, openClient } from "./client.ts";
import { isInBucket } from "./home.ts";
import { peekInBucket } from "./peek.ts";
import { findInBucket, putIntoBucket, replaceInBucket } from "./put.ts";
import { scanBucket } from "./scan.ts";
import type { BucketSettings } from "./settings.ts";
import { watchBucket } from "./watch.ts";

export interface BucketService {
  watch(settings: BucketSettings): Watching;
  /** @throws {BucketError} when the bucket cannot be looked into */
  scan(settings: BucketSettings): Promise<Scanning>;
  isThere(path: string): Promise<boolean>;
  /** As in `Peek`. */
  readonly peek: Peek;
  /** Puts copy there. */
  readonly place: CopyPlace;
  /** Looks at the bucket and the rights in it. */
  check(): Promise<readonly Finding[]>;
  /** Closes what connections are kept open. */
  close(): void;
}

/** An edition that is due waits for the answer whether a file is still there. */
const ASK_MS = 5000;

/** A bucket as a source of copy. Nothing is asked of it yet. */
export async function openBucket(
  options: Omit<BucketOptions, "client" | "signal"> & ClientOptions,
): Promise<BucketService> {
  const client = await openClient(options);
  const own = { ...options, client };
  const bucket = new Bucket(own);
  return {
    watch: (settings) => watchBucket(own, settings),
    scan: (settings) => scanBucket(own, settings),
    isThere: (path) =>
      isInBucket(new Bucket({ ...own, signal: AbortSignal.timeout(ASK_MS) }), path),
    peek: (path) => peekInBucket(new Bucket({ ...own, signal: AbortSignal.timeout(ASK_MS) }), path),
    place: {
      put: (name, bytes, isKnown) => putIntoBucket(bucket, name, bytes, isKnown),
      find: (path) => findInBucket(bucket, path),
      replace: (found, bytes) => replaceInBucket(bucket, found, bytes),
    },
    check: () => checkBucket(bucket),
    close: () => client.destroy(),
  };
}
