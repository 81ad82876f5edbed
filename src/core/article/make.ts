import type { Article, ArticleId } from "./article.ts";
import type { Copy } from "./copy.ts";
import { findDateline } from "./find-dateline.ts";
import type { Instant } from "./instant.ts";
import { readDate } from "./read-date.ts";
import { readEmbargo } from "./read-embargo.ts";
import { safeUrl } from "./safe-url.ts";
import { readUrgency } from "./urgency.ts";

/** What the newsroom knows of an article beside its copy. */
export interface ArticleMeta {
  readonly id: ArticleId;
  readonly revision: number;
  readonly path: string;
  readonly contentHash: string;
  readonly takenIn: Instant;
}

/** Reads the fields of copy by the rules of this room. Whatever a field says that cannot be read is `null`, but for the embargo: it holds. */
export function makeArticle(copy: Copy, meta: ArticleMeta): Article {
  // An embargo may stand in the headline: "EMBARGOED UNTIL 0001 GMT, May 9: Minister resigns".
  const words = copy.title === null ? copy.body : `${copy.title}\n\n${copy.body}`;
  return {
    ...meta,
    format: copy.format,
    title: filled(copy.title),
    body: copy.body,
    dateline: findDateline(copy.body)?.dateline ?? null,
    byline: filled(copy.byline),
    published: copy.date === null ? null : readDate(copy.date),
    section: filled(copy.section),
    tags: distinct(copy.tags),
    slug: filled(copy.slug),
    urgency: copy.urgency === null ? null : readUrgency(copy.urgency),
    embargo: readEmbargo(copy.embargo, words, meta.takenIn),
    sourceUrl: copy.sourceUrl === null ? null : safeUrl(copy.sourceUrl),
    source: filled(copy.source),
  };
}

function filled(text: string | null): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** One of each, whatever its letters' case: a subscription to "Politics" is one to "politics". */
function distinct(tags: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const trimmed = tag.trim();
    const key = trimmed.toLowerCase();
    if (trimmed !== "" && !kept.has(key)) kept.set(key, trimmed);
  }
  return [...kept.values()];
}
