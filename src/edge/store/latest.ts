import { sql } from "kysely";
import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import { heldUntil } from "./filed.ts";
import { toJson } from "./json.ts";
import { topic } from "./ordered.ts";
import type { Writing } from "./schema.ts";
import { toColumn } from "./words.ts";

/** Milliseconds that `newness` has room for: 2^43 of them end in the year 2248. */
const LAST_MOMENT = 2 ** 43 - 1;

/** Makes this revision the one that readers find, unless a later one is stored already. */
export async function showLatest(writing: Writing, article: Article, brief: Brief): Promise<void> {
  const stored = await writing
    .selectFrom("article")
    .select("revision")
    .where("id", "=", article.id)
    .executeTakeFirst();
  if (stored !== undefined && stored.revision > article.revision) return;
  if (stored !== undefined) await dropWords(writing, article.id);
  await storeRow(writing, article, brief.headline);
  await storeWords(writing, article, brief.headline);
}

async function storeRow(writing: Writing, article: Article, headline: string): Promise<void> {
  const { id, revision, path, contentHash, takenIn, section, tags } = article;
  await sql`
    insert into article
      (newness, number, id, revision, path, content_hash, taken_in, embargo_until, section, tags, headline)
    values (${newness(article.published ?? takenIn)},
      (select coalesce(max(number), 0) + 1 from article), ${id}, ${revision}, ${path},
      ${contentHash}, ${takenIn}, ${heldUntil(article)},
      ${section === null ? null : topic(section)}, ${toJson(tags.map(topic))}, ${headline})
    on conflict (id) do update set
      newness = excluded.newness, number = excluded.number, revision = excluded.revision, path = excluded.path,
      content_hash = excluded.content_hash, taken_in = excluded.taken_in,
      embargo_until = excluded.embargo_until, section = excluded.section,
      tags = excluded.tags, headline = excluded.headline
  `.execute(writing);
}

/** The next free number of a millisecond; dates that nobody could mean stand at the ends. */
function newness(at: Instant) {
  const moment = Math.min(Math.max(Math.trunc(at), 0), LAST_MOMENT);
  return sql`(
    select coalesce(max(newness), (${moment} << 20) - 1) + 1 from article
    where newness >= (${moment} << 20) and newness < ((${moment} + 1) << 20)
  )`;
}

async function storeWords(writing: Writing, article: Article, headline: string): Promise<void> {
  const { id, title, byline, tags, body } = article;
  const head = toColumn(title === null || title === headline ? headline : `${headline} ${title}`);
  await sql`
    insert into article_words (rowid, headline, byline, tags, body)
    select newness, ${head}, ${toColumn(byline ?? "")}, ${toColumn(tags.join(" "))}, ${toColumn(body)}
    from article where id = ${id}
  `.execute(writing);
  await sql`
    insert into headline_words (rowid, headline)
    select newness, ${toColumn(headline)} from article where id = ${id}
  `.execute(writing);
}

async function dropWords(writing: Writing, id: ArticleId): Promise<void> {
  const row = sql`(select newness from article where id = ${id})`;
  await sql`delete from article_words where rowid = ${row}`.execute(writing);
  await sql`delete from headline_words where rowid = ${row}`.execute(writing);
}
