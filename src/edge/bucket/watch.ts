import type { WaitingFiles } from "#desk/port/watch.ts";
import { Absences } from "#desk/source/absences.ts";
import { Register } from "#desk/source/register.ts";
import { SettlingQueue } from "#desk/source/settling-queue.ts";
import type { Watching } from "#desk/source/watching.ts";
import { Bucket, type BucketOptions, type ObjectState } from "./bucket.ts";
import { BucketError } from "./bucket-error.ts";
import { bucketHome } from "./home.ts";
import { type LookParts, lookThrough } from "./look-through.ts";
import type { BucketSettings } from "./settings.ts";
import { ObjectShelf } from "./shelf.ts";
import { Trouble } from "./trouble.ts";

const SWEEP_MS = 10_000;
/** Of the time, looking through the bucket takes a tenth at most. */
const REST_FACTOR = 9;
const RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;
/** A network that is away for a moment is nothing to tell the admins. */
const PATIENCE = 3;
/** Nobody who waits for the first look to be through waits for a bucket that cannot be looked into. */
const FIRST_LOOKS = 5;

/**
 * Watches what lies below a prefix of a bucket, by looking through it again and again, and reports each
 * object once nobody has put it anew for a while; those that are there at the start too, unless they are
 * known and unchanged. It goes by the rules of the watched folder (`desk/source`).
 *
 * A bucket that cannot be looked into is told of, and tried again for as long as it takes.
 */
export function watchBucket(options: BucketOptions, settings: BucketSettings): Watching {
  return new Hub(options, settings);
}

/** No object has it: what is noted with it is read again. */
const NO_STAMP = "";

class Hub implements Watching {
  readonly created = false;
  readonly found: Promise<number>;
  readonly caughtUp: Promise<void>;
  readonly #settings: BucketSettings;
  readonly #abort = new AbortController();
  readonly #parts: LookParts;
  readonly #queue: SettlingQueue<ObjectState>;
  readonly #absences: Absences;
  readonly #trouble: Trouble;
  #looked = false;
  #failures = 0;
  #running: Promise<number | null> = Promise.resolve(null);
  #wake: (() => void) | null = null;
  #next: NodeJS.Timeout | null = null;

  constructor(options: BucketOptions, settings: BucketSettings) {
    this.#settings = settings;
    const bucket = new Bucket({ ...options, signal: this.#abort.signal });
    const shelf = new ObjectShelf(bucket, settings);
    const register = new Register(settings);
    this.#queue = new SettlingQueue(shelf, settings, register);
    this.#parts = { bucket, shelf, register, queue: this.#queue };
    this.#absences = new Absences(bucketHome(bucket), settings, register, (path) =>
      this.#queue.holds(bucket.prefix + path),
    );
    this.#trouble = new Trouble(bucket, settings);
    this.found = this.#open();
    this.caughtUp = this.#catchUp();
  }

  get #closed(): boolean {
    return this.#abort.signal.aborted;
  }

  /** @returns how many objects are there, once they have been counted; 0 when it cannot be looked into for now */
  async #open(): Promise<number> {
    let count = await this.#look();
    while (count === null && this.#failures < FIRST_LOOKS && !this.#closed) {
      await this.#pause(this.#retryIn);
      if (!this.#closed) count = await this.#look();
    }
    this.#rest(0);
    // Whoever waits for the count hears of it before the first object comes.
    setImmediate(() => this.#queue.startIsOver());
    return count ?? 0;
  }

  /** What is gone is told before anybody goes on: it may have been deleted under embargo. */
  async #catchUp(): Promise<void> {
    await this.found;
    await Promise.all([this.#queue.caughtUp, this.#absences.decided()]);
  }

  again(path: string): void {
    const { register, bucket } = this.#parts;
    register.note(path, NO_STAMP);
    // Known by another spelling of its accents, it comes with the next look.
    this.#queue.touch(bucket.prefix + path, false);
  }

  waiting(): WaitingFiles {
    return this.#queue.waiting();
  }

  async close(): Promise<void> {
    this.#abort.abort();
    if (this.#next !== null) clearTimeout(this.#next);
    this.#wake?.();
    await Promise.all([this.#running, this.#absences.close(), this.#queue.close()]);
  }

  get #retryIn(): number {
    const first = this.#settings.retryMs ?? RETRY_MS;
    return Math.min(first * 2 ** Math.max(0, this.#failures - 1), LAST_RETRY_MS);
  }

  async #pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#next = setTimeout(resolve, milliseconds);
    });
  }

  /** The next look, once the last one is over. */
  #rest(took: number): void {
    if (this.#closed) return;
    const pause = Math.max(this.#settings.sweepMs ?? SWEEP_MS, took * REST_FACTOR);
    const wait = this.#failures === 0 ? pause : this.#retryIn;
    this.#next = setTimeout(() => void this.#lookAgain(), wait);
  }

  async #lookAgain(): Promise<void> {
    const began = performance.now();
    await this.#look();
    this.#rest(performance.now() - began);
  }

  /** @returns `null` where it failed */
  #look(): Promise<number | null> {
    this.#running = this.#lookThrough();
    return this.#running;
  }

  async #lookThrough(): Promise<number | null> {
    try {
      const count = await lookThrough(this.#parts, !this.#looked);
      this.#trouble.over();
      this.#failures = 0;
      await this.#lookForAbsent();
      for (const key of this.#parts.shelf.refusedLongAgo())
        this.again(this.#parts.shelf.pathOf(key));
      return count;
    } catch (error) {
      if (this.#closed) return null;
      this.#failures += 1;
      if (!(error instanceof BucketError)) this.#settings.log.error("copy.failed", { error });
      this.#trouble.meet(error, this.#looked && this.#failures < PATIENCE);
      return null;
    }
  }

  async #lookForAbsent(): Promise<void> {
    if (this.#looked) return this.#absences.suspectUnseen();
    await this.#absences.begin();
    this.#absences.suspectKnown();
    this.#looked = true;
  }
}
