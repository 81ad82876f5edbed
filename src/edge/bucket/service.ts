import type { Finding } from "#desk/port/chat-service.ts";
import { Bucket, type BucketOptions } from "./bucket.ts";
import { checkBucket } from "./check.ts";
import { type ClientOptions, openClient } from "./client.ts";
import { isInBucket } from "./home.ts";
import { type BucketScan, scanBucket } from "./scan.ts";
import type { BucketSettings } from "./settings.ts";
import { type BucketWatch, watchBucket } from "./watch.ts";

export interface BucketService {
  watch(settings: BucketSettings): BucketWatch;
  /** @throws {BucketError} when the bucket cannot be looked into */
  scan(settings: BucketSettings): Promise<BucketScan>;
  isThere(path: string): Promise<boolean>;
  /** Looks at the bucket and the rights in it. */
  check(): Promise<readonly Finding[]>;
  /** Closes what connections are kept open. */
  close(): void;
}

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
    isThere: (path) => isInBucket(bucket, path),
    check: () => checkBucket(bucket),
    close: () => client.destroy(),
  };
}
