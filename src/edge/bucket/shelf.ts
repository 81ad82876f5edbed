import type { FileRead, Look, Shelf } from "#desk/port/shelf.ts";
import { tooLarge } from "#desk/source/settings.ts";
import type { Bucket, ObjectState } from "./bucket.ts";
import { bucketCode, faultOf } from "./fault.ts";
import type { BucketSettings } from "./settings.ts";

const TWIN =
  "Another object here has the same name, with its accents spelled as other characters; rename one of them.";
const ARCHIVED = "It lies in an archive of the bucket; restore it, and put it there anew.";
const DENIED = "The bot may not read it; allow its credentials s3:GetObject on it.";
const REFUSED_MS = 5 * 60_000;

/**
 * The objects below a prefix, by their keys.
 *
 * A put is atomic: whoever reads sees the whole of one put or the whole of another, and an upload in
 * parts shows once it is complete. So nobody here is at writing, and no half of an object is ever read.
 * It is waited for all the same (`QuietTime`): an editor puts a text, sees a slip, and puts it again, and a
 * program that mounts a bucket as a disk puts a file anew with every few lines that it grows by.
 */
export class ObjectShelf implements Shelf<ObjectState> {
  readonly seesWriters = true;
  readonly #bucket: Bucket;
  readonly #settings: BucketSettings;
  #listed = new Map<string, ObjectState>();
  readonly #refused = new Map<string, number>();

  constructor(bucket: Bucket, settings: BucketSettings) {
    this.#bucket = bucket;
    this.#settings = settings;
  }

  pathOf(key: string): string {
    return this.#spelling(key).normalize("NFC");
  }

  /** A listing begins: what the last one said is old. */
  beginListing(): void {
    this.#listed = new Map();
  }

  /** What a listing says of an object that waits: its next look costs no request. */
  note(key: string, state: ObjectState): void {
    this.#listed.set(key, state);
  }

  /** Keys of objects that were refused, and are to be asked for again: rights, and keys to what is encrypted, are given without a trace on them. */
  *refusedLongAgo(): Generator<string, void> {
    const now = performance.now();
    for (const [key, at] of this.#refused) {
      if (now - at < (this.#settings.refusedMs ?? REFUSED_MS)) continue;
      this.#refused.delete(key);
      yield key;
    }
  }

  async look(key: string): Promise<Look<ObjectState>> {
    const listed = this.#listed.get(key);
    this.#listed.delete(key);
    try {
      const state = listed ?? (await this.#bucket.find(key));
      if (state === null) return { kind: "none" };
      if (!(await this.#hasTwin(key))) return { kind: "file", state };
      return { kind: "twin", path: this.#spelling(key), reason: TWIN };
    } catch (error) {
      return this.#notNow(key, error);
    }
  }

  async read(key: string, state: ObjectState): Promise<FileRead> {
    const reason = tooLarge(state.size, this.#settings, "bucket");
    if (reason !== null) return { kind: "unreadable", reason };
    try {
      const bytes = await this.#bucket.read(key, state);
      if (bytes === "changing") return { kind: "changing" };
      const contentHash = this.#settings.hash(bytes);
      const file = { path: this.pathOf(key), bytes, contentHash, stamp: this.stampOf(state) };
      return { kind: "settled", file };
    } catch (error) {
      return this.#unread(key, error);
    }
  }

  stampOf({ etag, size, mtimeMs }: ObjectState): string {
    return `${etag} ${size} ${mtimeMs}`;
  }

  isSame(one: ObjectState, other: ObjectState): boolean {
    return one.etag === other.etag && one.size === other.size && one.mtimeMs === other.mtimeMs;
  }

  async isWritten(): Promise<boolean> {
    return false;
  }

  #spelling(key: string): string {
    return key.slice(this.#bucket.prefix.length);
  }

  /** “Zoë.txt” may be there twice, its accent composed (NFC) and not: both have one path, which the composed one takes. */
  async #hasTwin(key: string): Promise<boolean> {
    const composed = this.#bucket.prefix + this.pathOf(key);
    return composed !== key && (await this.#bucket.find(composed)) !== null;
  }

  #unread(key: string, error: unknown): FileRead {
    const { name } = faultOf(error);
    switch (name) {
      case "NoSuchKey":
        return { kind: "none" };
      case "PreconditionFailed":
        return { kind: "changing" };
      case "InvalidObjectState":
        return { kind: "unreadable", reason: ARCHIVED };
      default:
        break;
    }
    const code = bucketCode(faultOf(error));
    if (code !== "not-permitted" && code !== "unusable") return this.#notNow(key, error);
    this.#refused.set(key, performance.now());
    const other = `It could not be read (${name}); put it there anew.`;
    return { kind: "unreadable", reason: code === "not-permitted" ? DENIED : other };
  }

  /** Whether the bucket answers at all is told by the next look through it. */
  #notNow(key: string, error: unknown): { readonly kind: "unreachable" } {
    const { code, detail } = this.#bucket.explain(error);
    this.#settings.log.warn("bucket.object-not-had", { path: this.pathOf(key), code, detail });
    return { kind: "unreachable" };
  }
}
