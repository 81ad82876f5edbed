import { onTestFinished, vi } from "vitest";
import { type BucketService, openBucket } from "#edge/bucket/service.ts";
import type { BucketSettings } from "#edge/bucket/settings.ts";
import { contentHash } from "#main/identity.ts";
import { createInbox } from "#tests/fake/inbox.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { awsEnvironment } from "#tests/fake/s3/server.ts";

export interface OpenOptions {
  readonly bucket: string;
  readonly prefix?: string;
  readonly pageSize?: number;
  readonly silenceMs?: number;
  /** What the environment says beside the endpoint; left out: the keys that the server knows. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens a bucket with all that the SDK finds by itself: the endpoint, the region, the credentials. */
export async function openAt(
  url: string,
  { env = {}, ...options }: OpenOptions,
): Promise<BucketService> {
  for (const [name, value] of Object.entries({ ...awsEnvironment(url), ...env }))
    vi.stubEnv(name, value);
  const prefix = options.prefix ?? "wire/";
  const name = `s3://${options.bucket}/${prefix.slice(0, -1)}`;
  const service = await openBucket({
    ...{ endpoint: url, pathStyle: true, ...options, prefix, name },
  });
  onTestFinished(() => {
    service.close();
    vi.unstubAllEnvs();
  });
  return service;
}

/** What a watch, or one look, reports: as the contract of sources does, and `!! says` and `ok says` of the bucket itself. */
export function reporting(changes: Partial<BucketSettings> = {}) {
  const reports = createInbox<string>();
  const { log, lines } = createLogInbox();
  const settings: BucketSettings = {
    ...{ log, hash: contentHash, settleMs: 30, goneMs: 50, sweepMs: 20, retryMs: 20 },
    onFile: async ({ path, bytes }) => reports.put(`${path}: ${new TextDecoder().decode(bytes)}`),
    onUnreadable: async (path, reason) => reports.put(`${path}! ${reason}`),
    onGone: async (path) => reports.put(`${path}?`),
    known: () => null,
    knownPaths: () => [],
    onTrouble: (says) => reports.put(`!! ${says}`),
    onMended: (says) => reports.put(`ok ${says}`),
    ...changes,
  };
  return { reports, settings, lines };
}

/** Watches a bucket until the test ends. */
export function watchUntilEnd(service: BucketService, changes: Partial<BucketSettings> = {}) {
  const { reports, settings, lines } = reporting(changes);
  const watch = service.watch(settings);
  onTestFinished(() => watch.close());
  return { watch, reports, lines };
}
