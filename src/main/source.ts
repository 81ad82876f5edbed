import { accessSync, constants, statSync, utimesSync } from "node:fs";
import { resolve } from "node:path";
import type { Finding } from "#desk/port/chat-service.ts";
import type { CopyPlace } from "#desk/port/copy-place.ts";
import type { Log } from "#desk/port/log.ts";
import type { Peek } from "#desk/port/peek.ts";
import type { Watch, WatchHandlers } from "#desk/port/watch.ts";
import { type BucketPlace, bucketName } from "#desk/source/place.ts";
import type { SourceSettings } from "#desk/source/settings.ts";
import type { BucketService } from "#edge/bucket/service.ts";
import type { Env } from "#edge/config/env.ts";
import { fileAt, isThere } from "#edge/folder/is-there.ts";
import { peekInFolder } from "#edge/folder/peek.ts";
import { putIntoFolder } from "#edge/folder/put.ts";
import { findInFolder, replaceInFolder } from "#edge/folder/replace.ts";
import { scanFolder } from "#edge/folder/scan.ts";
import { watchFolder } from "#edge/folder/watch.ts";
import { contentHash } from "./identity.ts";
import { type Lookout, watchOver } from "./watch.ts";

/** Where copy lies: what the desks and the commands need of it. */
export interface Source {
  watch(parts: WatchParts): Watch;
  /** As in `IntakeParts`. */
  isThere(path: string): Promise<boolean>;
  /** As in `Peek`. */
  peek: Peek;
  /** Looks whether it can be read. */
  check(): Promise<readonly Finding[]>;
  /**
   * Shows a file as new to whoever watches it.
   * @returns false where we may not write to it: the bot must be told otherwise
   */
  touch(path: string, now: number): Promise<boolean>;
  /** Puts copy there, as a colleague would. */
  readonly copyPlace: CopyPlace;
}

export interface WatchParts {
  readonly log: Log;
  /** How many files are handed over at once. */
  readonly concurrency: number;
  /** A bucket cannot be looked into; told again when it is for another reason. A folder that cannot ends the start. */
  onTrouble(says: string): void;
  onMended(says: string): void;
}

export function sourceOf(env: Env): Source {
  const place = env.COPYDESK_ARTICLES;
  return place.kind === "folder"
    ? folderSource(place.folder, env.COPYDESK_POLLING === "yes")
    : bucketSource(env, place);
}

function folderSource(folder: string, usePolling: boolean): Source {
  return {
    watch(parts) {
      const settings = (handlers: WatchHandlers) => ({
        ...rulesOf(parts, handlers),
        ...{ folder, usePolling },
      });
      return watchOver({
        watch: (handlers) => watchFolder(settings(handlers)),
        scan: (handlers) => scanFolder(settings(handlers)),
      });
    },
    isThere: (path) => isThere(folder, path),
    peek: (path) => peekInFolder(folder, path),
    check: async () => [checkFolder(resolve(folder))],
    async touch(path, now) {
      const file = await fileAt(folder, path);
      if (file !== null) utimesSync(file, new Date(now), new Date(now));
      return true;
    },
    copyPlace: {
      put: (name, bytes, isKnown) => putIntoFolder(folder, name, bytes, isKnown),
      find: (path) => findInFolder(folder, path),
      replace: (found, bytes) => replaceInFolder(folder, found, bytes),
    },
  };
}

/** The SDK is loaded when the bucket is first asked for: it takes longer than all else that a start needs. */
function bucketSource(env: Env, place: BucketPlace): Source {
  let opened: Promise<BucketService> | null = null;
  const open = () => {
    opened ??= openService(env, place);
    return opened;
  };
  return {
    watch: (parts) => watchOver(bucketLookout(open, env, parts)),
    isThere: async (path) => (await open()).isThere(path),
    peek: async (path) => (await open()).peek(path),
    check: async () => (await open()).check(),
    touch: async () => false,
    copyPlace: {
      put: async (name, bytes, isKnown) => (await open()).place.put(name, bytes, isKnown),
      find: async (path) => (await open()).place.find(path),
      replace: async (found, bytes) => (await open()).place.replace(found, bytes),
    },
  };
}

async function openService(env: Env, place: BucketPlace): Promise<BucketService> {
  const { openBucket } = await import("#edge/bucket/service.ts");
  const endpoint = env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL ?? null;
  const asked = env.COPYDESK_S3_PATH_STYLE;
  return openBucket({
    ...{ name: bucketName(place), bucket: place.bucket, prefix: place.prefix, endpoint },
    // Few servers but Amazon's have a name for each bucket.
    pathStyle: asked === undefined ? endpoint !== null : asked === "yes",
  });
}

function bucketLookout(open: () => Promise<BucketService>, env: Env, parts: WatchParts): Lookout {
  const { onTrouble, onMended } = parts;
  const settings = (handlers: WatchHandlers) => ({
    ...rulesOf(parts, handlers),
    ...{ onTrouble, onMended },
    sweepMs: env.COPYDESK_S3_SECONDS * 1000,
  });
  return {
    watch: async (handlers) => (await open()).watch(settings(handlers)),
    scan: async (handlers) => (await open()).scan(settings(handlers)),
  };
}

function rulesOf({ log, concurrency }: WatchParts, handlers: WatchHandlers): SourceSettings {
  return { ...handlers, log, concurrency, hash: contentHash };
}

function checkFolder(path: string): Finding {
  const subject = "Folder";
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    return { subject, ok: true, says: `${path} is not there yet: start makes it` };
  }
  if (!found.isDirectory()) {
    const says = `${path} is no folder: move it away, or name another one in COPYDESK_ARTICLES`;
    return { subject, ok: false, says };
  }
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
    return { subject, ok: true, says: `${path} can be read` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const says = `${path} cannot be read (${reason}): give the bot's user the right to read it`;
    return { subject, ok: false, says };
  }
}
