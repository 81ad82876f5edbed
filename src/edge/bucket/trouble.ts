import type { Bucket } from "./bucket.ts";
import type { BucketErrorCode } from "./bucket-error.ts";
import type { BucketSettings } from "./settings.ts";

const UNTIL = "Until then no copy is taken in. Nothing is lost: it is tried again by itself.";

/** Says once that a bucket cannot be looked into, and once that it can be again. */
export class Trouble {
  readonly #bucket: Bucket;
  readonly #settings: Pick<BucketSettings, "log" | "onTrouble" | "onMended">;
  #code: BucketErrorCode | null = null;

  constructor(bucket: Bucket, settings: Pick<BucketSettings, "log" | "onTrouble" | "onMended">) {
    this.#bucket = bucket;
    this.#settings = settings;
  }

  /** @param mayPass it was looked into a moment ago: that nobody answers may be over at the next look */
  meet(error: unknown, mayPass: boolean): void {
    const { code, detail, message } = this.#bucket.explain(error);
    this.#settings.log.warn("bucket.not-looked-into", { code, detail });
    if (code === this.#code || (code === "unreachable" && mayPass)) return;
    this.#code = code;
    this.#settings.onTrouble(`${message} ${UNTIL}`);
  }

  over(): void {
    if (this.#code === null) return;
    this.#code = null;
    this.#settings.onMended(`${this.#bucket.name} can be read again.`);
  }
}
