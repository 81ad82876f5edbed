import { sql } from "kysely";
import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import { heldUntil } from "./filed.ts";
import { dropIndex, fillIndex } from "./index-article.ts";
import { toJson } from "./json.ts";
import { nextRowOf } from "./newness.ts";
import { topic } from "./ordered.ts";
import type { Writing } from "./schema.ts";

/** Makes this revision the one that readers find, unless a later one is stored already. */
export async function showLatest(writing: Writing, article: Article, brief: Brief): Promise<void> {
  const stored = await writing
    .selectFrom("article")
    .select("revision")
    .where("id", "=", article.id)
    .executeTakeFirst();
  if (stored !== undefined && stored.revision > article.revision) return;
  if (stored !== undefined) await dropIndex(writing, article.id);
  await storeRow(writing, article, brief);
  await fillIndex(writing, { article, brief });
}

async function storeRow(writing: Writing, article: Article, brief: Brief): Promise<void> {
  const { id, revision, path, contentHash, takenIn, section, tags } = article;
  await sql`
    insert into article
      (newness, number, id, revision, path, content_hash, taken_in, embargo_until, section, tags, headline,
       quotes)
    values (${nextRowOf(article.published ?? takenIn)},
      (select coalesce(max(number), 0) + 1 from article), ${id}, ${revision}, ${path},
      ${contentHash}, ${takenIn}, ${heldUntil(article)},
      ${section === null ? null : topic(section)}, ${toJson(tags.map(topic))}, ${brief.headline},
      ${brief.quotes.length})
    on conflict (id) do update set
      newness = excluded.newness, number = excluded.number, revision = excluded.revision, path = excluded.path,
      content_hash = excluded.content_hash, taken_in = excluded.taken_in,
      embargo_until = excluded.embargo_until, section = excluded.section,
      tags = excluded.tags, headline = excluded.headline, quotes = excluded.quotes
  `.execute(writing);
}
