import { type SqlBool, sql } from "kysely";
import type { Article, ArticleId } from "#core/article/article.ts";
import { mayRead, type Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Slice, Sought, SoughtOrder } from "#core/reply/sought.ts";
import type { HeldCopy, HeldWhere } from "#desk/port/held-copy.ts";
import { IS_IN_FOR_GOOD, isIn, latestRevisions, NEWEST_FIRST, toFiled } from "./filed.ts";
import { findArticles } from "./find.ts";
import { fromJson } from "./json.ts";
import { type For, isFor } from "./readers.ts";
import type { Database } from "./schema.ts";
import { say, WORDS_ROW } from "./tongue.ts";
import { prefixesOf, toColumn } from "./words.ts";

/** What `visible` leaves out. */
export class SqlHeldCopy implements HeldCopy {
  readonly #db: Database;
  readonly #readers: For;

  constructor(db: Database, readers: For = null) {
    this.#db = db;
    this.#readers = readers;
  }

  forReaders(readers: Readers): Omit<HeldCopy, "forReaders" | "heldInDoubt"> {
    return new SqlHeldCopy(this.#db, readers);
  }

  async heldArticle(id: ArticleId, now: Instant): Promise<Filed | null> {
    const row = await held(this.#db, now, this.#readers)
      .where("article.id", "=", id)
      .executeTakeFirst();
    return row === undefined ? null : toFiled(row);
  }

  async history(id: ArticleId, limit: number): Promise<readonly Article[]> {
    const rows = await this.#db
      .selectFrom("article_revision")
      .select("article")
      .where("article_id", "=", id)
      .orderBy("revision", "desc")
      .limit(limit)
      .execute();
    const articles = rows.map((row) => fromJson(row.article)).reverse();
    const readers = this.#readers;
    return readers === null ? articles : articles.filter((one) => mayRead(one, readers));
  }

  async heldLike(
    typed: string,
    where: HeldWhere,
    now: Instant,
    limit: number,
  ): Promise<readonly Filed[]> {
    const prefixes = prefixesOf(typed);
    const rows = await held(this.#db, now, this.#readers)
      .$if(prefixes.length > 0, (all) => all.where(isLike(typed, prefixes, where)))
      .orderBy(NEWEST_FIRST)
      .limit(limit)
      .execute();
    return rows.map(toFiled);
  }

  findHeld(
    sought: Sought,
    order: SoughtOrder,
    now: Instant,
    slice: Slice,
  ): Promise<readonly Filed[]> {
    return findArticles(this.#db, sought, order, {
      ...{ now, readers: this.#readers, held: true, ...slice },
    });
  }

  async heldNow(now: Instant, { skip, limit }: Slice): Promise<readonly Filed[]> {
    const rows = await held(this.#db, now, this.#readers)
      .where(({ not }) => not(isWithdrawn))
      // Few are held, and an index has those; in the order of the table SQLite would look at all.
      .orderBy(sql`article.newness + 0 desc`)
      .offset(skip)
      .limit(limit)
      .execute();
    return rows.map(toFiled);
  }

  async countHeld(after: Instant, now: Instant, most: number): Promise<number> {
    const row = await this.#db
      .selectFrom(
        held(this.#db, now, this.#readers)
          .clearSelect()
          .select("article.id")
          .where("article.taken_in", ">", after)
          .where(({ not }) => not(isWithdrawn))
          .limit(most)
          .as("counted"),
      )
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(row.count);
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

/** What its publisher says of it: see `Article.status`. */
export const STATUS = say((tongue) => tongue.textAt("latest.article", "status"));

/** Its publisher has withdrawn it. */
export const isKilled = sql<SqlBool>`(${STATUS} = 'killed')`;

/** What an editor has decided of it last. */
export const DECISION = say((tongue) => tongue.textAt("latest.article", "decision", "kind"));

/** By its publisher, or by an editor. */
const isWithdrawn = sql<SqlBool>`(${isKilled} or coalesce(${DECISION}, 'release') = 'kill')`;

/** No editor holds it or has killed it: whoever did knows of it. */
const isUndecided = sql<SqlBool>`(
  coalesce(${DECISION}, 'release') = 'release'
)`;

function held(db: Database, now: Instant, readers: For) {
  return latestRevisions(db)
    .select(["latest.article", "latest.brief"])
    .where(isIn(now))
    .where(isFor(readers));
}

/** Of the few that are held each slug is looked at: no index has it. */
function isLike(typed: string, prefixes: readonly string[], where: HeldWhere) {
  const beginning = toColumn(typed);
  const slug = sql`' ' || replace(replace(replace(
    lower(${say((tongue) => tongue.textAt("latest.article", "slug"))}), '-', ' '), '_', ' '), '/', ' ')`;
  return sql<SqlBool>`(
    article.newness in (
      select ${WORDS_ROW} from article_words as found
      where ${say((tongue) => tongue.wordsBegin(prefixes, where))}
    )
    or article.id like ${`${beginning.replaceAll(" ", "")}%`}
    or ${say((tongue) => tongue.contains(slug, ` ${beginning}`))}
  )`;
}
