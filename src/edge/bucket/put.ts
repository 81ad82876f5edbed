import { CopyPlaceError, type Lying } from "#desk/port/copy-place.ts";
import { namesLike } from "#desk/source/safe-name.ts";
import type { Bucket, Found } from "./bucket.ts";
import { BucketError } from "./bucket-error.ts";
import { bucketCode, faultOf } from "./fault.ts";

/** As `CopyPlace.put`, below the prefix of a bucket. A put is seen whole or not at all. */
export async function putIntoBucket(
  bucket: Bucket,
  name: string,
  bytes: Uint8Array,
  isKnown: (path: string) => Promise<boolean>,
): Promise<string> {
  for (const candidate of namesLike(name)) {
    if (await isTaken(bucket, candidate, isKnown)) continue;
    if (await put(bucket, candidate, bytes)) return candidate;
  }
  throw new CopyPlaceError(
    "taken",
    `Too many objects there are called like “${name}”: give it another name.`,
  );
}

async function isTaken(
  bucket: Bucket,
  name: string,
  isKnown: (path: string) => Promise<boolean>,
): Promise<boolean> {
  if (await isKnown(name)) return true;
  try {
    return (await lying(bucket, name)) !== null;
  } catch (error) {
    throw error instanceof BucketError ? new CopyPlaceError("unusable", error.message) : error;
  }
}

/** As `CopyPlace.find`, below the prefix of a bucket. */
export async function findInBucket(bucket: Bucket, path: string): Promise<Lying | null> {
  try {
    const found = await lying(bucket, path);
    if (found === null) return null;
    const bytes = await bucket.read(found.key, found.state);
    if (bytes === "changing")
      throw new CopyPlaceError("unusable", `${path} is being changed: try again in a moment.`);
    return { path, bytes, mark: found.state.etag };
  } catch (error) {
    if (error instanceof CopyPlaceError) throw error;
    throw putError(bucket, error);
  }
}

/** As `CopyPlace.replace`, below the prefix of a bucket: the store itself sees to it that nobody's object is overwritten. */
export async function replaceInBucket(
  bucket: Bucket,
  { path, mark }: Pick<Lying, "path" | "mark">,
  bytes: Uint8Array,
): Promise<boolean> {
  try {
    const found = await lying(bucket, path);
    if (found === null || found.state.etag !== mark || mark === "") return false;
    await bucket.replace(found.key, found.state, bytes);
    return true;
  } catch (error) {
    if ([404, 409, 412].includes(faultOf(error).status ?? 0)) return false;
    throw putError(bucket, error);
  }
}

/** Accents are spelled in two ways; a path has them composed. */
async function lying(bucket: Bucket, path: string): Promise<Found | null> {
  for (const spelled of new Set([path, path.normalize("NFD")])) {
    const key = bucket.prefix + spelled;
    const state = await bucket.find(key);
    if (state !== null) return { key, state };
  }
  return null;
}

/** @returns false where somebody has put an object of that name meanwhile */
async function put(bucket: Bucket, name: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await bucket.create(bucket.prefix + name, bytes);
    return true;
  } catch (error) {
    const fault = faultOf(error);
    if (fault.status === 412 || fault.status === 409) return false;
    throw putError(bucket, error);
  }
}

/** Without a cause: S3 repeats the access key in what it says. */
function putError(bucket: Bucket, error: unknown): CopyPlaceError {
  if (error instanceof BucketError) return new CopyPlaceError("unusable", error.message);
  const fault = faultOf(error);
  return bucketCode(fault) === "not-permitted"
    ? new CopyPlaceError(
        "not-permitted",
        `Copydesk may only read ${bucket.name} (${fault.name}): put the file there yourself, or allow its credentials s3:PutObject.`,
      )
    : new CopyPlaceError("unusable", bucket.explain(error).message);
}
