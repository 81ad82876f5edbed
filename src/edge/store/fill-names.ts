import { sql } from "kysely";
import { toFiled } from "./filed.ts";
import { addNames } from "./names.ts";
import type { Database, RevisionTable } from "./schema.ts";

/** Articles that are read at once, where a database has copy already. */
const BATCH = 200;

/** Collects the names of the articles that are stored already, into tables that are empty. */
export async function fillNames(db: Database): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<Pick<RevisionTable, "article" | "brief"> & { number: number }>`
      select article.number, latest.article, latest.brief from article
      join article_revision as latest
        on latest.article_id = article.id and latest.revision = article.revision
      where article.number > ${after} order by article.number limit ${BATCH}
    `.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    await addNames(db, rows.map(toFiled));
    after = Number(last.number);
  }
}
