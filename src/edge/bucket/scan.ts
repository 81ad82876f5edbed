import { setImmediate as nextTurn } from "node:timers/promises";
import { count } from "#core/message/say.ts";
import { Absences } from "#desk/source/absences.ts";
import { Register } from "#desk/source/register.ts";
import { SettlingQueue } from "#desk/source/settling-queue.ts";
import type { Scanning } from "#desk/source/watching.ts";
import { Bucket, type BucketOptions } from "./bucket.ts";
import { bucketHome } from "./home.ts";
import { lookThrough } from "./look-through.ts";
import type { BucketSettings } from "./settings.ts";
import { ObjectShelf } from "./shelf.ts";

const GROWING = "Somebody keeps putting it anew; it is read once that ends.";

/**
 * Looks through a bucket once, in the order of the paths, by the rules of `watchBucket`. Resolves once
 * the objects are counted. An object that could not be had for now is told of and left for the next time.
 *
 * @throws {BucketError} when the bucket cannot be looked into; the message names the mend
 */
export async function scanBucket(
  options: BucketOptions,
  settings: BucketSettings,
): Promise<Scanning> {
  const abort = new AbortController();
  const bucket = new Bucket({ ...options, signal: abort.signal });
  const shelf = new ObjectShelf(bucket, settings);
  const register = new Register(settings);
  const queue = new SettlingQueue(shelf, settings, register);
  const absences = new Absences(bucketHome(bucket), settings, register, () => false);
  const close = async () => {
    abort.abort();
    await Promise.all([absences.close(), queue.close()]);
  };
  const found = await lookThrough({ bucket, shelf, register, queue }, true);
  await absences.begin();
  const finish = async () => {
    // Whoever waits for the count hears of it before the first object comes.
    await nextTurn();
    queue.startIsOver();
    await queue.caughtUp;
    for (const key of queue.growing()) await settings.onUnreadable(shelf.pathOf(key), GROWING);
    const left = [...queue.postponed()].length;
    if (left > 0) settings.onTrouble(notHad(left, bucket.name));
    absences.suspectKnown();
    await absences.decide();
    await close();
  };
  return { found, created: false, done: finish(), close };
}

function notHad(left: number, name: string): string {
  return `${count(left, "object")} of ${name} could not be had for now (the log says why): the next look reads them.`;
}
