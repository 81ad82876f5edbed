import { sql } from "kysely";
import type { Article, ArticleId } from "#core/article/article.ts";
import { mayRead, type Readers } from "#core/article/audience.ts";
import { isShown } from "#core/article/held.ts";
import { revisionKeys } from "#core/article/identity.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import {
  ANYTHING,
  type Named,
  type NameKind,
  type Slice,
  type Sought,
  type SoughtOrder,
  type WordField,
} from "#core/reply/sought.ts";
import type { Archive } from "#desk/port/archive.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import type { Listed, ShownCopy, WithdrawnSince } from "#desk/port/shown-copy.ts";
import {
  cameOut,
  cameOutUnnoted,
  isIn,
  latestRevisions,
  NEWEST_FIRST,
  toColumns,
  toFiled,
  visible,
} from "./filed.ts";
import { filing } from "./filing.ts";
import { countArticles, findArticles } from "./find.ts";
import { fromJson } from "./json.ts";
import { later } from "./later.ts";
import { improveRow, restateRow, showLatest } from "./latest.ts";
import { addEntries } from "./ledger.ts";
import { findNames, namedBy } from "./names.ts";
import { type For, isFor } from "./readers.ts";
import type { Database, Writing } from "./schema.ts";
import { JOIN, say, textsIn, WORDS_ROW } from "./tongue.ts";
import { asOne } from "./unit.ts";
import { findMeant, type Vocabulary } from "./vocabulary.ts";
import { prefixesOf, toColumn } from "./words.ts";

/** A key that more articles share says nothing. */
const MOST_SHARING = 20;

/** Every article and its brief; what is held at `now` is left out by `visible`, in every reading verb. */
export class SqlArchive implements Archive {
  readonly #db: Database;
  readonly #vocabulary: Vocabulary;

  readonly #readers: For;

  constructor(db: Database, vocabulary: Vocabulary, readers: For = null) {
    this.#db = db;
    this.#vocabulary = vocabulary;
    this.#readers = readers;
  }

