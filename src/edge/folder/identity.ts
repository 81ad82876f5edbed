import { createHash } from "node:crypto";
import { relative, sep } from "node:path";
import type { ArticleId } from "#core/article/article.ts";
import { escapeRaw } from "./raw-name.ts";

/** Letters and digits that people do not take for one another (Crockford's base 32, in lower case). */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 50 bits: among a million articles, two share an id with a chance of one in two thousand. */
const ID_LENGTH = 10;

/** SHA-256 of bytes, in hex. */
export function contentHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The id of the article first seen at a path below the watched folder: the same on every machine. */
export function articleId(path: string): ArticleId {
  const digest = createHash("sha256").update(path.normalize("NFC")).digest();
  return Array.from(digest.subarray(0, ID_LENGTH), (byte) => ALPHABET.charAt(byte % 32)).join("");
}

/** A file's path below the folder: `/` between its parts, accents composed, as on every other system; bytes that are no text stand as `\xE9`. */
export function pathBelow(folder: string, file: string): string {
  return spellingBelow(folder, file).normalize("NFC");
}

/** As `pathBelow`, with the accents as the file system spells them. */
export function spellingBelow(folder: string, file: string): string {
  // Most files are asked for by a path that begins with the folder's; `relative` is slow for a hundred thousand.
  const way = file.startsWith(folder + sep)
    ? file.slice(folder.length + 1)
    : relative(folder, file);
  return escapeRaw(sep === "/" ? way : way.split(sep).join("/"));
}
