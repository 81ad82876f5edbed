import type { Finding } from "#desk/port/chat-service.ts";
import { type Bucket, type Found, pathOfCopy } from "./bucket.ts";
import { BucketError } from "./bucket-error.ts";
import { bucketCode, faultOf } from "./fault.ts";

/** Looks whether the bucket can be listed, and an object in it be read. */
export async function checkBucket(bucket: Bucket): Promise<readonly Finding[]> {
  const subject = "Bucket";
  const { name } = bucket;
  try {
    const first = await firstIn(bucket);
    if (first === null) {
      return [{ subject, ok: true, says: `${name} can be listed, and nothing lies there yet` }];
    }
    const denied = await whyUnread(bucket, first);
    if (denied === null) return [{ subject, ok: true, says: `${name} can be listed and read` }];
    return [{ subject, ok: false, says: denied }];
  } catch (error) {
    if (!(error instanceof BucketError)) throw error;
    return [{ subject, ok: false, says: error.message }];
  }
}

async function firstIn(bucket: Bucket): Promise<Found | null> {
  for await (const page of bucket.pages()) {
    const found = page.find(({ key }) => pathOfCopy(key, bucket.prefix) !== null);
    if (found !== undefined) return found;
  }
  return null;
}

async function whyUnread(bucket: Bucket, { key, state }: Found): Promise<string | null> {
  try {
    // Given up at the first byte: nobody here wants the text.
    await bucket.read(key, { ...state, size: 0 });
    return null;
  } catch (error) {
    const { name } = faultOf(error);
    // Gone, put anew or archived since it was listed: it may be read all the same.
    if (bucketCode(faultOf(error)) !== "not-permitted" || name === "InvalidObjectState")
      return null;
    return `${bucket.name} can be listed and not read (${name}): allow its credentials s3:GetObject on what is in it.`;
  }
}
