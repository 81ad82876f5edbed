import type { Home } from "#desk/port/shelf.ts";
import type { Bucket } from "./bucket.ts";
import { BucketError } from "./bucket-error.ts";

/** So many are asked for at once. */
const LANES = 8;

/**
 * A bucket by its name. That proves little: a server whose disk was not mounted, or one that was set up
 * anew, shows an empty bucket of the same name, and nothing tells it from one that somebody has emptied.
 */
export function bucketHome(bucket: Bucket): Home {
  return {
    identity: async () => bucket.name,
    provesItself: false,
    async absentOf(paths) {
      const absent: string[] = [];
      for (let at = 0; at < paths.length; at += LANES) {
        const asked = paths.slice(at, at + LANES);
        const lie = await Promise.all(asked.map((path) => lies(bucket, path)));
        absent.push(...asked.filter((_, index) => lie[index] === false));
      }
      return absent;
    },
  };
}

/** Says whether an object lies at a path; `true` also where nobody can say, as while the bucket does not answer. */
export async function isInBucket(bucket: Bucket, path: string): Promise<boolean> {
  return (await lies(bucket, path)) ?? true;
}

/** `null` where nobody can say. */
async function lies(bucket: Bucket, path: string): Promise<boolean | null> {
  return unlessUnsure(async () => {
    // Accents are spelled in two ways; a path has them composed.
    for (const spelled of new Set([path, path.normalize("NFD")]))
      if ((await bucket.find(bucket.prefix + spelled)) !== null) return true;
    return false;
  });
}

async function unlessUnsure<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BucketError)) throw error;
    return null;
  }
}
