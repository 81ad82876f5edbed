import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Arrival, Arrivals, Point } from "#desk/port/arrivals.ts";
import { toFiled } from "./filed.ts";
import type { Database, RevisionTable } from "./schema.ts";

interface Row extends Pick<RevisionTable, "article" | "brief"> {
  readonly at: Instant;
  readonly number: number;
  readonly posted: number;
  readonly told: number;
}

/** By the index `article_taken_in`: as many rows are read as are asked for, however many there are. */
export class SqlArrivals implements Arrivals {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async before(point: Point | null, limit: number): Promise<readonly Arrival[]> {
    // Of the same millisecond few came in: the index finds those at or before it, and the number tells them apart.
    const from =
      point === null
        ? sql`true`
        : sql`article.taken_in <= ${point.at}
            and (article.taken_in < ${point.at} or article.number < ${point.number})`;
    const reached = (stage: string) => sql`(
      case when exists (
        select 1 from ledger where ledger.article_id = chosen.id and ledger.stage = ${stage}
      ) then 1 else 0 end
    )`;
    const { rows } = await sql<Row>`
      select latest.article, latest.brief, chosen.at, chosen.number,
        ${reached("posted")} as posted, ${reached("told")} as told
      from (
        select article.id, article.revision, article.taken_in as at, article.number
        from article where ${from}
        order by article.taken_in desc, article.number desc limit ${limit}
      ) as chosen
      join article_revision as latest
        on latest.article_id = chosen.id and latest.revision = chosen.revision
      order by chosen.at desc, chosen.number desc
    `.execute(this.#db);
    return rows.map((row) => ({
      filed: toFiled(row),
      point: { at: row.at, number: row.number },
      reached: row.posted === 1 ? "posted" : row.told === 1 ? "told" : null,
    }));
  }

  async countAfter(at: Instant, most: number): Promise<number> {
    const { rows } = await sql<{ readonly count: number }>`
      select count(*) as count from (
        select 1 from article where article.taken_in > ${at} limit ${most}
      ) as counted
    `.execute(this.#db);
    return Number(rows[0]?.count ?? 0);
  }
}
