import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { HeldCopy, HeldWhere } from "#desk/port/held-copy.ts";
import { IS_IN_FOR_GOOD, isIn, latestRevisions, NEWEST_FIRST, toFiled } from "./filed.ts";
import type { Database } from "./schema.ts";
import { everyPrefix, toColumn } from "./words.ts";

/** What `visible` leaves out. */
export class SqlHeldCopy implements HeldCopy {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async heldArticle(id: ArticleId, now: Instant): Promise<Filed | null> {
    const row = await held(this.#db, now).where("article.id", "=", id).executeTakeFirst();
    return row === undefined ? null : toFiled(row);
  }

  async heldLike(
    typed: string,
    where: HeldWhere,
    now: Instant,
    limit: number,
  ): Promise<readonly Filed[]> {
    const query = everyPrefix(typed);
    const rows = await held(this.#db, now)
      .$if(query !== null, (all) => all.where(isLike(typed, query ?? "", where)))
      .orderBy(NEWEST_FIRST)
      .limit(limit)
      .execute();
    return rows.map(toFiled);
  }

  async heldInDoubt(): Promise<number> {
    const row = await latestRevisions(this.#db)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where(IS_IN_FOR_GOOD)
      .where(isUndecided)
      .where(({ not }) => not(isKilled))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  }
}

/** Its publisher has withdrawn it. */
const isKilled = sql<SqlBool>`(json_extract(latest.article, '$.status') = 'killed')`;

/** No editor holds it or has killed it: whoever did knows of it. */
const isUndecided = sql<SqlBool>`(
  coalesce(json_extract(latest.article, '$.decision.kind'), 'release') = 'release'
)`;

function held(db: Database, now: Instant) {
  return latestRevisions(db).select(["latest.article", "latest.brief"]).where(isIn(now));
}

/** The columns of the full-text table. */
const COLUMNS = { headline: "{headline}", text: "{headline byline tags body}" };

/** Of the few that are held each slug is looked at: no index has it. */
function isLike(typed: string, query: string, where: HeldWhere) {
  const beginning = toColumn(typed);
  const slug = sql`' ' || replace(replace(replace(
    lower(json_extract(latest.article, '$.slug')), '-', ' '), '_', ' '), '/', ' ')`;
  return sql<SqlBool>`(
    article.newness in (
      select rowid from article_words where article_words match ${`${COLUMNS[where]} : (${query})`}
    )
    or article.id like ${`${beginning.replaceAll(" ", "")}%`}
    or instr(${slug}, ${` ${beginning}`}) > 0
  )`;
}
