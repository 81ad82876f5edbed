import { sql } from "kysely";
import type { Article } from "#core/article/article.ts";
import { fromJson, type JsonText } from "./json.ts";
import { audienceColumn } from "./readers.ts";
import type { Database } from "./schema.ts";

/** Articles that are read at once, where a database has copy already. */
const BATCH = 500;

/** Finds out for whom the articles are that are stored already, by their copy alone. */
export async function fillAudiences(db: Database): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<Row>`
      select article.number, article.audience, latest.article from article
      join article_revision as latest
        on latest.article_id = article.id and latest.revision = article.revision
      where article.number > ${after} order by article.number limit ${BATCH}
    `.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { number, article, audience: known } of rows) {
      const audience = audienceColumn(fromJson(article));
      if (audience !== Number(known))
        await sql`update article set audience = ${audience} where number = ${number}`.execute(db);
    }
    after = Number(last.number);
  }
}

interface Row {
  readonly number: number;
  readonly audience: number;
  readonly article: JsonText<Article>;
}
