import { createHash } from "node:crypto";
import type { ArticleId } from "#core/article/article.ts";

/** Letters and digits that people do not take for one another (Crockford's base 32, in lower case). */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 50 bits: among a million articles, two share an id with a chance of one in two thousand. */
const ID_LENGTH = 10;

/** SHA-256 of bytes, or of a text's in UTF-8, in hex. */
export function contentHash(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The id of the article first seen at a path, wherever the copy lies: the same on every machine. */
export function articleId(path: string): ArticleId {
  const digest = createHash("sha256").update(path.normalize("NFC")).digest();
  return Array.from(digest.subarray(0, ID_LENGTH), (byte) => ALPHABET.charAt(byte % 32)).join("");
}
