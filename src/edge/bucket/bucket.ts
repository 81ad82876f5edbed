import { addAbortSignal, Readable } from "node:stream";
import {
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { Face } from "#desk/port/shelf.ts";
import { isIgnored } from "#desk/source/ignore.ts";
import { BucketError } from "./bucket-error.ts";
import { bucketError, type Named } from "./fault.ts";

/** An object as a listing describes it. */
export interface ObjectState extends Face {
  /**
   * Changes with the content: its MD5, or another digest where it was sent in parts or is encrypted. What
   * was put a second time has a later time. Listings name no versions, and none is needed: what is
   * current is all that they show.
   */
  readonly etag: string;
}

export interface Found {
  readonly key: string;
  readonly state: ObjectState;
}

/** What came of asking for the bytes of an object. */
export type ObjectRead = Uint8Array | "changing";

export interface BucketOptions extends Named {
  /** Empty, or with a `/` at its end. */
  readonly prefix: string;
  readonly client: S3Client;
  /** So many objects a page; S3's 1,000 when left out. */
  readonly pageSize?: number;
  /** Ends every request. */
  readonly signal?: AbortSignal;
}

/** What lies below a prefix of a bucket. Listings tell of a put, or a deletion, as soon as it is through. */
export class Bucket {
  readonly name: string;
  readonly prefix: string;
  readonly #options: BucketOptions;

  constructor(options: BucketOptions) {
    this.#options = options;
    this.name = options.name;
    this.prefix = options.prefix;
  }

  /**
   * Everything that is there, a page at a time, in the order of the keys' bytes.
   * @throws {BucketError} when a page cannot be had: what was not listed until then may be there
   */
  async *pages(): AsyncGenerator<readonly Found[], void> {
    let after: string | undefined;
    do {
      const page = await this.#list(this.prefix, this.#options.pageSize, after);
      yield foundIn(page, this.prefix);
      after = page.IsTruncated === true ? page.NextContinuationToken : undefined;
      if (page.IsTruncated === true && after === undefined) throw this.#noListing();
    } while (after !== undefined);
  }

  /**
   * An object as it is now; `null` where certainly none is.
   *
   * It is asked of a listing, and not by a HEAD: that says 404 of a bucket that is gone, too, and 403 of
   * whatever went wrong.
   *
   * @throws {BucketError} when nobody can say
   */
  async find(key: string): Promise<ObjectState | null> {
    // The object itself comes before all others whose keys begin with its own.
    const [first] = foundIn(await this.#list(key, 1), key);
    return first?.key === key ? first.state : null;
  }

  /**
   * The bytes of an object, if it is still the one that was listed.
   * @throws the SDK's own error, which says of the object what is wrong with it
   */
  async read(key: string, { etag, size }: ObjectState): Promise<ObjectRead> {
    const { client, bucket, signal } = this.#options;
    const input = { Bucket: bucket, Key: key, ...(etag !== "" && { IfMatch: etag }) };
    const { Body, ETag } = await client.send(new GetObjectCommand(input), sending(signal));
    if (!(Body instanceof Readable)) return "changing";
    const body = signal === undefined ? Body : addAbortSignal(signal, Body);
    // Not every server looks at If-Match.
    if ((ETag ?? "") === etag) return readUpTo(body, size);
    body.destroy();
    return "changing";
  }

  /**
   * The first bytes of an object, so many at most.
   * @throws the SDK's own error
   */
  async begin(key: string, most: number): Promise<Uint8Array> {
    const { client, bucket, signal } = this.#options;
    // An empty object has no first byte to be asked for: servers refuse the range.
    const input = { Bucket: bucket, Key: key, Range: `bytes=0-${most - 1}` };
    const { Body } = await client.send(new GetObjectCommand(input), sending(signal));
    if (!(Body instanceof Readable)) return new Uint8Array();
    const body = signal === undefined ? Body : addAbortSignal(signal, Body);
    return readFirst(body, most);
  }

  /**
   * Puts an object where none is.
   * @throws the SDK's own error, with the status 412 where there is one, or 409 while somebody else puts one
   */
  async create(key: string, bytes: Uint8Array): Promise<void> {
    const { client, bucket, signal } = this.#options;
    const input = { Bucket: bucket, Key: key, Body: bytes, IfNoneMatch: "*" };
    await client.send(new PutObjectCommand(input), sending(signal));
  }

  /**
   * Puts an object in the place of one.
   * @throws the SDK's own error, with the status 412 or 404 where it is another one by now, or none, or 409 while somebody else puts one
   */
  async replace(
    key: string,
    { etag }: Pick<ObjectState, "etag">,
    bytes: Uint8Array,
  ): Promise<void> {
    const { client, bucket, signal } = this.#options;
    const input = { Bucket: bucket, Key: key, Body: bytes, IfMatch: etag };
    await client.send(new PutObjectCommand(input), sending(signal));
  }

  /** Says in a sentence what is wrong with the bucket. */
  explain(error: unknown): BucketError {
    return bucketError(error, this.#options);
  }

  async #list(prefix: string, most?: number, after?: string): Promise<ListObjectsV2CommandOutput> {
    const { client, bucket, signal } = this.#options;
    try {
      const page = await client.send(
        new ListObjectsV2Command({
          ...{ Bucket: bucket, Prefix: prefix, MaxKeys: most, ContinuationToken: after },
          // A key may hold control characters, which no XML can: one would end the listing for all.
          EncodingType: "url",
        }),
        sending(signal),
      );
      // Something on the way answers everything with a page of its own.
      if (page.IsTruncated === undefined) throw this.#noListing();
      return page;
    } catch (error) {
      throw this.explain(error);
    }
  }

  #noListing(): BucketError {
    const { name, endpoint } = this.#options;
    const message = `What answers for ${name} gives no whole listing: look at ${endpoint ?? "the network"}, and at AWS_ENDPOINT_URL_S3.`;
    return new BucketError("unusable", message, "no listing");
  }
}

const sending = (signal: AbortSignal | undefined) =>
  signal === undefined ? {} : { abortSignal: signal };

/**
 * The path below the prefix, as in `SettledFile`, of an object that may be copy; `null` for one that is
 * none: what `isIgnored` says, and the empty object that consoles make for a folder, whose key ends in a slash.
 */
export function pathOfCopy(key: string, prefix: string): string | null {
  const path = key.slice(prefix.length).normalize("NFC");
  return path === "" || path.endsWith("/") || isIgnored(path) ? null : path;
}

/** @param prefix what was asked for: a server that answers anything else is not believed */
export function foundIn(
  { Contents = [], EncodingType }: Pick<ListObjectsV2CommandOutput, "Contents" | "EncodingType">,
  prefix: string,
): readonly Found[] {
  return Contents.flatMap(({ Key = "", ETag = "", Size = 0, LastModified }) => {
    const key = EncodingType === "url" ? decodeKey(Key) : Key;
    if (key === "" || !key.startsWith(prefix)) return [];
    return [{ key, state: { size: Size, mtimeMs: LastModified?.getTime() ?? 0, etag: ETag } }];
  });
}

/** S3 encodes keys as forms do: a space is a plus. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll("+", "%20"));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    // Some other server's, whose keys are no UTF-8: it is asked for as it is written.
    return key;
  }
}

/** The first bytes; a server that looks at no range sends all, and is cut off. */
async function readFirst(body: Readable, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  let length = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) break;
    const taken = chunk.subarray(0, most - length);
    bytes.set(taken, length);
    length += taken.length;
    if (length === most) break;
  }
  return bytes.subarray(0, length);
}

/** Exactly `size` bytes, however many come; `changing` when there are more or fewer. */
async function readUpTo(body: Readable, size: number): Promise<ObjectRead> {
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array) || length + chunk.length > size) return "changing";
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return length === size ? bytes : "changing";
}
