import { randomUUID } from "node:crypto";
import { type SqlBool, sql } from "kysely";
import type { Article, ArticleId } from "#core/article/article.ts";
import { shownFrom } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { fromJson, toJson } from "./json.ts";
import { type For, isFor } from "./readers.ts";
import type { Database, RevisionTable } from "./schema.ts";

/** Later than any clock tells: the last `Date` is 8.64e15. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** The column that `visible` asks: `null` for what may be shown at once. */
export function heldUntil(article: Article): Instant | null {
  const from = shownFrom(article);
  return from === null ? null : Math.min(Math.ceil(from), NEVER);
}

/**
 * What readers may see at `now`: the latest revision of each article, by the rule of `isHeld`. Where
 * that revision is held, the article is not there at all: an earlier text of it may be what the embargo
 * was put on for.
 */
export function visible(db: Database, now: Instant, readers: For = null) {
  return latestRevisions(db).where(isOut(now, readers));
}

/** The latest revision of each article, held or not. */
export function latestRevisions(db: Database) {
  return db
    .selectFrom("article")
    .innerJoin("article_revision as latest", (join) =>
      join
        .onRef("latest.article_id", "=", "article.id")
        .onRef("latest.revision", "=", "article.revision"),
    );
}

/**
 * The one condition by which an article may be shown at `now`, to these readers: `heldUntil` says until when it may not,
 * `readers.ts` to whom, and every verb asks here. `isIn` is the other side of its time; `NEVER` is held for good.
 */
export function isOut(now: Instant, readers: For = null) {
  const isFree = sql<SqlBool>`(article.embargo_until is null or article.embargo_until <= ${now})`;
  return readers === null ? isFree : sql<SqlBool>`(${isFree} and ${isFor(readers)})`;
}

export function isIn(now: Instant) {
  return sql<SqlBool>`(article.embargo_until > ${now})`;
}

/** Nobody can say until when it is held. */
export const IS_IN_FOR_GOOD = sql<SqlBool>`(article.embargo_until = ${NEVER})`;

/** What was held until a moment after `since`, and is not at `now`. */
export function cameOut(since: Instant, now: Instant) {
  return sql<SqlBool>`(article.embargo_until > ${since} and article.embargo_until <= ${now})`;
}

/** The same, as far as no audit has it yet, by their moments: those that had come in before. */
export function cameOutUnnoted(since: Instant, now: Instant, limit: number) {
  return sql<{ readonly id: ArticleId; readonly until: Instant }>`
    select article.id, article.embargo_until as until from article
    where ${cameOut(since, now)} and article.taken_in < article.embargo_until
      and not exists (select 1 from audit
        where audit.key = 'freed ' || article.id || ' ' || cast(article.embargo_until as text))
    order by article.embargo_until limit ${limit}
  `;
}

/** Until when an article was held, for whoever asks what has become free since. */
export const HELD_UNTIL = "article.embargo_until as until";

/** Orders a query of articles: by `published`, else `takenIn`; the migration says how. */
export const NEWEST_FIRST = sql`article.newness desc`;

type FiledColumns = Pick<RevisionTable, "article" | "brief">;

/** Writes the two JSON columns; the body stands in the article's alone. */
export function toColumns({ article, brief }: Filed): FiledColumns & Stamped {
  const body = brief.body === article.body ? null : brief.body;
  return { article: toJson(article), brief: toJson({ ...brief, body }), stamp: newStamp() };
}

type Stamped = Pick<RevisionTable, "stamp">;

/** For a text that is being written: no other one has it. */
export function newStamp(): string {
  return randomUUID();
}

/** Reads them back. */
export function toFiled(row: FiledColumns): Filed {
  const article = fromJson(row.article);
  const stored = fromJson(row.brief);
  const brief: Brief = {
    ...stored,
    body: stored.body ?? article.body,
    // Briefs of older versions state none of these.
    language: stored.language ?? article.language,
    kind: stored.kind ?? "report",
    speakersRead: stored.speakersRead ?? true,
    quotes: stored.quotes.map((quote) => ({
      ...quote,
      hedge: quote.hedge ?? null,
      through: quote.through ?? null,
    })),
  };
  return { article, brief };
}
