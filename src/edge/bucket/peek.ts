import type { Peeked } from "#desk/port/peek.ts";
import { beginningOf, LOOKED_AT } from "#desk/source/beginning.ts";
import type { Bucket } from "./bucket.ts";

/** The beginning of an object; `null` where none can be read there, for whatever reason. */
export async function peekInBucket(bucket: Bucket, path: string): Promise<Peeked | null> {
  try {
    // Accents are spelled in two ways; a path has them composed.
    for (const spelled of new Set([path, path.normalize("NFD")])) {
      const key = bucket.prefix + spelled;
      const found = await bucket.find(key);
      if (found !== null) return beginningOf(await bucket.begin(key, LOOKED_AT), found.size);
    }
  } catch {
    // It is gone by now, or the bucket does not answer: whoever looks is told that nothing can be shown.
  }
  return null;
}