  forReaders(readers: Readers): ShownCopy {
    return new SqlArchive(this.#db, this.#vocabulary, readers);
  }

  async keptFrom(ids: readonly ArticleId[], readers: Readers): Promise<readonly ArticleId[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db
      .selectFrom("article")
      .select("id")
      .where("id", "in", textsIn(ids))
      .where(({ not }) => not(isFor(readers)))
      .execute();
    return rows.map(({ id }) => id);
  }

  async file(article: Article, brief: Brief, entries: readonly LedgerEntry[]): Promise<void> {
    await filing(this.#db, (writing) =>
      storeRevision(writing, { article, brief }, entries, this.#vocabulary),
    );
  }

  async restate(article: Article, entries: readonly LedgerEntry[], now: Instant): Promise<void> {
    await filing(this.#db, async (writing) => {
      await restateRow(writing, article, now);
      await storeKeys(writing, article);
      await addEntries(writing, entries);
    });
  }

  improve(article: Pick<Article, "id" | "revision">, brief: Brief): Promise<boolean> {
    return asOne(this.#db, (writing) => improveRow(writing, article, brief, this.#vocabulary));
  }

  async current(id: ArticleId): Promise<Filed | null> {
    const row = await latestRevisions(this.#db)
      .select(["latest.article", "latest.brief"])
      .where("article.id", "=", id)
      .executeTakeFirst();
    return row === undefined ? null : toFiled(row);
  }

  async sharing(keys: readonly string[]): Promise<readonly Article[]> {
    if (keys.length === 0) return [];
    const rows = await latestRevisions(this.#db)
      .select("latest.article")
      // Not by `exists`, for which every article would be looked at.
      .where("article.id", "in", ({ selectFrom }) =>
        selectFrom("article_key").select("article_id").where("key", "in", keys),
      )
      .orderBy("article.number", "desc")
      .limit(MOST_SHARING)
      .execute();
    return rows.map((row) => fromJson(row.article));
  }

  async bodiesOf(source: string, limit: number): Promise<readonly string[]> {
    const { rows } = await sql<{ readonly body: string }>`
      select ${say((tongue) => tongue.textAt("latest.article", "body"))} as body
      from name ${JOIN} name_use as used on used.name = name.id
      ${JOIN} article on article.newness = used.newness
      ${JOIN} article_revision as latest
        on latest.article_id = article.id and latest.revision = article.revision
      where name.kind = 'source' and name.key = ${toColumn(source)}
      order by used.newness desc limit ${limit}
    `.execute(this.#db);
    return rows.map(({ body }) => body);
  }

  async heldOf(ids: readonly ArticleId[], now: Instant): Promise<readonly ArticleId[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db
      .selectFrom("article")
      .select("id")
      .where("id", "in", textsIn(ids))
      .where(isIn(now))
      .execute();
    return rows.map(({ id }) => id);
  }

  async freed(since: Instant, now: Instant): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom("article")
      .select("path")
      .where(cameOut(since, now))
      .execute();
    return rows.map(({ path }) => path);
  }

  async freedUnnoted(since: Instant, now: Instant, limit: number) {
    const { rows } = await cameOutUnnoted(since, now, limit).execute(this.#db);
    return rows.map(({ id, until }) => ({ id, until: Number(until) }));
  }

  async revision(id: ArticleId): Promise<number> {
    const row = await this.#db
      .selectFrom("article")
      .select("revision")
      .where("id", "=", id)
      .executeTakeFirst();
    return row?.revision ?? 0;
  }

  async ofContent(contentHash: string): Promise<Pick<Article, "id" | "path"> | null> {
    const row = await this.#db
      .selectFrom("article")
      .select(["id", "path"])
      .where("content_hash", "=", contentHash)
      .orderBy("taken_in")
      .limit(1)
      .executeTakeFirst();
    return row ?? null;
  }

  async get(id: ArticleId, now: Instant): Promise<Filed | null> {
    const row = await visible(this.#db, now, this.#readers)
      .select(["latest.article", "latest.brief"])
      .where("article.id", "=", id)
      .executeTakeFirst();
    return row === undefined ? null : toFiled(row);
  }

  async latest(now: Instant, limit: number): Promise<readonly Filed[]> {
    const rows = await visible(this.#db, now, this.#readers)
      .select(["latest.article", "latest.brief"])
      .orderBy(NEWEST_FIRST)
      .limit(limit)
      .execute();
    return rows.map(toFiled);
  }

  search(words: string, now: Instant, limit: number): Promise<readonly Filed[]> {
    const typed = words.split(/\s+/u);
    const sought = { ...ANYTHING, words: typed, exact: typed };
    return findArticles(this.#db, sought, "best", { ...this.#sight(now), skip: 0, limit });
  }

  find(sought: Sought, order: SoughtOrder, now: Instant, slice: Slice): Promise<readonly Filed[]> {
    return findArticles(this.#db, sought, order, { ...this.#sight(now), ...slice });
  }

  count(sought: Sought, now: Instant, most: number): Promise<number> {
    return countArticles(this.#db, sought, { ...this.#sight(now), most });
  }

  meant(typed: string, field: WordField, now: Instant, limit: number): Promise<readonly string[]> {
    return findMeant(this.#db, typed, field, { ...this.#sight(now), limit });
  }

  async arrived(since: Instant, now: Instant, limit: number): Promise<readonly Filed[]> {
    const rows = await visible(this.#db, now, this.#readers)
      .select(["latest.article", "latest.brief"])
      .where("article.taken_in", ">=", since)
      .orderBy("article.taken_in", "desc")
      .orderBy(NEWEST_FIRST)
      .limit(limit)
      .execute();
    return rows.map(toFiled);
  }

  async withdrawal(id: ArticleId, now: Instant): Promise<WithdrawnSince | null> {
    const row = await this.#db
      .selectFrom("article")
      .innerJoin("delivery_item as item", "item.article_id", "article.id")
      .innerJoin("delivery", "delivery.key", "item.key")
      .select("item.kept")
      .where("article.id", "=", id)
      .where(isIn(now))
      .where(isFor(this.#readers))
      .where("delivery.state", "=", "delivered")
      .where("item.kept", "is not", null)
      .orderBy(
        say((tongue) => tongue.numberAt("item.kept", "at")),
        "desc",
      )
      .limit(1)
      .executeTakeFirst();
    if (row === undefined || row.kept === null) return null;
    const { how, at } = fromJson(row.kept);
    return { how, at };
  }

  async revisions(id: ArticleId, now: Instant, limit: number): Promise<readonly Article[]> {
    const rows = await visible(this.#db, now, this.#readers)
      .innerJoin("article_revision as own", "own.article_id", "article.id")
      .select("own.article")
      .where("article.id", "=", id)
      .whereRef("own.revision", "<=", "article.revision")
      .orderBy("own.revision", "desc")
      .limit(limit)
      .execute();
    const articles = rows.map((row) => fromJson(row.article)).reverse();
    const readers = this.#readers;
    // One that was superseded while it was held has never been shown, and may still be held.
    return articles.filter((article, index) => {
      const wasOut = isShown(article, Math.min(now, articles[index + 1]?.takenIn ?? now));
      return wasOut && (readers === null || mayRead(article, readers));
    });
  }

  #sight(now: Instant) {
    return { now, readers: this.#readers };
  }

  names(kind: NameKind, typed: string, now: Instant, limit: number): Promise<readonly string[]> {
    return findNames(this.#db, kind, typed, { ...this.#sight(now), limit });
  }

  named(phrases: readonly string[], now: Instant): Promise<readonly Named[]> {
    return namedBy(this.#db, phrases, this.#sight(now));
  }

  async headlines(typed: string, now: Instant, limit: number): Promise<readonly Listed[]> {
    const prefixes = prefixesOf(typed);
    const listed = visible(this.#db, now, this.#readers)
      .select(["article.id", "article.headline"])
      .limit(limit);
    const matching =
      prefixes.length === 0
        ? listed.orderBy(NEWEST_FIRST)
        : listed
            .innerJoin("headline_words as found", (join) =>
              join.on(sql<boolean>`${WORDS_ROW} = article.newness`),
            )
            .where(say((tongue) => tongue.headlineBegins(prefixes)))
            .orderBy(WORDS_ROW, "desc");
    return (await matching.execute()).map(({ id, headline }) => ({ id, headline }));
  }
}

/** Stores a revision with its ledger entries; one that is stored already changes nothing. */
export async function storeRevision(
  writing: Writing,
  filed: Filed,
  entries: readonly LedgerEntry[],
  vocabulary: Vocabulary,
): Promise<void> {
  const { article } = filed;
  const { id, revision, path, contentHash } = article;
  const known = await sql<{ readonly latest: number | null; readonly own: number | null }>`
    select (select revision from article where id = ${id}) as latest,
      (select revision from article_revision where article_id = ${id} and revision = ${revision}) as own
  `.execute(writing);
  const { latest = null, own: stored = null } = known.rows[0] ?? {};
  if (stored !== null) return;
  await showLatest(writing, filed, latest, vocabulary);
  const own = { article_id: id, revision, path, content_hash: contentHash };
  const row = { ...own, ...toColumns(filed) };
  await later(writing, writing.insertInto("article_revision").values(row));
  await storeKeys(writing, article);
  await addEntries(writing, entries);
}

async function storeKeys(writing: Writing, article: Article): Promise<void> {
  const keys = revisionKeys(article).map((key) => ({ key, article_id: article.id }));
  if (keys.length === 0) return;
  const query = writing.insertInto("article_key").values(keys);
  await later(
    writing,
    query.onConflict((conflict) => conflict.doNothing()),
  );
}
