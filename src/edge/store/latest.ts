import { type SqlBool, sql } from "kysely";
import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { heldUntil, latestRevisions, newStamp, toColumns } from "./filed.ts";
import { dropIndex, fillIndex } from "./index-article.ts";
import { fromJson, toJson } from "./json.ts";
import { later } from "./later.ts";
import { nextRowOf } from "./newness.ts";
import { topic } from "./ordered.ts";
import { audienceColumn } from "./readers.ts";
import type { Writing } from "./schema.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Makes this revision the one that readers find, unless a later one is stored already.
 * @param latest the revision that they find now; `null` for none
 */
export async function showLatest(
  writing: Writing,
  filed: Filed,
  latest: number | null,
  vocabulary: Vocabulary,
): Promise<void> {
  const { article, brief } = filed;
  if (latest !== null && latest > article.revision) return;
  if (latest !== null) await dropIndex(writing, article.id);
  await storeRow(writing, article, brief);
  await fillIndex(writing, filed, vocabulary);
}

async function storeRow(writing: Writing, article: Article, brief: Brief): Promise<void> {
  const { id, revision, path, contentHash, takenIn, section, tags } = article;
  const row = sql`
    insert into article
      (newness, number, id, revision, path, content_hash, taken_in, embargo_until, section, tags, headline,
       quotes, audience)
    values (${nextRowOf(article.published ?? takenIn)},
      (select coalesce(max(number), 0) + 1 from article), ${id}, ${revision}, ${path},
      ${contentHash}, ${takenIn}, ${heldUntil(article)},
      ${section === null ? null : topic(section)}, ${toJson(tags.map(topic))}, ${brief.headline},
      ${brief.quotes.length}, ${audienceColumn(article)})
    on conflict (id) do update set
      newness = excluded.newness, number = excluded.number, revision = excluded.revision, path = excluded.path,
      content_hash = excluded.content_hash, taken_in = excluded.taken_in,
      embargo_until = excluded.embargo_until, section = excluded.section,
      tags = excluded.tags, headline = excluded.headline, quotes = excluded.quotes,
      audience = excluded.audience
  `;
  await later(writing, row);
}

/** Writes another brief of the latest revision of an article, where nobody was sent what it says by now. */
export async function improveRow(
  writing: Writing,
  { id, revision }: Pick<Article, "id" | "revision">,
  brief: Brief,
  vocabulary: Vocabulary,
): Promise<boolean> {
  const row = await latestRevisions(writing)
    .select("latest.article")
    .where("article.id", "=", id)
    .where("article.revision", "=", revision)
    .where(sql<SqlBool>`not exists (select 1 from edition_item where article_id = ${id})`)
    .executeTakeFirst();
  if (row === undefined) return false;
  const article = fromJson(row.article);
  await dropIndex(writing, id);
  const { headline, quotes } = brief;
  const found = writing.updateTable("article").set({ headline, quotes: quotes.length });
  await later(writing, found.where("id", "=", id));
  const columns = toColumns({ article, brief });
  const kept = writing.updateTable("article_revision").set(columns);
  await later(writing, kept.where("article_id", "=", id).where("revision", "=", revision));
  await fillIndex(writing, { article, brief }, vocabulary);
  return true;
}

/** Writes what may change in a revision whose text stays, where readers find it and where it is kept. */
export async function restateRow(writing: Writing, article: Article, now: Instant): Promise<void> {
  const { id, revision, path, contentHash, section, tags } = article;
  const before = await writing
    .selectFrom("article")
    .select("embargo_until")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const kept = writing
    .updateTable("article_revision")
    .set({ path, content_hash: contentHash, article: toJson(article), stamp: newStamp() })
    .where("article_id", "=", id)
    .where("revision", "=", revision);
  await later(writing, kept);
  const found = writing
    .updateTable("article")
    .set({ path, content_hash: contentHash, embargo_until: untilNow(article, before, now) })
    .set({ audience: audienceColumn(article) })
    .set({ section: section === null ? null : topic(section), tags: toJson(tags.map(topic)) })
    .where("id", "=", id)
    .where("revision", "=", revision);
  await later(writing, found);
}

/**
 * What was held up to now and is let go keeps the moment at which that was, as an embargo does: places
 * that passed it by meanwhile look at it again. One millisecond later, since a place may pass now.
 */
function untilNow(
  article: Article,
  { embargo_until: before }: { readonly embargo_until: Instant | null },
  now: Instant,
): Instant | null {
  const until = heldUntil(article);
  const isLetGo = before !== null && before > now && (until === null || until <= now);
  if (isLetGo) return now + 1;
  return until ?? before;
}
