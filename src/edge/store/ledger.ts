import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Slice } from "#core/reply/sought.ts";
import type { KnownAt, Ledger, LedgerEntry, Standing } from "#desk/port/ledger.ts";
import { filing } from "./filing.ts";
import { later } from "./later.ts";
import type { Database, LedgerTable, Schema } from "./schema.ts";
import { isSight } from "./sight.ts";
import { standingsAt } from "./standing.ts";

export const LEDGER_COLUMNS = [
  "ledger.path",
  "ledger.content_hash",
  "ledger.stage",
  "ledger.rule",
  "ledger.at",
  "ledger.article_id",
] as const;

/** What became of every file, in the order in which it was stored. */
export class SqlLedger implements Ledger {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async lastSeen(path: string): Promise<LedgerEntry | null> {
    const row = await this.#db
      .selectFrom("ledger")
      .select(LEDGER_COLUMNS)
      .where("path", "=", path)
      .where(isSight("ledger"))
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : toEntry(row);
  }

  async record(entry: LedgerEntry): Promise<void> {
    await filing(this.#db, (writing) => addEntries(writing, [entry]));
  }

  async history(path: string): Promise<readonly LedgerEntry[]> {
    const rows = await this.#db
      .selectFrom("ledger")
      .select(LEDGER_COLUMNS)
      .where(ofFile(path))
      .orderBy("number")
      .execute();
    return rows.map(toEntry);
  }

  standings(since: Instant, now: Instant): Promise<readonly Standing[]> {
    return standingsAt(this.#db, since, now);
  }

  async copiesOf(id: ArticleId): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom("ledger")
      .innerJoin("sighting", "sighting.path", "ledger.path")
      .select("ledger.path")
      .distinct()
      .where("ledger.article_id", "=", id)
      .where("ledger.stage", "=", "merged")
      .orderBy("ledger.path")
      .execute();
    return rows.map(({ path }) => path);
  }

  async articlesAt(path: string): Promise<readonly KnownAt[]> {
    const rows = await this.#db
      .selectFrom("ledger")
      .select(["path", "article_id as articleId"])
      .where("number", "in", (sights) =>
        sights
          .selectFrom("ledger")
          .select(({ fn }) => fn.max("number").as("last"))
          .where(ofFile(path))
          .where("article_id", "is not", null)
          .where(isSight("ledger"))
          .groupBy("path"),
      )
      .orderBy("number")
      .execute();
    return rows.flatMap(({ path: at, articleId }) =>
      articleId === null ? [] : [{ path: at, articleId }],
    );
  }

  async quarantined(): Promise<readonly string[]> {
    const rows = await inQuarantine(this.#db)
      .select("ledger.path")
      .orderBy("ledger.path")
      .execute();
    return rows.map(({ path }) => path);
  }

  async inQuarantine({ skip, limit }: Slice): Promise<readonly LedgerEntry[]> {
    const rows = await inQuarantine(this.#db)
      .select(LEDGER_COLUMNS)
      // Few are in quarantine, and an index has those; in the order of the table SQLite would look at all.
      .orderBy(sql`ledger.number + 0`, "desc")
      .offset(skip)
      .limit(limit)
      .execute();
    return rows.map(toEntry);
  }

  async stamps(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#db.selectFrom("sighting").select(["path", "stamp"]).execute();
    return new Map(rows.map(({ path, stamp }) => [path, stamp]));
  }

  async noteStamp(path: string, stamp: string | null): Promise<void> {
    await filing(this.#db, async (writing) => {
      if (stamp === null) {
        await later(writing, writing.deleteFrom("sighting").where("path", "=", path));
        return;
      }
      const seen = writing.insertInto("sighting").values({ path, stamp });
      await later(
        writing,
        seen.onConflict((conflict) => conflict.column("path").doUpdateSet({ stamp })),
      );
    });
  }
}

/** In the words of the index `ledger_quarantined`: few files are, and the page asks each time that something has changed. */
const isQuarantined = sql<SqlBool>`ledger.stage = 'quarantined'`;

/** What was found of files and of stories in files that are quarantined now, and are still there. */
function inQuarantine(db: Database) {
  return db
    .selectFrom("ledger")
    .where(isQuarantined)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("ledger as later")
            .select("later.number")
            .whereRef("later.path", "=", "ledger.path")
            .whereRef("later.number", ">", "ledger.number")
            .where(isSight("later")),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("ledger as gone")
            .select("gone.number")
            .where("gone.stage", "=", "gone")
            .whereRef("gone.number", ">", "ledger.number")
            // Of the file itself, or of the one that the story lies in.
            .where(sql<boolean>`gone.path = substr(ledger.path, 1, length(gone.path))
              and substr(ledger.path, length(gone.path) + 1, 1) in ('', '#')`)
            // It came back as it was, and is known.
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom("sighting")
                    .select("sighting.path")
                    .whereRef("sighting.path", "=", "gone.path"),
                ),
              ),
            ),
        ),
      ),
    );
}

/** A path and those of the stories in it, by the index: `#` ends at `$`. */
function ofFile(path: string) {
  return ({ eb, or, and }: ExpressionBuilder<Schema, "ledger">) =>
    or([
      eb("ledger.path", "=", path),
      and([eb("ledger.path", ">", `${path}#`), eb("ledger.path", "<", `${path}$`)]),
    ]);
}

/** Adds entries to the ledger, in their order, within whatever transaction `db` is. */
export async function addEntries(db: Database, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ path, contentHash, stage, rule, at, articleId }) => ({
    ...{ path, content_hash: contentHash, stage, rule, at, article_id: articleId },
  }));
  await later(db, db.insertInto("ledger").values(rows));
}

export function toEntry(row: Omit<LedgerTable, "number">): LedgerEntry {
  const { path, stage, rule, at } = row;
  return { path, contentHash: row.content_hash, stage, rule, at, articleId: row.article_id };
}
