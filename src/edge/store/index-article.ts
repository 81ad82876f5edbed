import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Filed } from "#core/digest/edition.ts";
import { placesOf, sourcesOf, speakersOf } from "./named.ts";
import { addNames, dropNames } from "./names.ts";
import type { Database } from "./schema.ts";
import { toColumn, toNames } from "./words.ts";

/** Stores all by which readers find an article that stands in its table: call it within the transaction that files it. */
export async function fillIndex(writing: Database, filed: Filed): Promise<void> {
  await storeWords(writing, filed);
  await addNames(writing, filed);
}

/** Takes out all by which readers find an article, before its row is changed. */
export async function dropIndex(writing: Database, id: ArticleId): Promise<void> {
  const row = sql`(select newness from article where id = ${id})`;
  await sql`delete from article_words where rowid = ${row}`.execute(writing);
  await sql`delete from headline_words where rowid = ${row}`.execute(writing);
  await dropNames(writing, id);
}

async function storeWords(writing: Database, filed: Filed): Promise<void> {
  const { id, title, byline, tags, body } = filed.article;
  const { headline } = filed.brief;
  const head = toColumn(title === null || title === headline ? headline : `${headline} ${title}`);
  await sql`
    insert into article_words
      (rowid, headline, byline, tags, body, source, speakers, places)
    select newness, ${head}, ${toColumn(byline ?? "")}, ${toColumn(tags.join(" "))},
      ${toColumn(body)}, ${toNames(sourcesOf(filed))}, ${toNames(speakersOf(filed))},
      ${toNames(placesOf(filed))}
    from article where id = ${id}
  `.execute(writing);
  await sql`
    insert into headline_words (rowid, headline)
    select newness, ${toColumn(headline)} from article where id = ${id}
  `.execute(writing);
}
