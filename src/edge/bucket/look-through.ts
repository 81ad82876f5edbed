import type { Register } from "#desk/source/register.ts";
import type { SettlingQueue } from "#desk/source/settling-queue.ts";
import { type Bucket, type ObjectState, pathOfCopy } from "./bucket.ts";
import type { ObjectShelf } from "./shelf.ts";

export interface LookParts {
  readonly bucket: Bucket;
  readonly shelf: ObjectShelf;
  readonly register: Register;
  readonly queue: SettlingQueue<ObjectState>;
}

/**
 * Looks through all of the bucket, and leads what is new in it to the queue.
 * @returns how many objects are there
 * @throws {BucketError} when a page of it cannot be had: then nothing is known to be missing
 */
export async function lookThrough(parts: LookParts, atStart: boolean): Promise<number> {
  const { bucket, shelf, register, queue } = parts;
  let count = 0;
  register.beginRound();
  shelf.beginListing();
  for await (const page of bucket.pages()) {
    for (const { key, state } of page) {
      const path = pathOfCopy(key, bucket.prefix);
      if (path === null) continue;
      count += 1;
      register.see(path);
      queue.find(key, state, atStart);
      if (queue.holds(key)) shelf.note(key, state);
    }
  }
  return count;
}
