import { CopyPlaceError } from "#desk/port/copy-place.ts";
import { namesLike } from "#desk/source/safe-name.ts";
import type { Bucket } from "./bucket.ts";
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
    for (const spelled of new Set([name, name.normalize("NFD")]))
      if ((await bucket.find(bucket.prefix + spelled)) !== null) return true;
    return false;
  } catch (error) {
    throw error instanceof BucketError ? new CopyPlaceError("unusable", error.message) : error;
  }
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
  const fault = faultOf(error);
  return bucketCode(fault) === "not-permitted"
    ? new CopyPlaceError(
        "not-permitted",
        `Copydesk may only read ${bucket.name} (${fault.name}): put the file there yourself, or allow its credentials s3:PutObject.`,
      )
    : new CopyPlaceError("unusable", bucket.explain(error).message);
}
