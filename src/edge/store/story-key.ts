import { createHash } from "node:crypto";

/** Bytes: 48 bits stand exactly in a number, and a hundred million keys share one by chance in 50,000. */
const BYTES = 6;

/** A key as a whole number, which an index holds in a few bytes. */
export function keyNumber(key: string): number {
  return createHash("sha1").update(key).digest().readUIntBE(0, BYTES);
}
