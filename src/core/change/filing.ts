import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";

/** An article with the brief of one of its revisions: all that this room reads. */
export interface Filing {
  readonly article: Article;
  readonly brief: Brief;
}

// Reads: "web.archive.org", "archive.ph", "webcache.googleusercontent.com"
const ARCHIVE =
  /^(?:www\.|web\.)?(?:archive\.(?:org|today|is|ph|md)|webcitation\.org|webcache\.googleusercontent\.com)$/iu;

/**
 * Who filed an article, as its copy says: its source, else the agency of its dateline. An archive files nothing:
 * what it keeps is of all papers, and of none twice more often than of two.
 */
export function sourceOf({ source, dateline }: Article): string | null {
  const filed = source !== null && ARCHIVE.test(source) ? null : source;
  return filed ?? dateline?.agency ?? null;
}

/** When an article was published; where its copy does not say, when it was taken in. */
export function filedAt({ published, takenIn }: Article): Instant {
  return published ?? takenIn;
}
