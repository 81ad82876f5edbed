import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { toFiled } from "../../filed.ts";
import { fillFullText } from "../../index-article.ts";
import type { Schema } from "../../schema.ts";

const STATEMENTS = [
  // Who is quoted, where it is from and who sent it are looked for beside the words: one query of one
  // table meets all of them, while two tables would have to be joined row by row.
  "drop table article_words",
  `create virtual table article_words using fts5(
     headline, byline, tags, body, source, speakers, places,
     content='', contentless_delete=1, tokenize='ascii'
   )`,
  "delete from headline_words",
  "alter table article add column quotes integer not null default 0",
  `update article set quotes = (
     select json_array_length(brief, '$.quotes') from article_revision as latest
     where latest.article_id = article.id and latest.revision = article.revision
   )`,
  "create index article_quoted on article (newness) where quotes > 0",
  // Names to choose from while someone types. They change their order at each filing, which a
  // full-text table would take far longer to write; their words are written once.
  `create table name (
     id integer primary key,
     kind text not null check (kind in ('speaker', 'topic', 'place', 'source')),
     key text not null,
     name text not null,
     number integer not null,
     unique (kind, key)
   ) strict`,
  "create index name_latest on name (kind, number)",
  `create table name_word (
     kind text not null,
     word text not null,
     name integer not null references name (id),
     primary key (kind, word, name)
   ) strict, without rowid`,
  `create table name_use (
     newness integer not null,
     name integer not null references name (id),
     primary key (newness, name)
   ) strict, without rowid`,
  "create index name_use_name on name_use (name, newness)",
];

/** Articles that are read at once: a whole archive does not fit into the memory. */
const BATCH = 200;

/**
 * What readers' commands look for, filled from the articles that are stored already. Words are parted
 * by `words.ts` as it is: whoever changes how, must fill these tables anew in a migration of its own.
 */
export const readers: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    let filled = 0;
    for (let more = true; more; filled += BATCH) more = await fill(db, filled);
  },
};

/** @returns whether there are more */
async function fill(db: Kysely<Schema>, filed: number): Promise<boolean> {
  const rows = await db
    .selectFrom("article")
    .innerJoin("article_revision as latest", (join) =>
      join
        .onRef("latest.article_id", "=", "article.id")
        .onRef("latest.revision", "=", "article.revision"),
    )
    .select(["article.number", "latest.article", "latest.brief"])
    .where("article.number", ">", filed)
    .where("article.number", "<=", filed + BATCH)
    .orderBy("article.number")
    .execute();
  for (const filed of rows.map(toFiled)) {
    // The vocabulary is a later migration's, and so are the names.
    await fillFullText(db, filed);
  }
  const { last } = await db
    .selectFrom("article")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return filed + BATCH < last;
}
