import type { Dateline } from "./dateline.ts";
import type { Embargo } from "./embargo.ts";
import type { Instant } from "./instant.ts";

/**
 * Names one article for good: the same in the store, in commands and in buttons.
 * Lower-case letters and digits only, at most 16 of them, so that people can type it.
 */
export type ArticleId = string;

/** How pressing the copy is, by IPTC's scale: 1 flash, 4 to 5 ordinary, 8 least; 9 is user-defined. */
export type Urgency = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** One revision of one article: copy whose fields have been read by the rules of this room. */
export interface Article {
  readonly id: ArticleId;
  /** 1 for the first text seen at a path, one more for every change of it. */
  readonly revision: number;
  /** Below the watched folder, with `/` between its parts. */
  readonly path: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly contentHash: string;
  readonly takenIn: Instant;
  readonly format: string;
  readonly title: string | null;
  /** Offsets of facts and quotes count UTF-16 units in this text. */
  readonly body: string;
  readonly dateline: Dateline | null;
  readonly byline: string | null;
  /** `null` where the copy gives no date that can be read. */
  readonly published: Instant | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly slug: string | null;
  readonly urgency: Urgency | null;
  readonly embargo: Embargo | null;
  /** `http:` or `https:` only. */
  readonly sourceUrl: string | null;
  readonly source: string | null;
}
